/**
 * Calendars of other programs in: the VEVENTs of an iCalendar file (RFC 5545) become events of the portal. The file is read
 * under limits, one content line after the other; what is wrong is noted of its component, and all others are taken. What
 * becomes of them is written by {@code exchange.csv}. It may call model, store, publish.body and exchange.csv. Start with
 * {@link org.herald.exchange.ics.CalendarEntries}.
 */
@NullMarked
package org.herald.exchange.ics;

import org.jspecify.annotations.NullMarked;
