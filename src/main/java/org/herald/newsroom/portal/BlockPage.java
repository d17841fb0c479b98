package org.herald.newsroom.portal;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.herald.newsroom.FieldErrors;
import org.herald.newsroom.NewsroomFrame;

/**
 * A block, to be changed.
 *
 * @param action where the form goes
 * @param removal where it is removed; empty for a new one
 * @param sections what can be led to, by its title
 */
@CheckedTemplate(basePath = "newsroom")
public record BlockPage(
        NewsroomFrame frame,
        PortalHead head,
        FieldErrors errors,
        String action,
        String removal,
        BlockForm form,
        List<MenuPage.Aim> sections,
        Choices choices)
        implements TemplateInstance {

    /**
     * The kinds and spots, what the typed target is, and where its picture is.
     *
     * @param picture the address of its file; empty without one
     */
    public record Choices(
            List<Pick> kinds,
            List<Pick> spots,
            List<Pick> directories,
            List<Pick> orders,
            List<Filter> filters,
            List<Pick> branches,
            String aim,
            boolean isLost,
            String picture) {}

    /** A field by whose values events are chosen. */
    public record Filter(String name, String label, List<Pick> options) {}

    /** One of several values. */
    public record Pick(String value, String label, boolean isSelected) {}
}
