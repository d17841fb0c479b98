package org.herald.site.directory;

import org.herald.model.geo.Point;

/**
 * An entry on a map.
 *
 * @param name its headline
 * @param address where its marker leads
 */
public record MapEntry(String name, String address, Point place) {}
