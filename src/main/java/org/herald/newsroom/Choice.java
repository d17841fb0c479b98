package org.herald.newsroom;

/** One of the values that a field of a form can have. */
public record Choice(String value, String label, boolean isSelected) {

    static Choice of(String value, String label, String selected) {
        return new Choice(value, label, value.equals(selected));
    }
}
