package org.herald.exchange.ics;

import java.util.Optional;
import org.herald.exchange.csv.CsvOptions;
import org.herald.model.Language;

/**
 * How a calendar is to be taken.
 *
 * @param entries with the kind that stands in the calendar
 * @param language of its texts; absent for the one that the calendar names, or else the first of the portal
 * @param host of the portal, whose own events are not taken
 */
public record IcsOptions(CsvOptions entries, Optional<Language> language, String host) {}
