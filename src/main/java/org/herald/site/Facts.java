package org.herald.site;

import io.quarkus.qute.RawString;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of an item's fields in a reader's language, in the order of the declaration; absent ones are left out.
 *
 * @param groups none without facts
 * @param linkedData what search engines are told of them, as JSON-LD; may be empty
 */
public record Facts(String title, List<Group> groups, RawString linkedData) {

    static final Facts NONE = new Facts("", List.of(), new RawString(""));

    /** All of them, without their headings. */
    List<Fact> all() {
        return groups.stream().flatMap(group -> group.facts().stream()).toList();
    }

    public boolean hasLinkedData() {
        return !linkedData.toString().isEmpty();
    }

    /**
     * Facts under one heading.
     *
     * @param name empty for those without a heading, which come first
     */
    public record Group(String name, String label, List<Fact> facts) {}

    /** A field with its value. */
    public record Fact(String label, List<Line> lines) {}

    /**
     * A line of a value.
     *
     * @param path where it leads; empty when nowhere
     * @param html in place of the text; null for most
     */
    public record Line(String text, String path, @Nullable RawString html) {

        static Line of(String text) {
            return new Line(text, "", null);
        }
    }
}
