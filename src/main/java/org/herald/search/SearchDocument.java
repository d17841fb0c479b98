package org.herald.search;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.SectionId;
import org.herald.model.kind.KindName;

/**
 * An item as it is found: its words without markup, and what it can be filtered by.
 *
 * @param path its address, with the language
 * @param sections the section in which it stands and those above it, without the root
 * @param isNews true for what grows old: an item of a kind that stands in the archive
 * @param names the headlines of the same thing in all languages, its own first
 * @param body a paragraph a line
 * @param facts the texts of its fields, one a line
 * @param context what it belongs to: titles of its sections, the name of its kind, names of what it names; one a line
 * @param places where it is: {@code area:} with the word of a region of the map, or a name
 * @param values by name of the field, of those fields whose values filter lists
 */
public record SearchDocument(
        ItemId id,
        KindName kind,
        Language language,
        String path,
        List<SectionId> sections,
        boolean isNews,
        Instant publishedAt,
        LocalDate publishedOn,
        List<String> names,
        String standfirst,
        String body,
        List<String> tags,
        String facts,
        String context,
        List<String> places,
        Map<String, List<String>> values) {

    /** Before the word of a region of the map. */
    public static final String AREA = "area:";

    public SearchDocument {
        sections = List.copyOf(sections);
        names = List.copyOf(names);
        tags = List.copyOf(tags);
        places = List.copyOf(places);
        values = Map.copyOf(values);
    }

    public String headline() {
        return names.getFirst();
    }
}
