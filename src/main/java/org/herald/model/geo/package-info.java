/**
 * Points of the Earth, how far they are from each other, and what bounds them. Start with {@link
 * org.herald.model.geo.Point}.
 */
@NullMarked
package org.herald.model.geo;

import org.jspecify.annotations.NullMarked;
