@NullMarked
package org.herald.site.events;

import org.jspecify.annotations.NullMarked;
