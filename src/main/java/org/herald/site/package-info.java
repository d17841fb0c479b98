/**
 * What readers see: one class per page, one template of the same name, and the words of the interface. A page asks the
 * store a few questions, builds its template record and returns it; the queries note what it was made from. May call
 * {@code config}, {@code model}, {@code store}, {@code media} and {@code web}. Start with {@link
 * org.herald.site.ArticlePage}.
 */
@NullMarked
package org.herald.site;

import org.jspecify.annotations.NullMarked;
