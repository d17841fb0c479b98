package org.herald.site;

import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One day of the archive. */
public record ArchiveDayPage(
        Layout frame,
        String title,
        List<Card> cards,
        @Nullable Link previous,
        @Nullable Link next,
        Calendar calendar) implements TemplateInstance {}
