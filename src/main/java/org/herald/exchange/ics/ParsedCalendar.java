package org.herald.exchange.ics;

import java.util.List;
import java.util.Map;
import org.herald.exchange.csv.ImportNote;

/**
 * What a file has.
 *
 * @param zones by TZID
 * @param notes of the file as a whole
 */
record ParsedCalendar(List<ParsedEvent> events, Map<String, ParsedZone> zones, List<ImportNote> notes) {}
