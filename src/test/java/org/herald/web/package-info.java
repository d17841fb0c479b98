/** The HTTP edge under requests that no browser would send. */
@NullMarked
package org.herald.web;

import org.jspecify.annotations.NullMarked;
