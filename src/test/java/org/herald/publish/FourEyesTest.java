package org.herald.publish;

import static org.herald.testing.TestPortal.content;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.herald.config.KindFiles;
import org.herald.model.AccountId;
import org.herald.model.Body;
import org.herald.model.CheckRules;
import org.herald.model.Comment;
import org.herald.model.Content;
import org.herald.model.Draft;
import org.herald.model.ItemId;
import org.herald.model.Origin;
import org.herald.model.Outcome;
import org.herald.model.Principal;
import org.herald.model.Role;
import org.herald.model.State;
import org.herald.model.kind.Fields;
import org.herald.model.kind.KindName;
import org.herald.store.CommentQueries;
import org.herald.testing.Cast;
import org.herald.testing.TestPortal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where review is required, no door lets out what nobody else has read. */
final class FourEyesTest {
    private static final PublishingRules REVIEW = new PublishingRules(KindFiles.ofProduct(), true, null);

    @TempDir
    private Path folder;

    private TestPortal portal;
    private CommandBus bus;

    /** Alesia and Jan are editors, Vera is chief editor. */
    @BeforeEach
    void open() {
        portal = new TestPortal(folder, REVIEW);
        portal.become(Cast.ALESIA, Role.EDITOR);
        portal.become(Cast.JAN, Role.EDITOR);
        bus = portal.bus();
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void ownChangeAfterTheApprovalNeedsAnothersEyes() {
        ItemId item = approvedByJan("Night of museums");
        portal.done(new Revise(item, content("My own words"), null));
        assertEquals(State.IN_REVIEW, portal.state(item));
        assertRefused("refused.not-approved", Cast.ALESIA, new Publish(item, null));
        assertRefused("refused.own-revision", Cast.ALESIA, new Approve(item, portal.head(item)));
        bus.carryOut(Cast.JAN, new Approve(item, portal.head(item))).orThrow();
        portal.done(new Publish(item, null));
    }

    @Test
    void draftThatIsSavedKeepsNoApprovalEither() {
        ItemId item = approvedByJan("Night of museums");
        long account = Cast.ALESIA.id().value();
        var about = new Draft.OfItem(item, portal.head(item));
        var saved = portal.done(new KeepDraft(null, 0, account, about, content("My own words")));
        portal.done(new SaveDraft(saved.draft(), saved.version()));
        assertEquals(State.IN_REVIEW, portal.state(item));
    }

    @Test
    void scheduleLetsOutNothingThatWasChangedSince() {
        ItemId approved = approvedByJan("Approved");
        portal.done(new Schedule(approved, soon()));
        ItemId unread = portal.draft("Unread");
        bus.carryOut(Cast.VERA, new Schedule(unread, soon())).orThrow();
        assertRefused("refused.not-approved", Cast.ALESIA, new Schedule(portal.draft("Hers"), soon()));

        portal.done(new Revise(approved, content("Changed"), null));
        portal.done(new Revise(unread, content("Changed"), null));

        assertEquals(State.IN_REVIEW, portal.state(approved));
        assertEquals(State.IN_REVIEW, portal.state(unread), "Vera has not read this");
        assertEquals(List.of(), dueIn(Duration.ofDays(1)));
    }

    @Test
    void scheduleLetsOutWhatSomebodyScheduledWhoMayStillPublishUnread() {
        ItemId item = portal.draft("Unread");
        bus.carryOut(Cast.VERA, new Schedule(item, soon())).orThrow();
        ItemId other = portal.draft("Unread too");
        bus.carryOut(Cast.VERA, new Schedule(other, soon().plusSeconds(7200))).orThrow();
        assertEquals(List.of(item), dueIn(Duration.ofHours(2)));

        portal.become(Cast.VERA, Role.REPORTER);
        assertEquals(List.of(), dueIn(Duration.ofDays(1)));
        assertEquals(State.DRAFT, portal.state(other));
        var missed = new CommentQueries(portal.database()).about(other).getLast();
        assertEquals(Comment.Kind.MISSED, missed.kind());
        assertEquals(
                "refused.not-approved",
                FailureReason.read(missed.text()).orElseThrow().key());
    }

    @Test
    void scheduleLetsOutNothingThatTheChecksBlock() {
        var checked = portal.under(new PublishingRules(KindFiles.ofProduct(), false, CheckRules.USUAL));
        ItemId item = portal.draft("news/culture", Cast.ENGLISH, good("<p>Words.</p>"));
        checked.carryOut(Cast.ALESIA, new Schedule(item, soon(), new Look(null, true)))
                .orThrow();
        checked.carryOut(Cast.ALESIA, new Revise(item, good(""), null)).orThrow();
        portal.clock().pass(Duration.ofDays(1));
        assertEquals(List.of(), new Timetable(checked).publishDue());
        assertFalse(portal.state(item).isLive());
    }

    @Test
    void importLetsOutNoEditorsText() {
        var origin = new Origin("wxr:1", "a".repeat(64));
        ItemId item = bus.carryOut(
                        Principal.WXR_IMPORTER,
                        new Create(
                                KindName.ARTICLE,
                                Cast.ENGLISH,
                                null,
                                portal.section("news/culture"),
                                null,
                                content("Imported"),
                                origin))
                .orThrow();
        bus.carryOut(Principal.WXR_IMPORTER, new Publish(item, TestPortal.NOON)).orThrow();
        portal.done(new Revise(item, content("Changed by Alesia"), null));

        assertRefused("refused.not-approved", Principal.WXR_IMPORTER, new Publish(item, null));
        assertRefused("refused.not-approved", Principal.WXR_IMPORTER, new Update(item));
    }

    @Test
    void newNameIsNoOtherPerson() {
        ItemId item = portal.in(State.IN_REVIEW, "Night of museums");
        var id = new AccountId(Cast.ALESIA.id().value());
        portal.database().write(transaction -> {
            transaction.accounts().setName(id, "Alesia Novik");
            return id;
        });
        assertRefused(
                "refused.own-revision",
                new Principal(Cast.ALESIA.id(), "Alesia Novik"),
                new Approve(item, portal.head(item)));
    }

    private ItemId approvedByJan(String headline) {
        ItemId item = portal.in(State.IN_REVIEW, headline);
        bus.carryOut(Cast.JAN, new Approve(item, portal.head(item))).orThrow();
        return item;
    }

    private List<ItemId> dueIn(Duration time) {
        portal.clock().pass(time);
        return new Timetable(bus).publishDue();
    }

    private Instant soon() {
        return portal.clock().instant().plus(Duration.ofHours(1));
    }

    private static Content good(String body) {
        return new Content("A headline", "A standfirst.", null, List.of(), new Body(body), Fields.NONE);
    }

    private void assertRefused(String reason, Principal principal, Verb<?> verb) {
        assertEquals(List.of(reason), TestPortal.refusals((Outcome<?>) bus.carryOut(principal, verb)));
    }
}
