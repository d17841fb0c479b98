package org.herald.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A branch of the portal under which items stand.
 *
 * @param parent nothing for the root alone
 * @param path slugs joined by slashes, without language: {@code news/culture}; empty for the root
 * @param place order among its siblings, smallest first
 */
public record Section(SectionId id, @Nullable SectionId parent, String path, long place, Map<Language, Title> titles) {

    /** The root section: the portal itself, under which all others stand. */
    public static final SectionId ROOT = new SectionId(1);

    /** A section's words in one language. */
    public record Title(String title, String description) {}

    public Section {
        titles = Map.copyOf(titles);
    }

    /** The last word of its path. */
    public String word() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The path of a section with this word below this one. */
    public String below(String word) {
        return path.isEmpty() ? word : path + "/" + word;
    }

    /** True for this section and for all that stand below it. */
    public boolean isOver(Section other) {
        return other.path().equals(path) || path.isEmpty() || other.path().startsWith(path + "/");
    }

    public boolean isRoot() {
        return parent == null;
    }
}
