/**
 * When events take place: dates, rules of recurrence and single changes (RFC 5545), and the occurrences that follow from
 * them. Start with {@link org.herald.model.event.EventTimes}.
 */
@NullMarked
package org.herald.model.event;

import org.jspecify.annotations.NullMarked;
