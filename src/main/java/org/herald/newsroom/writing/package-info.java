/**
 * What those who write see: the text screen with the inputs of fields, drafts and their merge, pictures, previews, revisions
 * and what differs between them, translations. May call {@code newsroom} and no other part of it. Start with {@link
 * org.herald.newsroom.writing.TextScreens}.
 */
@NullMarked
package org.herald.newsroom.writing;

import org.jspecify.annotations.NullMarked;
