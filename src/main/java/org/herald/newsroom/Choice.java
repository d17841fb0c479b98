package org.herald.newsroom;

/** Something that can be chosen in a form. */
public record Choice(String value, String label, boolean isChosen) {}
