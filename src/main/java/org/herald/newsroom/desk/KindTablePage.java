package org.herald.newsroom.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.herald.newsroom.Choice;
import org.herald.newsroom.NewsroomFrame;
import org.jspecify.annotations.Nullable;

/**
 * The items of a kind as a table.
 *
 * @param notices what could not be done, and what the user must know
 */
@CheckedTemplate(basePath = "newsroom")
public record KindTablePage(
        NewsroomFrame frame, Ways ways, FilterForm filter, List<Head> heads, List<Row> rows, List<String> notices)
        implements TemplateInstance {

    /**
     * Where the links of the table lead; empty for one that leads nowhere.
     *
     * @param path of the table without its query
     * @param query of the table as it is shown
     */
    public record Ways(
            String path,
            String query,
            String editing,
            String before,
            String after,
            boolean isEdited,
            boolean mayChange) {}

    /** What can be asked for. */
    public record FilterForm(
            String words,
            List<Choice> states,
            List<Choice> sections,
            List<Choice> languages,
            List<FieldFilter> fields,
            List<Choice> columns,
            String count) {}

    /** A field by which rows are narrowed. */
    public record FieldFilter(String name, String label, List<Choice> choices) {}

    /**
     * The head of a column.
     *
     * @param path where a click sorts by it; empty when it cannot
     * @param sorted {@code ascending}, {@code descending} or {@code none}
     */
    public record Head(String label, String path, String sorted) {}

    /**
     * An item.
     *
     * @param value the item with the revision that is shown
     * @param wrong why its change was refused
     */
    public record Row(
            long item,
            String value,
            String headline,
            String language,
            Standing standing,
            List<Cell> cells,
            List<Where> translations,
            List<String> wrong) {}

    /** Where an item stands. */
    public record Standing(String state, String change, String section) {

        public String stateKey() {
            return "state." + state;
        }

        public String changeKey() {
            return "change." + change;
        }
    }

    /**
     * The value of a field.
     *
     * @param input null when it is not changed here
     */
    public record Cell(String text, @Nullable Input input) {}

    /**
     * An input of a cell.
     *
     * @param options empty for a line of text
     */
    public record Input(String name, String label, String value, String mode, List<Choice> options) {}

    /**
     * An item in one language.
     *
     * @param item 0 when there is none
     */
    public record Where(String language, String name, long item, String state, boolean isStale) {

        public String stateKey() {
            return "state." + state;
        }
    }
}
