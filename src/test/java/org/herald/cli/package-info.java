/** The command, and the sample portal that the other tests stand on. */
@NullMarked
package org.herald.cli;

import org.jspecify.annotations.NullMarked;
