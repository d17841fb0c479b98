/** Directories: what readers choose of a kind's entries, the index in memory that answers it, and the map. */
@NullMarked
package org.herald.site.directory;

import org.jspecify.annotations.NullMarked;
