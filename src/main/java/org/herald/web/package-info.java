/**
 * The HTTP edge: what becomes of a page's bytes and headers, the limits of requests, security headers. It knows no
 * feature and may call {@code model} alone. Start with {@link org.herald.web.Page}.
 */
@NullMarked
package org.herald.web;

import org.jspecify.annotations.NullMarked;
