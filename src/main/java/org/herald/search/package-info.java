/**
 * What readers find by words: the index of all that they see, in every language, and the questions that it answers. The index
 * follows the change ledger; {@link org.herald.search.SearchIndex} is what an engine has to be able to do, {@code search.lucene}
 * the one in the process.
 */
@NullMarked
package org.herald.search;

import org.jspecify.annotations.NullMarked;
