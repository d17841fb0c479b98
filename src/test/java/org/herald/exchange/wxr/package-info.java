/** Tests of the import of WordPress exports. */
@NullMarked
package org.herald.exchange.wxr;

import org.jspecify.annotations.NullMarked;
