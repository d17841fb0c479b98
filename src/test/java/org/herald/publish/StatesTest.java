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
import org.herald.model.Kind;
import org.herald.model.Outcome;
import org.herald.model.Principal;
import org.herald.model.RevisionId;
import org.herald.model.Role;
import org.herald.model.SectionId;
import org.herald.model.Slug;
import org.herald.model.State;
import org.herald.store.CorrectionQueries;
import org.herald.testing.Cast;
import org.herald.testing.TestDesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every verb from every state: where it leads, and that a refusal leaves nothing behind. */
final class StatesTest {
    private static final String REFUSED = "-";
    private static final ItemId NOBODY = new ItemId(404);

    private final TestDesk desk;

    StatesTest(@TempDir Path folder) {
        desk = new TestDesk(folder);
        desk.become(Cast.JAN, Role.REPORTER);
    }

    @AfterEach
    void close() {
        desk.close();
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
            States move,
            String draft,
            String inReview,
            String approved,
            String scheduled,
            String published,
            String corrected,
            String withdrawn) {
        check(move, State.DRAFT, draft);
        check(move, State.IN_REVIEW, inReview);
        check(move, State.APPROVED, approved);
        check(move, State.SCHEDULED, scheduled);
        check(move, State.PUBLISHED, published);
        check(move, State.CORRECTED, corrected);
        check(move, State.WITHDRAWN, withdrawn);
    }

    private void check(States move, State from, String expected) {
        String cell = move + " from " + from;
        ItemId item = desk.in(from, cell);
        if (move == States.UPDATE && move.isAllowedFrom(from)) {
            desk.done(new Revise(item, TestDesk.content("Said again"), null));
        }
        var before = desk.tables().dump();
        // a reporter, whose revisions keep no approval, and a chief editor, who may do the rest
        Principal by = move == States.REVISE || move == States.REVERT ? Cast.JAN : Cast.VERA;
        var outcome = desk.desk().carryOut(by, verb(move, item));
        assertEquals(!expected.equals(REFUSED), move.isAllowedFrom(from), cell);
        if (expected.equals(REFUSED)) {
            boolean isReview = Set.of(States.SEND_TO_REVIEW, States.SEND_BACK, States.APPROVE)
                    .contains(move);
            assertEquals(
                    isReview && from.hasBeenLive()
                            ? Outcome.refused("refused.no-change")
                            : Outcome.refused("refused.state", move.word(), from.word()),
                    outcome,
                    cell);
            assertEquals(before, desk.tables().dump(), cell);
        } else {
            assertTrue(outcome instanceof Outcome.Done<?>, () -> cell + ": " + outcome);
            assertEquals(State.valueOf(expected), desk.state(item), cell);
            assertEquals(
                    by.id() + "|" + move.word() + "|" + item,
                    desk.tables()
                            .value("select principal_id, verb, item_id from change order by position desc limit 1"),
                    cell);
        }
        assertEquals(
                desk.state(item).isLive() ? "1" : "0",
                desk.tables().value("select count(*) from live where item_id = ?", item.value()),
                cell);
        assertEquals(
                desk.state(item) == State.SCHEDULED ? "1" : "0",
                desk.tables().value("select count(*) from item where due_at is not null and id = ?", item.value()),
                cell);
    }

    private Verb<?> verb(States move, ItemId item) {
        return switch (move) {
            case REVISE -> new Revise(item, TestDesk.content("Said again"), null);
            case REVERT -> new Revert(item, item.equals(NOBODY) ? new RevisionId(404) : desk.head(item));
            case SEND_TO_REVIEW -> new SendToReview(item);
            case SEND_BACK -> new SendBack(item, "Who says so?");
            case APPROVE -> new Approve(item, item.equals(NOBODY) ? new RevisionId(404) : desk.head(item));
            case PUBLISH -> new Publish(item, null);
            case SCHEDULE -> new Schedule(item, desk.clock().instant().plus(Duration.ofHours(1)));
            case UNSCHEDULE -> new Unschedule(item);
            case UPDATE -> new Update(item);
            case AMEND_NOTE -> new AmendNote(item, correction(item), "Two names were wrong.");
            case CORRECT -> new Correct(item, TestDesk.content("Said rightly"), "A name was wrong.");
            case WITHDRAW -> new Withdraw(item, "It was printed by mistake.");
            case RESTORE -> new Restore(item);
            case MOVE -> new Move(item, desk.section("tourism"));
            case RENAME -> new Rename(item, new Slug("another-word-" + item));
        };
    }

