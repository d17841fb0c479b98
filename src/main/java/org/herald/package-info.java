/** Herald, a publishing server for official portals; this package holds only its settings. docs/ has the map. */
@NullMarked
package org.herald;

import org.jspecify.annotations.NullMarked;
