/** The reader's site, asked over HTTP as readers and their browsers ask it. */
@NullMarked
package org.herald.site;

import org.jspecify.annotations.NullMarked;