    private CorrectionId correction(ItemId item) {
        var all = new CorrectionQueries(desk.database()).of(item);
        return all.isEmpty() ? new CorrectionId(404) : all.getFirst().id();
    }

    @ParameterizedTest
    @EnumSource(States.class)
    void verbOnAnItemThatIsNotThereIsRefused(States move) {
        refused(verb(move, NOBODY), "refused.item-unknown");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "   ", "\n\t", "\u00a0", "\u0000\u0007", "\u200b", "\u2028", "\u3164", "\ufe0f", "\u2800"})
    void headlineNoteAndReasonNeedAVisibleLetter(String nothing) {
        ItemId live = desk.published("A day at Mir castle");
        refused(
                new Create(
                        Kind.ARTICLE, Cast.ENGLISH, null, desk.section("news"), null, TestDesk.content(nothing), null),
                "refused.headline-empty");
        refused(new Revise(live, TestDesk.content(nothing), null), "refused.headline-empty");
        refused(new Correct(live, TestDesk.content(nothing), "A note."), "refused.headline-empty");
        refused(new Correct(live, TestDesk.content("A headline"), nothing), "refused.note-empty");
        refused(new Withdraw(live, nothing), "refused.reason-empty");
        refused(new SendBack(desk.in(State.IN_REVIEW, "A night at Mir castle"), nothing), "refused.send-back-empty");
    }

    @Test
    void unknownSectionIsRefused() {
        var nowhere = new SectionId(404);
        ItemId item = desk.draft("A day at Mir castle");
        refused(
                new Create(Kind.ARTICLE, Cast.ENGLISH, null, nowhere, null, TestDesk.content("A day"), null),
                "refused.section-unknown");
        refused(new Move(item, nowhere), "refused.section-unknown");
    }

    @Test
    void dueInstantMustBeInTheFuture() {
        ItemId item = desk.draft("A day at Mir castle");
        refused(new Schedule(item, TestDesk.NOON), "refused.due-in-past");
        refused(new Schedule(item, TestDesk.NOON.minusMillis(1)), "refused.due-in-past");
        assertEquals(List.of(), desk.refusals(new Schedule(item, TestDesk.NOON.plusMillis(1))));
    }

    @Test
    void firstInstantCannotBeInTheFuture() {
        ItemId item = desk.draft("A day at Mir castle");
        refused(new Publish(item, TestDesk.NOON.plusMillis(1)), "refused.published-in-future");
        assertEquals(List.of(), desk.refusals(new Publish(item, TestDesk.NOON)));
    }

    @Test
    void stepsTogetherAreKeptTogetherOrNotAtAll() {
        ItemId item = desk.draft("A day at Mir castle");
        var before = desk.tables().dump();
        try {
            desk.desk().together(Cast.VERA, work -> {
                work.carryOut(new Publish(item, null)).orThrow();
                return work.carryOut(new Publish(NOBODY, null)).orThrow();
            });
        } catch (IllegalStateException refused) {
            assertTrue(String.valueOf(refused.getMessage()).contains("refused.item-unknown"));
        }
        assertEquals(before, desk.tables().dump());
        assertFalse(desk.state(item).isLive());
    }

    private void refused(Verb<?> verb, String reason) {
        var before = desk.tables().dump();
        assertEquals(List.of(reason), desk.refusals(verb), verb.toString());
        assertEquals(before, desk.tables().dump(), verb.toString());
    }
}
