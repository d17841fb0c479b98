package org.herald.store;

import org.jooq.DSLContext;

/** One open write: what is done through it is kept together, or not at all. Only {@code publish} holds one. */
public final class Transaction {

    private final DSLContext dsl;
    private final Statements statements;

    Transaction(DSLContext dsl, Statements statements) {
        this.dsl = dsl;
        this.statements = statements;
    }

    public ItemWrites items() {
        return new ItemWrites(dsl, statements);
    }

    public LiveWrites live() {
        return new LiveWrites(dsl, statements);
    }

    public PathWrites paths() {
        return new PathWrites(statements);
    }

    public SectionWrites sections() {
        return new SectionWrites(dsl, statements);
    }

    public AssetWrites assets() {
        return new AssetWrites(dsl);
    }

    public OutlineWrites outline() {
        return new OutlineWrites(dsl);
    }

    public DraftWrites drafts() {
        return new DraftWrites(dsl);
    }

    public CommentWrites comments() {
        return new CommentWrites(dsl);
    }

    public ChangeWrites changes() {
        return new ChangeWrites(dsl, statements);
    }
}
