/**
 * What all screens of the newsroom share: the frame, the gate, the words, the session, the answers, and what several of them
 * show or read. The screens are forms over the verbs of {@code publish}, one class per screen with a template of the same
 * name in {@code templates/newsroom}; they stand in {@code newsroom.desk}, {@code .writing}, {@code .portal}, {@code
 * .people} and {@code .account}, which call this package and are called by none of it. {@link org.herald.newsroom.Gate}
 * lets nobody through who may not, wherever in the newsroom a route stands. May call every room below but {@code site} and
 * {@code exchange}. Start with {@link org.herald.newsroom.Gate}.
 */
@NullMarked
package org.herald.newsroom;

import org.jspecify.annotations.NullMarked;
