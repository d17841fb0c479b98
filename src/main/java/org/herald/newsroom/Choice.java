package org.herald.newsroom;

/** Something that can be chosen in a form. */
public record Choice(String value, String label, boolean isChosen) {

    public static Choice of(String value, String label, String selected) {
        return new Choice(value, label, value.equals(selected));
    }
}
