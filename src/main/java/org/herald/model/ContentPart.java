package org.herald.model;

import org.herald.model.kind.Field;

/** A part of a content: one that every kind has, or a field of its kind. */
public sealed interface ContentPart {

    ContentPart HEADLINE = Common.HEADLINE;
    ContentPart STANDFIRST = Common.STANDFIRST;
    ContentPart PICTURE = Common.PICTURE;
    ContentPart TAGS = Common.TAGS;
    ContentPart BODY = Common.BODY;

    /** The parts of every kind, in the order in which an editor meets them. */
    enum Common implements ContentPart {
        HEADLINE,
        STANDFIRST,
        PICTURE,
        TAGS,
        BODY
    }

    /** A field of its kind. */
    record OfField(Field field) implements ContentPart {}
}
