/** The events calendar: what takes place when, as an index in memory answers it. Start with {@link org.herald.site.events.EventIndex}. */
@NullMarked
package org.herald.site.events;

import org.jspecify.annotations.NullMarked;
