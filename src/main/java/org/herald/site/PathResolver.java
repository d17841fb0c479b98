package org.herald.site;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.herald.model.Withdrawal;
import org.herald.model.WordPressAddress;
import org.herald.site.feeds.EarlierFeed;
import org.herald.store.ItemQueries;
import org.herald.store.OutlineQueries;
import org.herald.store.PathTarget;
import org.herald.web.Page;

/**
 * Answers every address that no other page has: items at their own address, earlier and imported addresses (301),
 * withdrawn items (410), and all others with suggestions drawn from the address (404).
 */
@Singleton
public final class PathResolver {

    private static final Pattern LISTING = Pattern.compile(
            "(/[^/]+/.+?)(/archive|/page/[0-9]{1,9}|/feed[.](?:xml|atom|json)|/[0-9]{4}(?:/[0-9]{2}){0,2})");

    /** The list of a category had as many pages as that site wanted; only its first has a like here. */
    private static final Pattern IMPORTED_LIST = Pattern.compile("(?:/[^/]+)?/category/.+", Pattern.DOTALL);

    private static final int GONE = 410;

    private final Editions editions;
    private final Layouts layouts;
    private final ItemQueries queries;
    private final OutlineQueries outlines;
    private final ItemPages items;
    private final MissingPages missing;

    public PathResolver(
            Editions editions,
            Layouts layouts,
            ItemQueries queries,
            OutlineQueries outlines,
            ItemPages items,
            MissingPages missing) {
        this.editions = editions;
        this.layouts = layouts;
        this.queries = queries;
        this.outlines = outlines;
        this.items = items;
        this.missing = missing;
    }

    /** Whatever stands at this address now, stood there once, or might have been meant by it. */
    Response answer(Address address) {
        String path = address.plain();
        var known = named(address).or(() -> first(List.of(path), address));
        if (known.isPresent()) {
            return known.get();
        }
        var feed = EarlierFeed.of(path, "").flatMap(each -> feed(each, path));
        if (feed.isPresent()) {
            return feed.get();
        }
        var document = DocumentFormat.of(path).flatMap(format -> document(path, format));
        if (document.isPresent()) {
            return document.get();
        }
        var listing = listingOfMovedSection(path);
        if (listing.isPresent()) {
            return moved(listing.get());
        }
        var derived = first(WordPressAddress.origins(path), address);
        if (derived.isPresent()) {
            return derived.get();
        }
        boolean slashAtEnd = address.path().length() > 1 && address.path().endsWith("/");
        return slashAtEnd
                        && layouts.navigation()
                                .atPath(MissingPages.withoutLanguage(path))
                                .isPresent()
                ? moved(path)
                : missing.at(path);
    }

    /** Says that nothing is at an address, without asking the store what it leads to. */
    Response nothing(Address address) {
        return missing.at(address.plain());
    }

    /** An entry for other programs, at the address of its page with an ending; an earlier address leads to that of now. */
    private Optional<Response> document(String path, DocumentFormat format) {
        return queries.at(format.page(path)).flatMap(target -> switch (target) {
            case PathTarget.Shown shown ->
                editions.find(shown.item().language().tag())
                        .flatMap(edition -> items.document(edition, shown, format))
                        .map(Page::toResponse);
            case PathTarget.Moved(var to) ->
                queries.at(to)
                        .filter(now -> now instanceof PathTarget.Shown shown && items.isEntry(shown))
                        .map(_ -> moved(to + format.ending()));
            case PathTarget.Gone(var withdrawal) ->
                Optional.of(goneDocument(withdrawal).toResponse());
            case PathTarget.OfSection _, PathTarget.OfFile _, PathTarget.Redirected _, PathTarget.OfTag _ ->
                Optional.empty();
        });
    }

    /** A section that was moved takes the addresses of its archive and its older pages along. */
    private Optional<String> listingOfMovedSection(String path) {
        var listing = LISTING.matcher(path);
        if (!listing.matches() || IMPORTED_LIST.matcher(path).matches()) {
            return Optional.empty();
        }
        return outlines.sectionOnceAt(List.of(listing.group(1)))
                .flatMap(once -> layouts.navigation()
                        .byId(once.section())
                        .map(section -> section.isRoot() && !listing.group(2).startsWith("/feed.")
                                ? Urls.archive(once.language(), null)
                                : Urls.section(once.language(), section) + listing.group(2)));
    }

    /** What the query of an address names, alone or among other parameters. */
    Optional<Response> named(Address address) {
        if (address.query().isEmpty()) {
            return Optional.empty();
        }
        var feed = EarlierFeed.of(address.plain(), address.query())
                .filter(EarlierFeed::isByQuery)
                .flatMap(each -> feed(each, address.plain()));
        if (feed.isPresent()) {
            return feed;
        }
        return first(
                missing.named(address.plain()).stream()
                        .flatMap(each -> MissingPages.forms(each, address.query()))
                        .toList(),
                address);
    }

