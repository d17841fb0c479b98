package org.herald.model;

/** The parts of a content, in the order in which an editor meets them. */
public enum ContentPart {
    HEADLINE,
    KICKER,
    STANDFIRST,
    PLACE,
    BYLINE,
    SOURCE,
    PICTURE,
    TAGS,
    BODY
}
