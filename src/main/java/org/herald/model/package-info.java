/**
 * What a portal is made of: items, revisions, sections, blocks, paths and the outcomes of verbs, as records and sealed
 * types. No input or output and no framework lives here, and this room calls no other. Start with {@link
 * org.herald.model.Item}.
 */
@NullMarked
package org.herald.model;

import org.jspecify.annotations.NullMarked;
