package org.herald.site.directory;

import org.herald.model.Words;
import org.herald.model.geo.Bounds;
import org.herald.model.geo.MapTiles;
import org.herald.model.geo.Outlines;
import org.jspecify.annotations.Nullable;

/**
 * What a map shows besides the entries.
 *
 * @param area the word of the region that the reader chose; empty for none, unknown ones are passed over
 * @param box the part that the reader chose, which goes before a region; null for none
 * @param words of the reader's language
 * @param tiles what stands below the drawing
 */
public record MapFrame(
        Outlines outlines, String area, @Nullable Bounds box, Words words, MapAddresses addresses, MapTiles tiles) {}
