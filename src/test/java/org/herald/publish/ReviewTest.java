package org.herald.publish;

import static org.herald.testing.TestDesk.content;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.herald.model.Comment;
import org.herald.model.CommentId;
import org.herald.model.ItemId;
import org.herald.model.State;
import org.herald.store.CommentQueries;
import org.herald.testing.Cast;
import org.herald.testing.TestDesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a draft through review to approval and back; what was not read does not go out. */
final class ReviewTest {
    private final TestDesk desk;

    ReviewTest(@TempDir Path folder) {
        desk = new TestDesk(folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void whatIsSentBackIsADraftWithTheReasonBesideIt() {
        ItemId item = desk.in(State.IN_REVIEW, "Night of museums");
        desk.done(Cast.VERA, new SendBack(item, " Who says so? "));

        assertEquals(State.DRAFT, desk.state(item));
        var comment = new CommentQueries(desk.database()).about(item).getFirst();
        assertEquals("Who says so?", comment.text());
        assertEquals(Cast.VERA, comment.saidBy());
        assertEquals(Comment.Kind.SENT_BACK, comment.kind());
        assertEquals(desk.head(item), comment.revision());
    }

    @Test
    void withoutApprovalNothingGoesOutWhereReviewIsRequired() {
        ItemId item = desk.draft("Night of museums");
        var publish = new Reviewed<>(item, new Publish(item, null));
        assertEquals(List.of("refused.not-approved"), desk.refusals(publish));
        desk.done(new SendToReview(item));
        assertEquals(List.of("refused.not-approved"), desk.refusals(publish));
        desk.done(Cast.VERA, new Approve(item, desk.head(item)));
        assertEquals(List.of(), desk.refusals(publish));
        assertEquals(State.PUBLISHED, desk.state(item));
    }

    @Test
    void changedTextOfALiveItemNeedsItsOwnApproval() {
        ItemId item = desk.approved(desk.draft("Night of museums"));
        var publish = new Reviewed<>(item, new Publish(item, null));
        desk.done(publish);
        desk.done(new Revise(item, content("Nights of museums"), null));
        assertEquals(List.of("refused.not-approved"), desk.refusals(publish));
        desk.done(Cast.VERA, new Approve(item, desk.head(item)));
        assertEquals(State.PUBLISHED, desk.state(item));
        assertEquals(List.of(), desk.refusals(publish));
    }

    @Test
    void approvalIsOfTheRevisionThatWasRead() {
        ItemId item = desk.in(State.IN_REVIEW, "Night of museums");
        var read = desk.head(item);
        desk.done(Cast.JAN, new Revise(item, content("Night of the museums"), null));
        assertEquals(List.of("refused.newer-revision"), desk.refusals(new Approve(item, read)));
        assertEquals(State.IN_REVIEW, desk.state(item));
    }

    @Test
    void changeAfterApprovalFallsBackIntoReviewUnlessItsAuthorMayApprove() {
        ItemId item = desk.approved(desk.draft("Night of museums"));
        desk.done(Cast.VERA, new Revise(item, content("Night of the museums"), null, true));
        assertEquals(State.APPROVED, desk.state(item));
        assertEquals(List.of(), desk.refusals(new Reviewed<>(item, new Schedule(item, later()))));
        desk.done(new Revise(item, content("Night at the museum"), null));

        assertEquals(State.IN_REVIEW, desk.state(item));
        desk.clock().pass(Duration.ofDays(2));
        assertEquals(List.of(), new Timetable(desk.desk()).publishDue());
    }

    @Test
    void whatIsTakenOffTheScheduleIsStillApproved() {
        ItemId item = desk.approved(desk.draft("Night of museums"));
        desk.done(new Schedule(item, later()));
        desk.done(new Unschedule(item));
        assertEquals(State.APPROVED, desk.state(item));
    }

    @Test
    void remarksStayOpenUntilSomebodyResolvesThem() {
        ItemId item = desk.draft("Night of museums");
        var comments = new CommentQueries(desk.database());
        var remark = desk.done(Cast.JAN, new Remark(item, "Which museum?"));
        desk.done(new Remark(item, "All of them."));
        desk.clock().pass(Duration.ofHours(1));
        desk.done(new Resolve(remark));

        assertEquals(
                List.of("Which museum?", "All of them."),
                comments.about(item).stream().map(Comment::text).toList());
        assertEquals(
                new Comment.Resolution(desk.clock().instant(), Cast.ALESIA),
                comments.about(item).getFirst().resolved());
        assertNull(comments.about(item).getLast().resolved());
        assertEquals("resolve", desk.tables().value("select verb from change order by position desc limit 1"));
        assertEquals(List.of("refused.comment-not-open"), desk.refusals(new Resolve(remark)));
        assertEquals(List.of("refused.comment-not-open"), desk.refusals(new Resolve(new CommentId(404))));
        assertEquals(List.of("refused.remark-empty"), desk.refusals(new Remark(item, " ")));
        assertEquals(List.of("refused.item-unknown"), desk.refusals(new Remark(new ItemId(404), "Who?")));
    }

    private Instant later() {
        return desk.clock().instant().plus(Duration.ofDays(1));
    }
}
