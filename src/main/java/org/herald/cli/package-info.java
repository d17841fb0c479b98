/**
 * The {@code herald} command: serve, import, and the making of the sample portal. It may call every room, and it is where
 * the product is put together. Start with {@link org.herald.cli.Main} and {@link org.herald.cli.Wiring}.
 */
@NullMarked
package org.herald.cli;

import org.jspecify.annotations.NullMarked;
