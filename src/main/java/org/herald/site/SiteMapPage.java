package org.herald.site;

import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** Everything that stands in the portal's order: sections with those below them, pages, years of the archive. */
public record SiteMapPage(Layout frame, String title, List<Branch> sections, List<Link> pages, List<Link> years)
        implements TemplateInstance {

    /** A section and those below it. */
    public record Branch(Link section, List<Branch> below) {}
}
