package org.herald.publish;

import static org.herald.testing.TestPortal.content;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.herald.config.KindFiles;
import org.herald.model.AccountId;
import org.herald.model.ItemId;
import org.herald.model.Outcome;
import org.herald.model.Principal;
import org.herald.model.PrincipalId;
import org.herald.model.Role;
import org.herald.model.State;
import org.herald.store.AuditQueries;
import org.herald.store.CommentQueries;
import org.herald.store.DeskQueries;
import org.herald.store.RevisionQueries;
import org.herald.testing.Cast;
import org.herald.testing.TestPortal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People may change their names; who did something stays known by their account. */
final class PrincipalsTest {
    private static final PublishingRules REVIEW = new PublishingRules(KindFiles.ofProduct(), true, null);
    private static final AccountId ALESIA = new AccountId(Cast.ALESIA.id().value());

    @TempDir
    private Path folder;

    private TestPortal portal;

    @BeforeEach
    void open() {
        portal = new TestPortal(folder);
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void nobodyPassesFourEyesByARename() {
        ItemId item = portal.in(State.IN_REVIEW, "Night of museums");
        rename("Alesia Novik");
        var renamed = new Principal(Cast.ALESIA.id(), "Alesia Novik");
        var approval = new Approve(item, portal.head(item));

        assertEquals(
                Outcome.refused("refused.own-revision"), portal.under(REVIEW).carryOut(renamed, approval));
        portal.under(REVIEW).carryOut(Cast.VERA, approval).orThrow();
    }

    @Test
    void nameThatBecameFreeBelongsToAnother() {
        ItemId item = portal.in(State.IN_REVIEW, "Night of museums");
        rename("Alesia Novik");
        AccountId other = portal.database()
                .write(transaction -> transaction
                        .accounts()
                        .add("other@herald.test", "Alesia", Role.EDITOR, Cast.ENGLISH, TestPortal.NOON));
        var taker = new Principal(PrincipalId.of(other), "Alesia");

        assertNotEquals(Cast.ALESIA, taker);
        portal.under(REVIEW)
                .carryOut(taker, new Approve(item, portal.head(item)))
                .orThrow();
        assertEquals(List.of(), mine(other), "what the other Alesia wrote is not hers");
    }

    @Test
    void everythingThatSomebodyDidIsShownUnderTheirNameOfToday() {
        ItemId item = portal.in(State.DRAFT, "Night of museums");
        portal.done(new AddComment(item, "Who says so?"));
        rename("Alesia Novik");

        var revision = new RevisionQueries(portal.database())
                .of(item, RevisionQueries.NEWEST, 1)
                .getFirst();
        assertEquals("Alesia Novik", revision.savedBy().displayName());
        var comment = new CommentQueries(portal.database()).about(item).getFirst();
        assertEquals("Alesia Novik", comment.saidBy().displayName());
        var filter = new AuditQueries.Filter(Cast.ALESIA.id(), null, item, null, null);
        assertEquals(
                List.of("Alesia Novik", "Alesia Novik"),
                new AuditQueries(portal.database())
                        .deeds(filter, null, 9).stream()
                                .map(deed -> deed.principal().displayName())
                                .toList());
        portal.done(new Revise(item, content("Nights of museums"), null));
        assertEquals(List.of(item), mine(ALESIA), "what was theirs stays theirs");
    }

    private List<ItemId> mine(AccountId account) {
        var person = new DeskQueries.Person(account, PrincipalId.of(account));
        var filter = new DeskQueries.Filter(Set.of(), Set.of(), null, null, "", person, null, false, false);
        return new DeskQueries(portal.database())
                .list(filter, null, 9).stream().map(line -> line.facts().item()).toList();
    }

    private void rename(String name) {
        portal.database().write(transaction -> {
            transaction.accounts().setName(ALESIA, name);
            return name;
        });
    }
}
