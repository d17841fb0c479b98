package org.herald.newsroom.writing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.herald.newsroom.FieldErrors;
import org.herald.newsroom.ItemHead;
import org.herald.newsroom.NewsroomFrame;

/**
 * Two texts that two people made of one, and the places where somebody must choose.
 *
 * @param theirs who saved the other one, and when
 */
@CheckedTemplate(basePath = "newsroom")
public record MergePage(
        NewsroomFrame frame,
        ItemHead head,
        FieldErrors errors,
        Draft draft,
        String theirs,
        List<ConflictView> conflicts)
        implements TemplateInstance {

    /**
     * The draft that is being settled.
     *
     * @param with the revision that it is brought together with
     */
    public record Draft(long id, long version, String with, String language) {}

    /**
     * A place that both changed.
     *
     * @param chosen {@code mine}, {@code theirs}, {@code hand}, or empty
     * @param typed what was typed by hand
     * @param wrong what is wrong with the choice; empty for nothing
     */
    public record ConflictView(
            int number,
            String label,
            Kind kind,
            Side before,
            Side mine,
            Side theirs,
            String chosen,
            String typed,
            String wrong) {

        public boolean isBody() {
            return kind == Kind.BODY;
        }

        /** True when a text may be typed instead of both. */
        public boolean isByHand() {
            return kind.isByHand();
        }
    }

    /** How a place is settled by hand: in the editor, in a field, or not at all. */
    public enum Kind {
        BODY,
        PICTURE,
        TEXT,
        /** A field whose value has parts that belong together. */
        WHOLE;

        boolean isByHand() {
            return this == BODY || this == TEXT;
        }
    }

    /** One of the texts of a place, its words marked against those before, and a picture's address or nothing. */
    public record Side(DifferenceView words, String picture) {}
}
