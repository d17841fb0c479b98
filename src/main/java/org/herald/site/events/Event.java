package org.herald.site.events;

import java.time.Instant;
import java.util.List;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.event.EventTimes;
import org.herald.model.kind.Fields;

/**
 * An event that readers see.
 *
 * @param card the fields that lists show
 * @param venues where it is, also single dates of it
 */
public record Event(
        ItemId id,
        Language language,
        String path,
        String headline,
        String standfirst,
        Instant publishedAt,
        EventTimes times,
        Fields card,
        List<ItemId> venues) {}
