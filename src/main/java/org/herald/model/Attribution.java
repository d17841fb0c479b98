package org.herald.model;

/**
 * Where a story comes from; each part may be empty.
 *
 * @param place the dateline's place, as written in the sentence: {@code Minsk}
 * @param byline who wrote it
 * @param source the agency or body the story comes from
 */
public record Attribution(String place, String byline, String source) {

    public static final Attribution NONE = new Attribution("", "", "");
}
