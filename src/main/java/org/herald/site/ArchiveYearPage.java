package org.herald.site;

import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One year of the archive as calendars of its months. */
public record ArchiveYearPage(
        Layout frame,
        String title,
        String stories,
        @Nullable Link previous,
        @Nullable Link next,
        List<Calendar> months) implements TemplateInstance {}
