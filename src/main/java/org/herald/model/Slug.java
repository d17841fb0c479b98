package org.herald.model;

import java.util.Optional;
import java.util.regex.Pattern;

/** The last word of an item's address: ASCII lower-case letters and digits, parted by single hyphens, 1 to 120 long. */
public record Slug(String value) {

    public static final int LONGEST = 120;

    private static final Pattern FORM = Pattern.compile("[a-z0-9]++(?:-[a-z0-9]++)*+");

    public Slug {
        if (value.length() > LONGEST || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a slug: " + value);
        }
    }

    /** The slug that this text is, or nothing when it is none. */
    public static Optional<Slug> parse(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches()
                ? Optional.of(new Slug(text))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
