/**
 * The bytes of assets: kept in the site folder by the hash of their content, named by their type as their first bytes
 * tell it; pictures that people bring are cleaned and checked first, and made smaller when readers need it. May call
 * {@code model} and {@code store}. Start with {@link org.herald.media.Incoming} and {@link org.herald.media.Renditions}.
 */
@NullMarked
package org.herald.media;

import org.jspecify.annotations.NullMarked;
