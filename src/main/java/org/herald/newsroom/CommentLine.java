package org.herald.newsroom;

import java.util.List;
import org.herald.model.Comment;
import org.herald.model.Words;
import org.herald.newsroom.PortalTime.When;
import org.herald.publish.FailureReason;

/** A comment on an item, as screens show it. */
public record CommentLine(long id, String by, When at, String kind, String text, boolean isOpen, String resolved) {

    public static List<CommentLine> of(List<Comment> comments, PortalTime time, Words words) {
        return comments.stream().map(comment -> of(comment, time, words)).toList();
    }

    private static CommentLine of(Comment comment, PortalTime time, Words words) {
        var resolved = comment.resolved();
        return new CommentLine(
                comment.id().value(),
                PrincipalNames.name(comment.saidBy(), words),
                time.at(comment.saidAt(), words),
                comment.kind().word(),
                comment.kind() == Comment.Kind.MISSED ? missed(comment.text(), words) : comment.text(),
                resolved == null,
                resolved == null
                        ? ""
                        : words.say(
                                "desk.resolved",
                                PrincipalNames.name(resolved.by(), words),
                                time.at(resolved.at(), words).text()));
    }

    private static String missed(String why, Words words) {
        return FailureReason.read(why)
                .filter(reason -> words.has(reason.key()))
                .map(reason -> Reasons.say(words, reason))
                .orElseGet(() -> words.say("desk.missed-fault", why));
    }

    public boolean isWhyItCameBack() {
        return !kind.equals(Comment.Kind.REMARK.word());
    }

    public String kindKey() {
        return "desk.comment-" + kind;
    }
}
