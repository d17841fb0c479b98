package org.herald.publish;

import static org.herald.testing.TestPortal.content;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.herald.config.KindFiles;
import org.herald.model.Comment;
import org.herald.model.CommentId;
import org.herald.model.CorrectionHistory;
import org.herald.model.ItemId;
import org.herald.model.Outcome;
import org.herald.model.Principal;
import org.herald.model.Role;
import org.herald.model.State;
import org.herald.store.CommentQueries;
import org.herald.store.CorrectionQueries;
import org.herald.store.OpenItemQueries;
import org.herald.testing.Cast;
import org.herald.testing.TestPortal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From a draft through review to approval and back; what was not read does not go out. */
final class ReviewTest {
    private static final PublishingRules REVIEW = new PublishingRules(KindFiles.ofProduct(), true, null);

    private final TestPortal portal;

    ReviewTest(@TempDir Path folder) {
        portal = new TestPortal(folder);
        portal.become(Cast.ALESIA, Role.EDITOR);
        portal.become(Cast.JAN, Role.REPORTER);
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void whatIsSentBackIsADraftWithTheReasonBesideIt() {
        ItemId item = portal.in(State.IN_REVIEW, "Night of museums");
        portal.done(Cast.VERA, new SendBack(item, " Who\0says so? "));

        assertEquals(State.DRAFT, portal.state(item));
        var comment = new CommentQueries(portal.database()).about(item).getFirst();
        assertEquals("Who says so?", comment.text());
        assertEquals(Cast.VERA, comment.saidBy());
        assertEquals(Comment.Kind.SENT_BACK, comment.kind());
        assertEquals(portal.head(item), comment.revision());
    }

    @Test
    void withoutApprovalNothingGoesOutWhereReviewIsRequired() {
        ItemId item = portal.draft("Night of museums");
        var publish = new Publish(item, null);
        assertEquals(List.of("refused.not-approved"), refused(publish));
        portal.done(new SendToReview(item));
        assertEquals(List.of("refused.not-approved"), refused(publish));
        portal.done(Cast.VERA, new Approve(item, portal.head(item)));
        assertEquals(List.of(), refused(publish));
        assertEquals(State.PUBLISHED, portal.state(item));
    }

    @Test
    void changedTextOfALiveItemNeedsItsOwnApproval() {
        ItemId item = portal.approved(portal.draft("Night of museums"));
        var publish = new Publish(item, null);
        reviewed(publish);
        portal.done(new Revise(item, content("Nights of museums"), null));
        var update = new Update(item);
        assertEquals(List.of("refused.not-approved"), refused(publish));
        assertEquals(List.of("refused.not-approved"), refused(update));
        assertEquals(List.of("refused.change-state"), portal.refusals(new Approve(item, portal.head(item))));
        portal.done(new SendToReview(item));
        portal.done(Cast.VERA, new Approve(item, portal.head(item)));
        assertEquals(State.PUBLISHED, portal.state(item));
        assertEquals(List.of(), refused(update));
    }

    @Test
    void approvalIsOfTheRevisionThatWasRead() {
        ItemId item = portal.in(State.IN_REVIEW, "Night of museums");
        var read = portal.head(item);
        portal.done(Cast.JAN, new Revise(item, content("Night of the museums"), null));
        assertEquals(List.of("refused.newer-revision"), portal.refusals(new Approve(item, read)));
        assertEquals(State.IN_REVIEW, portal.state(item));
    }

    @Test
    void changeAfterApprovalFallsBackIntoReviewUnlessItsAuthorMayApprove() {
        ItemId item = portal.approved(portal.draft("Night of museums"));
        portal.done(Cast.VERA, new Revise(item, content("Night of the museums"), null));
        assertEquals(State.APPROVED, portal.state(item));
        assertEquals(List.of(), refused(new Schedule(item, later())));
        portal.done(Cast.JAN, new Revise(item, content("Night at the museum"), null));

        assertEquals(State.IN_REVIEW, portal.state(item));
        portal.clock().pass(Duration.ofDays(2));
        assertEquals(List.of(), new Timetable(portal.bus()).publishDue());
    }

    @Test
    void whatIsTakenOffTheScheduleIsStillApproved() {
        ItemId item = portal.approved(portal.draft("Night of museums"));
        portal.done(new Schedule(item, later()));
        portal.done(new Unschedule(item));
        assertEquals(State.APPROVED, portal.state(item));
    }

    @Test
    void remarksStayOpenUntilSomebodyResolvesThem() {
        ItemId item = portal.draft("Night of museums");
        var comments = new CommentQueries(portal.database());
        var remark = portal.done(Cast.JAN, new AddComment(item, "Which museum?"));
        portal.done(new AddComment(item, "All\0of them. "));
        portal.clock().pass(Duration.ofHours(1));
        portal.done(new Resolve(remark));

        assertEquals(
                List.of("Which museum?", "All of them."),
                comments.about(item).stream().map(Comment::text).toList());
        assertEquals(
                new Comment.Resolution(portal.clock().instant(), Cast.ALESIA),
                comments.about(item).getFirst().resolved());
        assertNull(comments.about(item).getLast().resolved());
        assertEquals("resolve", portal.tables().value("select verb from change order by position desc limit 1"));
        assertEquals(List.of("refused.comment-not-open"), portal.refusals(new Resolve(remark)));
        assertEquals(List.of("refused.comment-not-open"), portal.refusals(new Resolve(new CommentId(404))));
        assertEquals(List.of("refused.remark-empty"), portal.refusals(new AddComment(item, " \0")));
        assertEquals(List.of("refused.item-unknown"), portal.refusals(new AddComment(new ItemId(404), "Who?")));
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            FROM          , DRAFT    , IN_REVIEW, APPROVED
            REVISE        , DRAFT    , IN_REVIEW, IN_REVIEW
            REVERT        , DRAFT    , IN_REVIEW, IN_REVIEW
            SEND_TO_REVIEW, IN_REVIEW, -        , -
            SEND_BACK     , -        , DRAFT    , DRAFT
            APPROVE       , -        , APPROVED , -
            MOVE          , DRAFT    , IN_REVIEW, APPROVED
            """)
    void changeToWhatReadersSeeIsReviewedLikeANewItem(
            Transitions transition, String draft, String inReview, String approved) {
        var expected = Map.of(State.DRAFT, draft, State.IN_REVIEW, inReview, State.APPROVED, approved);
        for (State from : List.of(State.PUBLISHED, State.CORRECTED, State.WITHDRAWN)) {
            expected.forEach((change, then) -> {
                String cell = transition + " of a change from " + change + " behind " + from;
                ItemId item = withChange(portal.in(from, cell), change);
                // a reporter, whose revisions keep no approval, and a chief editor, who may do the rest
                Principal by =
                        transition == Transitions.REVISE || transition == Transitions.REVERT ? Cast.JAN : Cast.VERA;
                var outcome = portal.bus().carryOut(by, moved(transition, item));
                if (then.equals("-")) {
                    assertEquals(
                            Outcome.refused("refused.change-state", transition.word(), change.word()), outcome, cell);
                    assertEquals(Optional.of(change), change(item), cell);
                } else {
                    assertTrue(outcome instanceof Outcome.Done<?>, () -> cell + ": " + outcome);
                    assertEquals(Optional.of(State.valueOf(then)), change(item), cell);
                }
                assertEquals(from, portal.state(item), cell);
                assertEquals(
                        change(item).map(State::word).orElse("null"),
                        portal.tables().value("select change_state from desk where item_id = ?", item.value()),
                        cell);
            });
        }
    }

    private Verb<?> moved(Transitions transition, ItemId item) {
        return switch (transition) {
            case REVISE -> new Revise(item, content("Changed twice"), null);
            case REVERT -> new Revert(item, portal.head(item));
            case SEND_TO_REVIEW -> new SendToReview(item);
            case SEND_BACK -> new SendBack(item, "Who says so?");
            case APPROVE -> new Approve(item, portal.head(item));
            case MOVE -> new Move(item, portal.section("tourism"));
            default -> throw new IllegalArgumentException(transition.toString());
        };
    }

    private ItemId withChange(ItemId item, State state) {
        portal.done(new Revise(item, content("Changed"), null));
        if (state != State.DRAFT) {
            portal.done(new SendToReview(item));
        }
        if (state == State.APPROVED) {
            portal.done(Cast.VERA, new Approve(item, portal.head(item)));
        }
        return item;
    }

    /** Why a verb by Alesia is refused where review is required; empty when it is done. */
    private List<String> refused(Verb<?> verb) {
        return TestPortal.refusals(portal.under(REVIEW).carryOut(Cast.ALESIA, verb));
    }

    /** A verb by Alesia that must be done where review is required. */
    private void reviewed(Verb<?> verb) {
        portal.under(REVIEW).carryOut(Cast.ALESIA, verb).orThrow();
    }

    private Optional<State> change(ItemId item) {
        return Optional.ofNullable(
                new OpenItemQueries(portal.database()).find(item).orElseThrow().change());
    }

    @Test
    void approvedChangeIsPublishedAsAnUpdateOrACorrectionAndThenNoneWaits() {
        for (State state : List.of(State.DRAFT, State.IN_REVIEW, State.APPROVED)) {
            ItemId item = withChange(portal.published("Night of museums " + state), state);
            boolean isApproved = state == State.APPROVED;
            var refused = isApproved ? List.of() : List.of("refused.not-approved");
            assertEquals(isApproved ? List.of("refused.note-empty") : refused, refused(new Correct(item, " ")));
            assertEquals(
                    List.of("refused.not-approved"),
                    refused(new Correct(item, content("My own words"), "A name was wrong.")),
                    "words that nobody has read");
            assertEquals(refused, refused(new Correct(item, "A name was wrong.")));
            assertEquals(isApproved ? State.CORRECTED : State.PUBLISHED, portal.state(item));
            assertEquals(isApproved ? Optional.empty() : Optional.of(state), change(item));
        }
        ItemId updated = withChange(portal.published("Day of museums"), State.APPROVED);
        portal.clock().pass(Duration.ofHours(1));
        reviewed(new Update(updated));
        assertEquals(State.PUBLISHED, portal.state(updated));
        assertEquals(Optional.empty(), change(updated));
        assertEquals(List.of("refused.no-change"), portal.refusals(new Update(updated)));
        assertEquals(
                Long.toString(portal.clock().instant().toEpochMilli()),
                portal.tables().value("select updated_at from live where item_id = ?", updated.value()));
        portal.done(new Move(updated, portal.section("tourism")));
        assertNotEquals(
                "null", portal.tables().value("select updated_at from live where item_id = ?", updated.value()));
    }

    @Test
    void changeByAnEditorIsAChangeLikeAnyOtherAndOneThatSaysWhatReadersSeeIsNone() {
        ItemId item = portal.approved(portal.draft("Night of museums"));
        reviewed(new Publish(item, null));
        var shown = portal.head(item);
        portal.done(Cast.VERA, new Revise(item, content("Nights of museums"), null));
        assertEquals(Optional.of(State.DRAFT), change(item), "the approval was of what readers see");
        portal.done(new SendToReview(item));
        portal.done(Cast.VERA, new Approve(item, portal.head(item)));
        portal.done(Cast.VERA, new Revise(item, content("Nights of the museums"), null));
        assertEquals(Optional.of(State.APPROVED), change(item));
        portal.done(new Revert(item, shown));
        assertEquals(Optional.empty(), change(item));
        assertEquals(List.of("refused.nothing-corrected"), portal.refusals(new Correct(item, "Nothing.")));
        assertEquals(
                List.of("refused.nothing-corrected"),
                portal.refusals(new Correct(item, content("Night of museums"), "Nothing.")));
        assertEquals(List.of("refused.no-change"), portal.refusals(new Update(item)));
    }

    @Test
    void nobodyApprovesAChangeOfTheirOwnAndWhatWasNotReadIsNotRestored() {
        ItemId item = withChange(portal.published("Night of museums"), State.IN_REVIEW);
        assertEquals(List.of("refused.own-revision"), refused(new Approve(item, portal.head(item))));
        portal.done(new Withdraw(item, "It was not true."));
        assertEquals(List.of("refused.not-approved"), refused(new Restore(item)));
        portal.done(Cast.VERA, new Approve(item, portal.head(item)));
        reviewed(new Restore(item));
        assertEquals(State.PUBLISHED, portal.state(item));
        assertEquals(Optional.empty(), change(item));
    }

    @Test
    void noteOfACorrectionIsAmendedAndItsEarlierWordingStays() {
        ItemId item = portal.in(State.CORRECTED, "Night of museums");
        var corrections = new CorrectionQueries(portal.database());
        var correction = corrections.of(item).getFirst();
        portal.clock().pass(Duration.ofHours(1));
        portal.done(Cast.VERA, new AmendNote(item, correction.id(), " A date and a\0name were wrong. "));
        assertEquals(
                List.of("A date was wrong.", "A date and a name were wrong."),
                corrections.of(item).getFirst().wordings().stream()
                        .map(CorrectionHistory.Wording::note)
                        .toList());
        assertEquals(
                "3|amend-note|item:" + item,
                portal.tables()
                        .value("select principal_id, verb, keys from change order by position desc limit 1")
                        .strip());
        assertEquals(
                "A date and a name were wrong.",
                portal.items()
                        .attached(item, List.of(), List.of())
                        .corrections()
                        .getFirst()
                        .note());
        assertEquals(
                List.of("refused.note-empty"),
                TestPortal.refusals(portal.bus().carryOut(Cast.VERA, new AmendNote(item, correction.id(), " "))));
        assertEquals(
                List.of("refused.note-unchanged"),
                TestPortal.refusals(portal.bus()
                        .carryOut(Cast.VERA, new AmendNote(item, correction.id(), "A date and a name were wrong."))));
        ItemId other = portal.in(State.CORRECTED, "Day of museums");
        assertEquals(
                List.of("refused.correction-unknown"),
                TestPortal.refusals(
                        portal.bus().carryOut(Cast.VERA, new AmendNote(other, correction.id(), "Of another item."))));
    }

    @Test
    void itemIsWithdrawnWithItsTranslationsOrNoneOfThemIs() {
        ItemId one = portal.published("Night of museums");
        ItemId two = portal.published("Ноч музеяў");
        ItemId draft = portal.draft("Ночь музеев");
        assertEquals(
                List.of("refused.state"),
                portal.refusals(
                        new WithdrawTogether(List.of(new Withdraw(one, "Not so."), new Withdraw(draft, "Not so.")))));
        assertEquals(
                List.of("refused.reason-empty"),
                portal.refusals(new WithdrawTogether(List.of(new Withdraw(one, " "), new Withdraw(two, " ")))));
        assertEquals(State.PUBLISHED, portal.state(one));
        portal.done(new WithdrawTogether(List.of(new Withdraw(one, "Not so."), new Withdraw(two, "Не так."))));
        assertEquals(List.of(State.WITHDRAWN, State.WITHDRAWN), List.of(portal.state(one), portal.state(two)));
    }

    private Instant later() {
        return portal.clock().instant().plus(Duration.ofDays(1));
    }
}
