package org.herald.newsroom.portal;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.herald.newsroom.FieldErrors;
import org.herald.newsroom.NewsroomFrame;

/**
 * The tree of sections, to be put into order, and a form for a new one.
 *
 * @param order the identities of all sections as the tree shows them
 * @param seen names the order that the form was made from
 */
@CheckedTemplate(basePath = "newsroom")
public record SectionsPage(
        NewsroomFrame frame,
        PortalHead head,
        FieldErrors errors,
        List<Branch> tree,
        String order,
        String seen,
        NewSection form)
        implements TemplateInstance {

    /** A section with those below it. */
    public record Branch(long id, String title, String path, String count, List<Branch> below) {}

    /** What was typed of a new section. */
    public record NewSection(String word, List<TitleField> titles, List<Option> parents) {}

    /** The words of a section in one language, as typed. */
    public record TitleField(String language, String name, String title, String description) {

        /** The identity of the field with its title. */
        public String titleId() {
            return "title-" + language;
        }
    }

    /** A section that can be chosen. */
    public record Option(long id, String label, boolean isSelected) {}
}
