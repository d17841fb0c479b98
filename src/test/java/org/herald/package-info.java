/** Tests of the house itself: which room may call which, how files and documentation are kept. */
@NullMarked
package org.herald;

import org.jspecify.annotations.NullMarked;
