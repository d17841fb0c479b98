/**
 * The rules of bodies: any HTML that is typed, pasted or imported becomes the one strict subset in which bodies are stored,
 * and no word of it is lost. The subset is built anew by {@code BodyReader} and its parts, then sanitised by a second wall
 * that others wrote. May call {@code model} alone. Start with {@link org.herald.publish.body.BodyRules}.
 */
@NullMarked
package org.herald.publish.body;

import org.jspecify.annotations.NullMarked;
