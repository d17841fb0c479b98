package org.herald.site;

import io.quarkus.qute.TemplateInstance;
import java.util.List;

/**
 * A page that says what went wrong, and where to go instead.
 *
 * @param status the HTTP status, as text
 * @param notice the notice of a withdrawn item, or empty
 */
public record ErrorPage(
        Frame frame, String status, String title, String explanation, String notice, List<Link> suggestions)
        implements TemplateInstance {}
