/**
 * Events as calendar programs read them (iCalendar: RFC 5545 and RFC 7986). Pure functions of records: the same events give
 * the same bytes. It may call the model alone; {@link org.herald.events.CalendarWriter} is the file to open first.
 */
@NullMarked
package org.herald.events;

import org.jspecify.annotations.NullMarked;
