/** Tests of directories: their index, their map. */
@NullMarked
package org.herald.site.directory;

import org.jspecify.annotations.NullMarked;
