package org.herald.site;

import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** One month of the archive, its days newest first. */
public record ArchiveMonthPage(Layout frame, String title, String stories, Calendar calendar, List<DayGroup> days)
        implements TemplateInstance {

    /** A day and its stories; in a month with very many, only its first or none, and the link leads to all. */
    public record DayGroup(Link day, String stories, List<Card> cards) {}
}
