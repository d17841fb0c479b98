/**
 * SQLite as the store of a portal: its file and what becomes of it, its migrations, and what its failures mean. Start with
 * {@link org.herald.store.sqlite.SqliteEngine}.
 */
@NullMarked
package org.herald.store.sqlite;

import org.jspecify.annotations.NullMarked;
