package org.herald.site;

import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The years of the archive, newest first, of the whole portal or of one section. */
public record ArchivePage(Layout frame, String title, List<YearLine> years, Calendar calendar)
        implements TemplateInstance {

    /** A year: its link, how many stories it has, and its months that have any. */
    public record YearLine(Link year, String stories, List<Link> months) {}
}
