/**
 * What editors see: screens and forms over the verbs of {@code publish}, one class per screen with a template of the same
 * name in {@code templates/newsroom}. {@link org.herald.newsroom.Gate} lets nobody through who may not. May call every
 * room below but {@code site} and {@code exchange}. Start with {@link org.herald.newsroom.Gate}.
 */
@NullMarked
package org.herald.newsroom;

import org.jspecify.annotations.NullMarked;
