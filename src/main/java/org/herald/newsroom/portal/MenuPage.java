package org.herald.newsroom.portal;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.herald.newsroom.FieldErrors;
import org.herald.newsroom.NewsroomFrame;

/**
 * A menu of one language: its entries in order, to be changed.
 *
 * @param others the other menus and languages
 * @param sections what can be led to, by its title
 */
@CheckedTemplate(basePath = "newsroom")
public record MenuPage(
        NewsroomFrame frame,
        PortalHead head,
        FieldErrors errors,
        List<Other> others,
        List<Line> lines,
        List<Aim> sections,
        Form form)
        implements TemplateInstance {

    /** Where the form goes, what state of the menu it was made from, and in which language its labels are. */
    public record Form(String action, String seen, String language) {}

    /** Another menu. */
    public record Other(String label, String path, boolean isCurrent) {}

    /**
     * An entry as it was typed.
     *
     * @param aim what its target is, in words
     * @param isLost true when readers do not see what it leads to, and so do not see the entry
     */
    public record Line(int number, String label, String target, String aim, boolean isLost) {

        /** The identity of the field with its label. */
        public String labelId() {
            return "label-" + number;
        }

        /** The identity of the field with its target. */
        public String targetId() {
            return "target-" + number;
        }
    }

    /** Something that can be led to. */
    public record Aim(String target, String label) {}
}
