/** How feeds are written, and who is told of them. */
@NullMarked
package org.herald.site.feeds;

import org.jspecify.annotations.NullMarked;
