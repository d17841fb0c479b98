package org.herald.site;

import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** Everything that stands in the portal's order: sections with those below them, directories, pages, years of the archive. */
public record SiteMapPage(
        Layout frame,
        String title,
        List<Branch> sections,
        List<Directory> directories,
        List<Link> pages,
        List<Link> years)
        implements TemplateInstance {

    /** A directory with its entries by name; the first of them only when there are very many. */
    public record Directory(Link section, List<Link> entries) {}

    /** A section and those below it. */
    public record Branch(Link section, List<Branch> below) {}
}
