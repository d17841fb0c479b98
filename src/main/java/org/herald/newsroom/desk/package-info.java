/**
 * What the desk does: the list of items with its views and filters, several items at once, the table of one kind, the plan
 * of the coming days, and the desk of one item with review, release, correction and withdrawal. May call {@code newsroom}
 * and no other part of it. Start with {@link org.herald.newsroom.desk.DeskScreen}.
 */
@NullMarked
package org.herald.newsroom.desk;

import org.jspecify.annotations.NullMarked;
