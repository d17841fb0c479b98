package org.herald.newsroom.writing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.herald.newsroom.ItemHead;
import org.herald.newsroom.NewsroomFrame;
import org.jspecify.annotations.Nullable;

/**
 * The languages of the portal, and what there is of an item in each.
 *
 * @param original what this item is a translation of; nothing when it is none
 * @param language of this item
 * @param rows this item beside its original; none when it is no translation
 */
@CheckedTemplate(basePath = "newsroom")
public record TranslationsPage(
        NewsroomFrame frame,
        ItemHead head,
        List<String> reasons,
        List<Line> lines,
        Begin begin,
        @Nullable Original original,
        String language,
        List<Row> rows,
        boolean mayMark)
        implements TemplateInstance {

    /**
     * What there is in a language.
     *
     * @param path the screen on which the visitor works on it; empty when there is none
     * @param about how it stands to its original, in words
     * @param mayBegin true when there is none, and the visitor may write one
     */
    public record Line(
            String language,
            String name,
            String path,
            String headline,
            String state,
            String about,
            boolean isStale,
            boolean mayBegin) {

        public String stateKey() {
            return "state." + state;
        }
    }

    /**
     * A sentence beside its sentence, or a block beside its block.
     *
     * @param note in words, what is to be known of it; empty for nothing
     */
    public record Row(String original, String translation, boolean isChanged, String note) {}

    /** What a new translation is begun with. */
    public record Begin(String kind, String section, String group, String original) {}
}
