/**
 * What the tests of all rooms share: the {@link org.herald.testing.Cast}, a clock that stands still, and a small portal
 * at whose desk items are made in a line. Start with {@link org.herald.testing.TestPortal}.
 */
@NullMarked
package org.herald.testing;

import org.jspecify.annotations.NullMarked;
