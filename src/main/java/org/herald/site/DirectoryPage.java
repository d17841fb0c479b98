package org.herald.site;

import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.herald.site.directory.MapView;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a kind: what is chosen of them and can be, the map, and some of them as cards.
 *
 * @param description of the section; may be empty
 * @param isFiltered true when something is chosen
 * @param found how many there are, in words
 * @param notice what is wrong with what was typed; empty for nothing
 * @param map null for kinds whose entries have no place
 * @param orders the ways to sort; the chosen one has no path
 */
public record DirectoryPage(
        Layout frame,
        String title,
        String description,
        List<Link> subsections,
        Finder finder,
        List<Facet> facets,
        List<Link> chosen,
        String plain,
        boolean isFiltered,
        String found,
        String notice,
        List<Link> orders,
        @Nullable MapView map,
        List<EntryCard> cards,
        Pager pager)
        implements TemplateInstance {

    /**
     * The form over the list.
     *
     * @param action where it is sent
     * @param hidden what was chosen elsewhere and stays
     * @param hasPlaces true when distances can be asked for
     */
    public record Finder(
            String action, List<Hidden> hidden, String words, boolean hasPlaces, String near, List<Range> ranges) {}

    public record Hidden(String name, String value) {}

    /**
     * The least and the greatest value of a field.
     *
     * @param mode which keyboard a phone shows
     */
    public record Range(
            String name, String label, String leastName, String least, String mostName, String most, String mode) {}

    /**
     * The values of a field by which the list can be narrowed.
     *
     * @param chosen how many of them are chosen
     */
    public record Facet(String label, int chosen, List<Option> options) {}

    /** One of these values, and where choosing it, or taking the choice back, leads. */
    public record Option(String label, String count, String path, boolean isChosen) {}

    /**
     * An entry as lists show it. The standfirst may be empty.
     *
     * @param distance from the place that the reader named; empty when nobody asked
     */
    public record EntryCard(
            String path,
            String headline,
            String standfirst,
            @Nullable Image image,
            List<Facts.Fact> facts,
            String distance) {}
}
