package org.herald.publish.merge;

import java.util.function.BiPredicate;
import java.util.function.ToIntFunction;

/**
 * When one element of a list may have become one of another.
 *
 * @param isSame true for equal ones at least
 * @param weight how many comparisons of words an element costs each time
 */
record Likeness<T>(BiPredicate<T, T> isSame, ToIntFunction<T> weight) {

    /** Words and marks are the same or not. */
    static final Likeness<String> EQUAL = new Likeness<>(String::equals, _ -> 1);

    /** Blocks may have changed. */
    static final Likeness<TextBlock> LIKE =
            new Likeness<>(TextBlock::isLike, block -> 1 + block.bag().size());
}