    /**
     * Where the feed of an earlier site is now; empty when its list is not known, and for the feed of a post, which had what
     * readers said.
     */
    private Optional<Response> feed(EarlierFeed feed, String path) {
        var edition = editions.ofPath(path);
        if (feed.isOfComments()) {
            return Optional.of(commentsGone(edition));
        }
        if (feed.isWithoutList() || (feed.isWhole() && isFront(feed.list()))) {
            return Optional.of(moved(feed.format().at(Urls.front(edition.language()))));
        }
        var own = layouts.navigation().atPath(MissingPages.withoutLanguage(feed.list()));
        if (own.isPresent()
                && editions.find(edition.language().tag()).isPresent()
                && feed.rest().isEmpty()) {
            return Optional.of(moved(feed.format().at(Urls.section(edition.language(), own.get()))));
        }
        return Stream.concat(
                        feed.lists().stream(),
                        feed.rest().isEmpty() ? Stream.empty() : MissingPages.forms(feed.list(), feed.rest()))
                .map(queries::at)
                .flatMap(Optional::stream)
                .flatMap(target -> listOf(target).stream())
                .findFirst()
                .map(list -> moved(feed.format().at(list)));
    }

    private boolean isFront(String list) {
        return list.equals("/") || editions.find(list.substring(1)).isPresent();
    }

    /** The page of the list to which an address leads. */
    private Optional<String> listOf(PathTarget target) {
        return switch (target) {
            case PathTarget.OfSection(var section, var language) ->
                layouts.navigation().byId(section).map(found -> Urls.section(language, found));
            case PathTarget.OfTag(var tag, var language) -> Optional.of(Urls.tag(language, tag.value()));
            case PathTarget.Redirected(var to) ->
                layouts.navigation().atPath(MissingPages.withoutLanguage(to)).map(_ -> to);
            case PathTarget.Shown _, PathTarget.Moved _, PathTarget.Gone _, PathTarget.OfFile _ -> Optional.empty();
        };
    }

    /** Says that the feed of what readers said is gone for ever, so that feed readers stop asking. */
    private Response commentsGone(Edition edition) {
        var words = edition.words();
        return new Page(
                        410,
                        error(
                                        edition,
                                        "410",
                                        words.say("feed.comments.title"),
                                        words.say("feed.comments.text"),
                                        "",
                                        List.of(new Link(words.say("feed.title"), Urls.feeds(edition.language()))))
                                .render())
                .toResponse();
    }

    /** What the first of these paths that leads anywhere leads to. */
    private Optional<Response> first(List<String> paths, Address address) {
        return paths.stream()
                .map(queries::at)
                .flatMap(Optional::stream)
                .findFirst()
                .map(target -> found(target, address));
    }

    private Response found(PathTarget target, Address address) {
        String path = address.plain();
        return switch (target) {
            case PathTarget.Shown shown ->
                !shown.item().path().equals(address.path())
                        ? moved(shown.item().path())
                        : editions.find(shown.item().language().tag())
                                .map(edition -> items.show(edition, shown))
                                .orElseGet(() -> missing.at(path));
            case PathTarget.Moved(var to) -> moved(to);
            case PathTarget.Gone(var withdrawal) -> gone(withdrawal).toResponse();
            case PathTarget.OfSection(var section, var language) ->
                layouts.navigation()
                        .byId(section)
                        .map(current -> moved(Urls.section(language, current)))
                        .orElseGet(() -> missing.at(path));
            case PathTarget.OfFile(var asset) ->
                asset.path().map(PathResolver::moved).orElseGet(() -> missing.at(path));
            case PathTarget.Redirected(var to) -> moved(to);
            case PathTarget.OfTag(var tag, var language) -> moved(Urls.tag(language, tag.value()));
        };
    }

    static Response moved(String path) {
        return Response.status(Response.Status.MOVED_PERMANENTLY)
                .header(HttpHeaders.LOCATION, uri(path).toString())
                .header("Cache-Control", "public, no-cache")
                .build();
    }

    /**
     * The address of a path as kept, which may have letters of any script (RFC 3986, section 2.1). It names no host:
     * what a request says of ours is not to be believed, and two slashes would name another.
     */
    static URI uri(String path) {
        try {
            return URI.create(new URI(null, null, path.replaceFirst("^//+", "/"), null).toASCIIString());
        } catch (URISyntaxException impossible) {
            throw new IllegalArgumentException("No path: " + path, impossible);
        }
    }

    private Page gone(Withdrawal withdrawal) {
        var edition = editions.find(withdrawal.language().tag()).orElseGet(editions::byDefault);
        var words = edition.words();
        return new Page(
                GONE,
                error(
                                edition,
                                "410",
                                words.say("error.410.title"),
                                words.say(
                                        "error.410.text",
                                        withdrawal.headline(),
                                        edition.on(withdrawal.at()).text()),
                                withdrawal.reason(),
                                List.of(new Link(words.say("site.home"), Urls.front(edition.language()))))
                        .render());
    }

    /** The same for programs. */
    private Page goneDocument(Withdrawal withdrawal) {
        var words = editions.find(withdrawal.language().tag())
                .orElseGet(editions::byDefault)
                .words();
        return DocumentFormat.problem(
                GONE,
                words.say("error.410.title"),
                withdrawal.reason(),
                Map.of(
                        "name",
                        withdrawal.headline(),
                        "withdrawn",
                        withdrawal.at().toString()));
    }

    /** Says that a preview has ended, or never was. */
    ErrorPage previewEnded(String path) {
        var edition = editions.ofPath(path);
        var words = edition.words();
        return error(
                edition,
                "410",
                words.say("plan.ended.title"),
                words.say("plan.ended.text"),
                "",
                List.of(new Link(words.say("site.home"), Urls.front(edition.language()))));
    }

    /** A page that says that something is wrong. It asks the store nothing, so that it can say that the store is. */
    ErrorPage error(
            Edition edition, String status, String title, String explanation, String notice, List<Link> suggestions) {
        return ErrorPage.of(layouts, edition, status, title, explanation, notice, suggestions);
    }
}
