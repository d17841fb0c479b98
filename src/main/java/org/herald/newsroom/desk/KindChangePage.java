package org.herald.newsroom.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.herald.newsroom.Choice;
import org.herald.newsroom.FieldErrors;
import org.herald.newsroom.NewsroomFrame;

/**
 * One change of several items of a kind: which it shall be, what it would do to each, and what it did.
 *
 * @param step {@code ask}, {@code preview} or {@code done}
 * @param chosen what was chosen, for the next step
 */
@CheckedTemplate(basePath = "newsroom")
public record KindChangePage(
        NewsroomFrame frame,
        String step,
        Back back,
        List<Settable> fields,
        List<Choice> sections,
        List<Line> lines,
        Chosen chosen,
        FieldErrors errors)
        implements TemplateInstance {

    /** A field that can be set, and how. */
    public record Settable(String what, KindTablePage.Input input) {}

    /** The table from which it came. */
    public record Back(String path, String query) {

        public String url() {
            return query.isEmpty() ? path : path + "?" + query;
        }
    }

    /**
     * A change.
     *
     * @param what the name of a field after {@code field-}, {@code tag-add}, {@code tag-remove} or {@code section}
     * @param text what it does, in words
     */
    public record Chosen(String what, String value, String text) {

        public boolean is(String word) {
            return what.equals(word);
        }
    }

    /**
     * An item.
     *
     * @param value the item with the revision that is shown
     * @param result {@code change}, {@code same} or {@code refused}
     */
    public record Line(
            long item,
            String value,
            String headline,
            String language,
            String before,
            String after,
            String result,
            List<String> reasons) {

        public String resultKey() {
            return "kinds.result-" + result;
        }
    }
}
