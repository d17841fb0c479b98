package org.herald.site.directory;

import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.herald.model.geo.Bounds;

/**
 * The addresses of other maps of the same entries. They keep whatever else the reader chose.
 *
 * @param whole of the map as it is without a choice
 * @param area of the map of a region, by its word: {@code ?area=brest}
 * @param box of the map of a part: {@code ?map=52.1,23.65,53.9,27.56}, as {@link Bounds#toString} writes it
 * @param list the fragment of the list of the same entries on the page: {@code #entries}
 */
public record MapAddresses(String whole, UnaryOperator<String> area, Function<Bounds, String> box, String list) {}
