/**
 * Two texts beside each other, and three brought together: what changed between two contents, what of two changes can stand
 * together, which sentence of a translation says which of its original. It computes and stores nothing, within a bounded
 * effort. May call {@code model} alone. Start with {@link org.herald.publish.merge.Merging}.
 */
@NullMarked
package org.herald.publish.merge;

import org.jspecify.annotations.NullMarked;
