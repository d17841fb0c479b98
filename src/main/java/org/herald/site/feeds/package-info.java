/**
 * Feeds: what a feed is, how it is written as RSS, Atom and JSON Feed, the list of all feeds as OPML, and who tells a hub
 * that one changed. May call {@code model} and {@code store}. Start with {@link org.herald.site.feeds.Feed}.
 */
@NullMarked
package org.herald.site.feeds;

import org.jspecify.annotations.NullMarked;
