package org.herald.model;

/**
 * A place that two editors changed in two ways: what stood there, and what each made of it. Texts of a body are the HTML
 * of its blocks.
 *
 * @param place which block of the merged body it is, from 0; 0 for every other part
 */
public record Conflict(ContentPart part, int place, String base, String mine, String theirs) {}
