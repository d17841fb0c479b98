/**
 * The bytes of assets: kept in the site folder by the hash of their content, named by their type as their first bytes
 * tell it. May call {@code model} and {@code store}. Start with {@link org.herald.media.FolderFiles}.
 */
@NullMarked
package org.herald.media;

import org.jspecify.annotations.NullMarked;
