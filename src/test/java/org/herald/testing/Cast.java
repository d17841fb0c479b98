package org.herald.testing;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.herald.model.AccountId;
import org.herald.model.Language;
import org.herald.model.Principal;
import org.herald.model.PrincipalId;
import org.herald.store.AccountQueries;
import org.herald.store.Database;
import org.herald.store.sqlite.SqliteEngine;
import org.herald.testing.NewsroomCast.Member;

/** The people of the tests, who have accounts in every portal of the tests, and the languages their portal speaks. */
public final class Cast {
    /** Editor of the news; does everything that names nobody else. */
    public static final Principal ALESIA = new Principal(new PrincipalId(1), "Alesia");

    /** Corrects and translates. */
    public static final Principal JAN = new Principal(new PrincipalId(2), "Jan");

    /** Chief editor: withdraws and restores. */
    public static final Principal VERA = new Principal(new PrincipalId(3), "Vera");

    public static final Language ENGLISH = new Language("en");

    public static final Language BELARUSIAN = new Language("be");

    private static final List<Member> MEMBERS = List.of(Member.EDITOR, Member.TRANSLATOR, Member.CHIEF_EDITOR);

    private Cast() {}

    /** Gives Alesia, Jan and Vera their accounts in a portal that has none yet. */
    public static void join(Database database) {
        var accounts = new AccountQueries(database);
        for (int i = 0; i < MEMBERS.size(); i++) {
            var member = MEMBERS.get(i);
            if (accounts.byEmail(member.email()).isEmpty()) {
                AccountId id = database.write(transaction -> transaction
                        .accounts()
                        .add(member.email(), member.called(), member.role(), ENGLISH, Instant.EPOCH));
                if (id.value() != i + 1) {
                    throw new IllegalStateException(member + " is account " + id + ": the portal had accounts before");
                }
            }
        }
    }

    /** Gives them their accounts in the portal of a site folder. */
    public static void join(Path site) {
        try (var database = new Database(SqliteEngine.open(site.resolve("data/portal.db")))) {
            join(database);
        }
    }
}
