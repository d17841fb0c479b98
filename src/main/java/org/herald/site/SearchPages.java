package org.herald.site;

import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.herald.model.Blank;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.LiveItem;
import org.herald.model.PageKey;
import org.herald.model.Section;
import org.herald.model.kind.JsonValue;
import org.herald.model.kind.Kind;
import org.herald.model.kind.Kinds;
import org.herald.search.PortalSearch;
import org.herald.search.SearchQuery;
import org.herald.search.SearchResult;
import org.herald.search.SearchText;
import org.herald.store.ItemQueries;
import org.herald.web.CurrentRequest;
import org.herald.web.Page;
import org.herald.web.Representation;
import org.herald.web.RouteParameters;
import org.jspecify.annotations.Nullable;

/** The page of the search. */
@Singleton
public final class SearchPages {

    /** Items on a page. */
    static final int SIZE = 20;

    private static final int SUGGESTIONS = 8;
    private static final String SUGGESTIONS_TYPE = "application/x-suggestions+json;charset=UTF-8";
    private static final int MOST_FEWER = 4;
    private static final int SOON = 5; // seconds

    private final Layouts layouts;
    private final Editions editions;
    private final PortalSearch search;
    private final ItemQueries items;
    private final Kinds kinds;
    private final SearchFilters filters;
    private final RouteParameters parameters;

    public SearchPages(
            Layouts layouts,
            Editions editions,
            PortalSearch search,
            ItemQueries items,
            Kinds kinds,
            SearchFilters filters) {
        this.layouts = layouts;
        this.editions = editions;
        this.search = search;
        this.items = items;
        this.kinds = kinds;
        this.filters = filters;
        this.parameters = SearchAddress.parameters(kinds.all());
    }

    /** A search, and what it is asked of. */
    record Asked(Edition edition, SearchAddress address, SearchText text) {

        Language language() {
            return edition.language();
        }

        String say(String key, Object... about) {
            return edition.words().sayAll(key, about);
        }
    }

    Response answer(Edition edition, @Nullable String query) {
        var address = new SearchAddress(parameters.values(query));
        var asked = new Asked(edition, address, SearchText.of(address.typed()));
        if (asked.text().isEmpty()) {
            return new Page(
                            200,
                            page(asked, SearchResult.NONE, List.of(), SearchPage.Help.NONE)
                                    .render())
                    .toResponse();
        }
        if ((address.page() - 1) * (long) SIZE >= SearchQuery.DEEPEST) {
            throw new NotFoundException();
        }
        CurrentRequest.note(PageKey.search(asked.language()));
        var found = search.find(question(asked, asked.language(), (address.page() - 1) * SIZE, SIZE));
        if (found.isEmpty()) {
            return notYet(asked);
        }
        if (address.page() > pages(found.get())) {
            throw new NotFoundException();
        }
        var help = found.get().total() == 0 ? help(asked) : SearchPage.Help.NONE;
        return new Page(
                        200,
                        page(asked, found.get(), hits(asked, found.get()), help).render())
                .toResponse();
    }

    private SearchQuery question(Asked asked, Language language, int from, int most) {
        return new SearchQuery(
                language,
                asked.text(),
                filters.chosen(asked.address()),
                most == 0 ? List.of() : filters.counted(asked.address()),
                asked.address().order(),
                asked.address().isLiteral(),
                from,
                most);
    }

    private static int pages(SearchResult found) {
        return Math.max(1, Math.ceilDiv(Math.min(found.total(), SearchQuery.DEEPEST), SIZE));
    }

    /** The index is being made. Everything else of the portal is there. */
    private Response notYet(Asked asked) {
        String notice = asked.say("search.not-yet", search.percent());
        var page = page(asked, SearchResult.NONE, List.of(), SearchPage.Help.NONE, List.of(notice), "");
        return Response.fromResponse(new Page(503, page.render()).toResponse())
                .header("Retry-After", SOON)
                .build();
    }

    /** The items that readers see now; what was withdrawn while the index was asked is left out. */
    private List<SearchPage.Hit> hits(Asked asked, SearchResult found) {
        Map<ItemId, LiveItem> live = items
                .live(found.hits().stream().map(SearchResult.Hit::item).toList())
                .stream()
                .collect(Collectors.toMap(LiveItem::id, Function.identity()));
        var cards = new Cards(asked.edition(), layouts.navigation());
        var hits = new ArrayList<SearchPage.Hit>();
        for (SearchResult.Hit hit : found.hits()) {
            LiveItem item = live.get(hit.item());
            if (item != null) {
                var card = cards.of(item);
                var kind = kinds.find(item.kind());
                hits.add(new SearchPage.Hit(
                        item.path(),
                        hit.headline().text().equals(item.headline())
                                ? hit.headline()
                                : SearchResult.Passage.of(item.headline()),
                        hit.passages(),
                        card.image(),
                        kind.flatMap(each -> each.one().in(asked.language()))
                                .orElse(item.kind().word()),
                        kind.filter(each -> each.stands().hasSection()).isPresent() ? null : card.section(),
                        kind.filter(each -> each.stands() == Kind.Stands.DATED)
                                .map(_ -> card.published())
                                .orElse(null)));
            }
        }
        return hits;
    }

    private SearchPage.Help help(Asked asked) {
        var languages = new ArrayList<Link>();
        for (Edition other : editions.all()) {
            if (!other.language().equals(asked.language())) {
                CurrentRequest.note(PageKey.search(other.language()));
                int total = search.find(question(asked, other.language(), 0, 0))
                        .map(SearchResult::total)
                        .orElse(0);
                if (total > 0) {
                    languages.add(new Link(
                            asked.say("search.in-language", other.words().say("language.name"), total),
                            asked.address().path(other.language(), parameters)));
                }
            }
        }
        return new SearchPage.Help(
                languages,
                fewer(asked),
                layouts.navigation().below(Section.ROOT).stream()
                        .map(section -> new Link(
                                Navigation.title(section, asked.language()), Urls.section(asked.language(), section)))
                        .toList());
    }

