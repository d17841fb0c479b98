/** Tests of search: judged queries, how well answers agree with them, and other engines on the same content. */
@NullMarked
package org.herald.search;

import org.jspecify.annotations.NullMarked;
