/**
 * The only room that knows SQL: the portal's database, read by {@code …Queries} and written by {@code …Writes}, one pair
 * per subject. It calls {@code model} alone; only {@code publish} and
 * {@code people} may write. Start with {@link
 * org.herald.store.Database}, then {@code migrations/sqlite} for the tables.
 */
@NullMarked
package org.herald.store;

import org.jspecify.annotations.NullMarked;
