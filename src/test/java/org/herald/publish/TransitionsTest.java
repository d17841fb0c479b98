package org.herald.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.herald.model.CorrectionId;
import org.herald.model.ItemId;
import org.herald.model.Outcome;
import org.herald.model.Principal;
import org.herald.model.RevisionId;
import org.herald.model.Role;
import org.herald.model.SectionId;
import org.herald.model.Slug;
import org.herald.model.State;
import org.herald.model.kind.KindName;
import org.herald.store.CorrectionQueries;
import org.herald.testing.Cast;
import org.herald.testing.TestPortal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every verb from every state: where it leads, and that a refusal leaves nothing behind. */
final class TransitionsTest {
    private static final String REFUSED = "-";
    private static final ItemId NOBODY = new ItemId(404);

    private final TestPortal portal;

    TransitionsTest(@TempDir Path folder) {
        portal = new TestPortal(folder);
        portal.become(Cast.JAN, Role.REPORTER);
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            FROM          , DRAFT    , IN_REVIEW, APPROVED , SCHEDULED, PUBLISHED, CORRECTED, WITHDRAWN
            REVISE        , DRAFT    , IN_REVIEW, IN_REVIEW, SCHEDULED, PUBLISHED, CORRECTED, WITHDRAWN
            REVERT        , DRAFT    , IN_REVIEW, IN_REVIEW, SCHEDULED, PUBLISHED, CORRECTED, WITHDRAWN
            SEND_TO_REVIEW, IN_REVIEW, -        , -        , -        , -        , -        , -
            SEND_BACK     , -        , DRAFT    , DRAFT    , -        , -        , -        , -
            APPROVE       , -        , APPROVED , -        , SCHEDULED, -        , -        , -
            PUBLISH       , PUBLISHED, PUBLISHED, PUBLISHED, PUBLISHED, PUBLISHED, CORRECTED, -
            SCHEDULE      , SCHEDULED, SCHEDULED, SCHEDULED, SCHEDULED, -        , -        , -
            UNSCHEDULE    , -        , -        , -        , DRAFT    , -        , -        , -
            UPDATE        , -        , -        , -        , -        , PUBLISHED, CORRECTED, -
            CORRECT       , -        , -        , -        , -        , CORRECTED, CORRECTED, -
            AMEND_NOTE    , -        , -        , -        , -        , -        , CORRECTED, -
            WITHDRAW      , -        , -        , -        , -        , WITHDRAWN, WITHDRAWN, -
            RESTORE       , -        , -        , -        , -        , -        , -        , PUBLISHED
            MOVE          , DRAFT    , IN_REVIEW, APPROVED , SCHEDULED, PUBLISHED, CORRECTED, WITHDRAWN
            RENAME        , DRAFT    , IN_REVIEW, APPROVED , SCHEDULED, PUBLISHED, CORRECTED, WITHDRAWN
            """)
    void moveLeadsFromEachStateToOneOrIsRefused(
            Transitions transition,
            String draft,
            String inReview,
            String approved,
            String scheduled,
            String published,
            String corrected,
            String withdrawn) {
        check(transition, State.DRAFT, draft);
        check(transition, State.IN_REVIEW, inReview);
        check(transition, State.APPROVED, approved);
        check(transition, State.SCHEDULED, scheduled);
        check(transition, State.PUBLISHED, published);
        check(transition, State.CORRECTED, corrected);
        check(transition, State.WITHDRAWN, withdrawn);
    }

    private void check(Transitions transition, State from, String expected) {
        String cell = transition + " from " + from;
        ItemId item = portal.in(from, cell);
        if (transition == Transitions.UPDATE && transition.isAllowedFrom(from)) {
            portal.done(new Revise(item, TestPortal.content("Said again"), null));
        }
        var before = portal.tables().dump();
        // a reporter, whose revisions keep no approval, and a chief editor, who may do the rest
        Principal by = transition == Transitions.REVISE || transition == Transitions.REVERT ? Cast.JAN : Cast.VERA;
        var outcome = portal.bus().carryOut(by, verb(transition, item));
        assertEquals(!expected.equals(REFUSED), transition.isAllowedFrom(from), cell);
        if (expected.equals(REFUSED)) {
            boolean isReview = Set.of(Transitions.SEND_TO_REVIEW, Transitions.SEND_BACK, Transitions.APPROVE)
                    .contains(transition);
            assertEquals(
                    isReview && from.hasBeenLive()
                            ? Outcome.refused("refused.no-change")
                            : Outcome.refused("refused.state", transition.word(), from.word()),
                    outcome,
                    cell);
            assertEquals(before, portal.tables().dump(), cell);
        } else {
            assertTrue(outcome instanceof Outcome.Done<?>, () -> cell + ": " + outcome);
            assertEquals(State.valueOf(expected), portal.state(item), cell);
            assertEquals(
                    by.id() + "|" + transition.word() + "|" + item,
                    portal.tables()
                            .value("select principal_id, verb, item_id from change order by position desc limit 1"),
                    cell);
        }
        assertEquals(
                portal.state(item).isLive() ? "1" : "0",
                portal.tables().value("select count(*) from live where item_id = ?", item.value()),
                cell);
        assertEquals(
                portal.state(item) == State.SCHEDULED ? "1" : "0",
                portal.tables().value("select count(*) from item where due_at is not null and id = ?", item.value()),
                cell);
    }

    private Verb<?> verb(Transitions transition, ItemId item) {
        return switch (transition) {
            case REVISE -> new Revise(item, TestPortal.content("Said again"), null);
            case REVERT -> new Revert(item, item.equals(NOBODY) ? new RevisionId(404) : portal.head(item));
            case SEND_TO_REVIEW -> new SendToReview(item);
            case SEND_BACK -> new SendBack(item, "Who says so?");
            case APPROVE -> new Approve(item, item.equals(NOBODY) ? new RevisionId(404) : portal.head(item));
            case PUBLISH -> new Publish(item, null);
            case SCHEDULE -> new Schedule(item, portal.clock().instant().plus(Duration.ofHours(1)));
            case UNSCHEDULE -> new Unschedule(item);
            case UPDATE -> new Update(item);
            case AMEND_NOTE -> new AmendNote(item, correction(item), "Two names were wrong.");
            case CORRECT -> new Correct(item, TestPortal.content("Said rightly"), "A name was wrong.");
            case WITHDRAW -> new Withdraw(item, "It was printed by mistake.");
            case RESTORE -> new Restore(item);
            case MOVE -> new Move(item, portal.section("tourism"));
            case RENAME -> new Rename(item, new Slug("another-word-" + item));
        };
    }

    private CorrectionId correction(ItemId item) {
        var all = new CorrectionQueries(portal.database()).of(item);
        return all.isEmpty() ? new CorrectionId(404) : all.getFirst().id();
    }

    @ParameterizedTest
    @EnumSource(Transitions.class)
    void verbOnAnItemThatIsNotThereIsRefused(Transitions transition) {
        refused(verb(transition, NOBODY), "refused.item-unknown");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "   ", "\n\t", "\u00a0", "\u0000\u0007", "\u200b", "\u2028", "\u3164", "\ufe0f", "\u2800"})
    void headlineNoteAndReasonNeedAVisibleLetter(String nothing) {
        ItemId live = portal.published("A day at Mir castle");
        refused(
                new Create(
                        KindName.ARTICLE,
                        Cast.ENGLISH,
                        null,
                        portal.section("news"),
                        null,
                        TestPortal.content(nothing),
                        null),
                "refused.headline-empty");
        refused(new Revise(live, TestPortal.content(nothing), null), "refused.headline-empty");
        refused(new Correct(live, TestPortal.content(nothing), "A note."), "refused.headline-empty");
        refused(new Correct(live, TestPortal.content("A headline"), nothing), "refused.note-empty");
        refused(new Withdraw(live, nothing), "refused.reason-empty");
        refused(new SendBack(portal.in(State.IN_REVIEW, "A night at Mir castle"), nothing), "refused.send-back-empty");
    }

    @Test
    void unknownSectionIsRefused() {
        var nowhere = new SectionId(404);
        ItemId item = portal.draft("A day at Mir castle");
        refused(
                new Create(KindName.ARTICLE, Cast.ENGLISH, null, nowhere, null, TestPortal.content("A day"), null),
                "refused.section-unknown");
        refused(new Move(item, nowhere), "refused.section-unknown");
    }

    @Test
    void dueInstantMustBeInTheFuture() {
        ItemId item = portal.draft("A day at Mir castle");
        refused(new Schedule(item, TestPortal.NOON), "refused.due-in-past");
        refused(new Schedule(item, TestPortal.NOON.minusMillis(1)), "refused.due-in-past");
        assertEquals(List.of(), portal.refusals(new Schedule(item, TestPortal.NOON.plusMillis(1))));
    }

    @Test
    void firstInstantCannotBeInTheFuture() {
        ItemId item = portal.draft("A day at Mir castle");
        refused(new Publish(item, TestPortal.NOON.plusMillis(1)), "refused.published-in-future");
        assertEquals(List.of(), portal.refusals(new Publish(item, TestPortal.NOON)));
    }

    @Test
    void stepsTogetherAreKeptTogetherOrNotAtAll() {
        ItemId item = portal.draft("A day at Mir castle");
        var before = portal.tables().dump();
        try {
            portal.bus().together(Cast.VERA, unit -> {
                unit.carryOut(new Publish(item, null)).orThrow();
                return unit.carryOut(new Publish(NOBODY, null)).orThrow();
            });
        } catch (IllegalStateException refused) {
            assertTrue(String.valueOf(refused.getMessage()).contains("refused.item-unknown"));
        }
        assertEquals(before, portal.tables().dump());
        assertFalse(portal.state(item).isLive());
    }

    private void refused(Verb<?> verb, String reason) {
        var before = portal.tables().dump();
        assertEquals(List.of(reason), portal.refusals(verb), verb.toString());
        assertEquals(before, portal.tables().dump(), verb.toString());
    }
}
