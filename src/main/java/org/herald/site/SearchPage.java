package org.herald.site;

import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.herald.search.SearchResult.Passage;
import org.jspecify.annotations.Nullable;

/**
 * What was found by words.
 *
 * @param words what was typed; empty before a search
 * @param hidden what was chosen and stays when other words are typed
 * @param found how many there are, in words; empty before a search
 * @param notices what is to know of the search: other words that were taken, a text that is too long
 * @param corrected the same search with the words as they were typed; null when none was taken in their place
 * @param suggested another search that finds more; null for none
 * @param chosen what is chosen, each with the search without it
 * @param plain the search without any choice
 * @param orders the ways to sort; the chosen one has no path
 * @param helps where to look when nothing was found
 */
public record SearchPage(
        Layout frame,
        String title,
        String action,
        String words,
        List<DirectoryPage.Hidden> hidden,
        String found,
        List<String> notices,
        @Nullable Link corrected,
        @Nullable Link suggested,
        List<DirectoryPage.Facet> facets,
        List<Link> chosen,
        String plain,
        List<Link> orders,
        List<Hit> hits,
        Help helps,
        Pager pager)
        implements TemplateInstance {

    /**
     * An item that was found.
     *
     * @param kind what it is
     * @param section where it stands; null for one that stands in none, or in that of its kind
     * @param published the day of publication, of news alone
     */
    public record Hit(
            String path,
            Passage headline,
            List<Passage> passages,
            @Nullable Image image,
            String kind,
            @Nullable Link section,
            @Nullable When published) {}

    /**
     * Where to look when nothing was found.
     *
     * @param languages the same search in other languages, with how many items each finds
     * @param fewer searches for some of the words
     * @param sections of the portal
     */
    public record Help(List<Link> languages, List<Link> fewer, List<Link> sections) {

        static final Help NONE = new Help(List.of(), List.of(), List.of());
    }
}
