package org.herald.site;

import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.Map;

/**
 * A page that says what went wrong, and where to go instead.
 *
 * @param status the HTTP status, as text
 * @param notice the notice of a withdrawn item, or empty
 */
public record ErrorPage(
        Layout frame, String status, String title, String explanation, String notice, List<Link> suggestions)
        implements TemplateInstance {

    /** It asks the store nothing, so that it can say that the store is away. */
    static ErrorPage of(
            Layouts layouts,
            Edition edition,
            String status,
            String title,
            String explanation,
            String notice,
            List<Link> suggestions) {
        var subject = new Layouts.Subject(title, "", "", layouts.crumbs(edition, List.of(), title), Map.of());
        return new ErrorPage(layouts.frame(edition, subject), status, title, explanation, notice, suggestions);
    }
}
