package org.herald.store;

import java.util.function.BooleanSupplier;
import org.jooq.DSLContext;

/** One open write: what is done through it is kept together, or not at all. Only {@code publish} and {@code
 * people} hold one. */
public final class Transaction {

    private final DSLContext dsl;
    private final Statements statements;

    Transaction(DSLContext dsl, Statements statements) {
        this.dsl = dsl;
        this.statements = statements;
    }

    /** Does something of which nothing is kept when it answers false. */
    public boolean attempt(BooleanSupplier step) {
        try {
            dsl.transaction(_ -> {
                if (!step.getAsBoolean()) {
                    throw new Undone();
                }
            });
            return true;
        } catch (Undone undone) {
            return false;
        }
    }

    /** Takes what was attempted back. */
    private static final class Undone extends RuntimeException {

        private static final long serialVersionUID = 1;

        Undone() {
            super(null, null, false, false);
        }
    }

    public ItemWrites items() {
        return new ItemWrites(dsl, statements);
    }

    public LiveWrites live() {
        return new LiveWrites(dsl, statements);
    }

    public PathWrites paths() {
        return new PathWrites(dsl, statements);
    }

    public SectionWrites sections() {
        return new SectionWrites(dsl, statements);
    }

    public AssetWrites assets() {
        return new AssetWrites(dsl);
    }

    public FieldValueWrites fieldValues() {
        return new FieldValueWrites(statements);
    }

    public ReferenceWrites references() {
        return new ReferenceWrites(dsl, statements);
    }

    public OutlineWrites outline() {
        return new OutlineWrites(dsl, references());
    }

    public PlanWrites plan() {
        return new PlanWrites(dsl);
    }

    public DraftWrites drafts() {
        return new DraftWrites(dsl);
    }

    public PreviewWrites previews() {
        return new PreviewWrites(dsl);
    }

    public CorrectionWrites corrections() {
        return new CorrectionWrites(dsl);
    }

    public CommentWrites comments() {
        return new CommentWrites(dsl);
    }

    public DeskWrites desk() {
        return new DeskWrites(dsl, statements);
    }

    public SavedViewWrites views() {
        return new SavedViewWrites(dsl);
    }

    /** What the checks ask, as it is in this transaction. */
    public CheckQueries checks() {
        return new CheckQueries(dsl);
    }

    /** What addresses lead to, as it is in this transaction. */
    public AddressQueries addresses() {
        return new AddressQueries(dsl);
    }

    public AccountWrites accounts() {
        return new AccountWrites(dsl);
    }

    public SessionWrites sessions() {
        return new SessionWrites(dsl);
    }

    public HeldFormWrites heldForms() {
        return new HeldFormWrites(dsl);
    }

    public SignInWrites signIns() {
        return new SignInWrites(dsl);
    }

    public FailureWrites failures() {
        return new FailureWrites(dsl);
    }

    public LinkWrites links() {
        return new LinkWrites(dsl);
    }

    public AccountLogWrites accountLog() {
        return new AccountLogWrites(dsl);
    }

    public PasskeyWrites passkeys() {
        return new PasskeyWrites(dsl);
    }

    public IdentityWrites identities() {
        return new IdentityWrites(dsl);
    }

    public KindWrites kinds() {
        return new KindWrites(dsl);
    }

    public ChangeWrites changes() {
        return new ChangeWrites(dsl, statements);
    }
}
