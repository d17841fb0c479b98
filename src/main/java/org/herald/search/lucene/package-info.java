/** The search index in the site folder, by Lucene. */
@NullMarked
package org.herald.search.lucene;

import org.jspecify.annotations.NullMarked;