    /** The search for each of several words alone, of those that find something; and without what was chosen. */
    private List<Link> fewer(Asked asked) {
        var fewer = new ArrayList<Link>();
        var wanted = asked.text().wanted();
        if (asked.address().isFiltered()) {
            add(fewer, asked, asked.address().typed());
        } else if (wanted.size() > 1) {
            wanted.stream().limit(MOST_FEWER).forEach(part -> add(fewer, asked, SearchText.typed(List.of(part))));
        }
        return fewer;
    }

    private void add(List<Link> fewer, Asked asked, String words) {
        int total = search.find(SearchQuery.of(asked.language(), words, 0))
                .map(SearchResult::total)
                .orElse(0);
        if (total > 0) {
            fewer.add(new Link(
                    asked.say("search.only", words, total),
                    asked.address().of(words).path(asked.language(), parameters)));
        }
    }

    private SearchPage page(Asked asked, SearchResult found, List<SearchPage.Hit> hits, SearchPage.Help help) {
        var notices = new ArrayList<String>();
        if (asked.text().isCut()) {
            notices.add(asked.say("search.cut", SearchText.LONGEST));
        }
        if (asked.text().isEmpty() && !asked.text().parts().isEmpty()) {
            notices.add(asked.say("search.only-without"));
        }
        found.corrected()
                .ifPresent(words -> notices.add(
                        asked.say("search.corrected", asked.address().typed(), words)));
        if (found.total() > found.withAll()) {
            notices.add(asked.say("search.loose", found.withAll()));
        }
        return page(
                asked,
                found,
                hits,
                help,
                notices,
                asked.text().isEmpty() ? "" : asked.say("search.found", found.total()));
    }

    private SearchPage page(
            Asked asked,
            SearchResult found,
            List<SearchPage.Hit> hits,
            SearchPage.Help help,
            List<String> notices,
            String total) {
        Language language = asked.language();
        String typed = asked.address().typed();
        String title = asked.say("search.title");
        String whole = Blank.is(typed) ? title : asked.say("search.title-of", typed);
        int pages = pages(found);
        var layout = layouts.frame(
                asked.edition(),
                new Layouts.Subject(
                        whole,
                        layouts.describe(asked.edition(), "describe.search"),
                        asked.address().path(language, parameters),
                        layouts.crumbs(asked.edition(), List.of(), title),
                        layouts.everywhere(
                                asked.edition(), other -> asked.address().path(other, parameters))));
        return new SearchPage(
                (typed.isEmpty() ? layout : layout.withoutIndex()).withoutSearch(),
                title,
                Urls.search(language),
                typed,
                asked.address().besidesWords().entrySet().stream()
                        .flatMap(each ->
                                each.getValue().stream().map(value -> new DirectoryPage.Hidden(each.getKey(), value)))
                        .toList(),
                total,
                notices,
                found.corrected()
                        .map(_ -> new Link(
                                asked.say("search.literal", typed),
                                asked.address().literal().path(language, parameters)))
                        .orElse(null),
                found.suggested()
                        .map(words -> new Link(words, asked.address().of(words).path(language, parameters)))
                        .orElse(null),
                filters.facets(asked, found, address -> address.path(language, parameters)),
                filters.chosenLinks(asked, address -> address.path(language, parameters)),
                asked.address().of(typed).path(language, parameters),
                orders(asked, found),
                hits,
                help,
                PageSteps.of(
                        asked.edition(),
                        asked.address().page(),
                        pages,
                        number -> asked.address().numbered(number).path(language, parameters)));
    }

    private List<Link> orders(Asked asked, SearchResult found) {
        if (found.total() < 2) {
            return List.of();
        }
        var orders = new ArrayList<Link>();
        for (SearchQuery.Order order : SearchQuery.Order.values()) {
            String label = asked.say(
                    switch (order) {
                        case RELEVANCE -> "search.by-relevance";
                        case NEWEST -> "search.by-newest";
                    });
            orders.add(new Link(
                    label,
                    order == asked.address().order()
                            ? ""
                            : asked.address().ordered(order).path(asked.language(), parameters)));
        }
        return orders;
    }

    /** The names of items that go on as was typed. */
    Response suggestions(Edition edition, @Nullable String query) {
        var address = new SearchAddress(SearchRoute.parametersOfSuggestions().values(query));
        String typed = address.typed();
        CurrentRequest.note(PageKey.search(edition.language()));
        var found = search.suggest(edition.language(), typed, SUGGESTIONS);
        Map<ItemId, LiveItem> live =
                items.live(found).stream().collect(Collectors.toMap(LiveItem::id, Function.identity()));
        var shown = found.stream().filter(live::containsKey).map(live::get).toList();
        var names = shown.stream()
                .<JsonValue>map(item -> new JsonValue.Text(item.headline()))
                .toList();
        var none = shown.stream().<JsonValue>map(_ -> new JsonValue.Text("")).toList();
        var urls = shown.stream()
                .<JsonValue>map(item -> new JsonValue.Text(layouts.base() + item.path()))
                .toList();
        var all = new JsonValue.Values(List.of(
                new JsonValue.Text(typed),
                new JsonValue.Values(names),
                new JsonValue.Values(none),
                new JsonValue.Values(urls)));
        return new Page(200, Representation.text(SUGGESTIONS_TYPE, all.canonical())).toResponse();
    }
}
