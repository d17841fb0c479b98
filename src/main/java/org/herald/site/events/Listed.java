package org.herald.site.events;

import org.herald.model.event.Occurrence;

/** An event in a list, and the occurrence with which it stands there. */
public record Listed(Event event, Occurrence occurrence) {}
