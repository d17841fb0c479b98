/**
 * PostgreSQL as the store of a portal: its connections, its migrations, and what its failures mean. Nothing here, nor the
 * driver, is loaded unless {@code database.url} names a server. Start with {@link
 * org.herald.store.postgres.PostgresEngine}.
 */
@NullMarked
package org.herald.store.postgres;

import org.jspecify.annotations.NullMarked;
