/** Tests of the newsroom's screens, through HTTP and in a browser. */
@NullMarked
package org.herald.newsroom;

import org.jspecify.annotations.NullMarked;
