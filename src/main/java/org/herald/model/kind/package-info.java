/**
 * What an item can be: kinds, their fields and the values of fields, as a portal declares them. Start with {@link
 * org.herald.model.kind.Kind}.
 */
@NullMarked
package org.herald.model.kind;

import org.jspecify.annotations.NullMarked;
