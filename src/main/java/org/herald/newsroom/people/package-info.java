/**
 * The accounts of others: who is in the newsroom, what they may do, how they sign in, and the audit log of what everyone did.
 * May call {@code newsroom}, and {@code newsroom.account} for the rows of one account. Start with {@link
 * org.herald.newsroom.people.PeopleScreens}.
 */
@NullMarked
package org.herald.newsroom.people;

import org.jspecify.annotations.NullMarked;
