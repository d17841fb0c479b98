@NullMarked
package org.herald.outgoing;

import org.jspecify.annotations.NullMarked;
