package org.herald.site;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URISyntaxException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.herald.model.Section;
import org.herald.model.Slug;
import org.herald.model.StoredAddress;
import org.herald.model.Withdrawal;
import org.herald.model.WordPressAddress;
import org.herald.store.ItemQueries;
import org.herald.store.OutlineQueries;
import org.herald.store.PathTarget;
import org.herald.web.Page;

/**
 * Answers every address that no other page has: items at their own address, earlier and imported addresses (301),
 * withdrawn items (410), and all others with suggestions drawn from the address (404).
 */
@Singleton
public final class Elsewhere {

    /** The file of the first address, which many old servers name. */
    static final String HOME_FILE = "/index.php";

    private static final int MOST_SUGGESTIONS = 6;
    private static final Pattern LISTING =
            Pattern.compile("(/[^/]+/.+?)(/archive|/page/[0-9]{1,9}|/[0-9]{4}(?:/[0-9]{2}){0,2})");

    /** The list of a category had as many pages as that site wanted; only its first has a like here. */
    private static final Pattern IMPORTED_LIST = Pattern.compile("(?:/[^/]+)?/category/.+", Pattern.DOTALL);

    private final Editions editions;
    private final Frames frames;
    private final ItemQueries queries;
    private final OutlineQueries outlines;
    private final ItemPages items;

    public Elsewhere(Editions editions, Frames frames, ItemQueries queries, OutlineQueries outlines, ItemPages items) {
        this.editions = editions;
        this.frames = frames;
        this.queries = queries;
        this.outlines = outlines;
        this.items = items;
    }

    /** Whatever stands at this address now, stood there once, or might have been meant by it. */
    Response answer(Address address) {
        String path = address.plain();
        var known = named(address).or(() -> first(List.of(path), address));
        if (known.isPresent()) {
            return known.get();
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
        return slashAtEnd && frames.outline().atPath(withoutLanguage(path)).isPresent()
                ? moved(path)
                : notHere(path).toResponse();
    }

    /** A section that was moved takes the addresses of its archive and its older pages along. */
    private Optional<String> listingOfMovedSection(String path) {
        var listing = LISTING.matcher(path);
        if (!listing.matches() || IMPORTED_LIST.matcher(path).matches()) {
            return Optional.empty();
        }
        return outlines.sectionOnceAt(List.of(listing.group(1)))
                .flatMap(once -> frames.outline()
                        .byId(once.section())
                        .map(section -> section.isRoot()
                                ? Places.archive(once.language(), null)
                                : Places.section(once.language(), section) + listing.group(2)));
    }

    /** What the query of an address names, alone or among other parameters. */
    Optional<Response> named(Address address) {
        if (address.query().isEmpty()) {
            return Optional.empty();
        }
        String path = address.plain();
        var paths = new LinkedHashSet<String>(List.of(path));
        if (path.endsWith(HOME_FILE)) {
            paths.add(
                    path.length() == HOME_FILE.length() ? "/" : path.substring(0, path.length() - HOME_FILE.length()));
        }
        if (editions.find(path.substring(1)).isPresent()) {
            paths.add("/");
        }
        return first(
                paths.stream().flatMap(each -> forms(each, address.query())).toList(), address);
    }

    /** The forms in which an address may be stored for what its query names, the whole query first. */
    private static Stream<String> forms(String path, String query) {
        return Stream.concat(
                        new StoredAddress(path, query).forms().stream(),
                        WordPressAddress.parameters(query).stream().map(each -> new StoredAddress(path, each).stored()))
                .filter(form -> !form.equals(path));
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
                                .orElseGet(() -> notHere(path).toResponse());
            case PathTarget.Moved(var to) -> moved(to);
            case PathTarget.Gone(var withdrawal) -> gone(withdrawal).toResponse();
            case PathTarget.OfSection(var section, var language) ->
                frames.outline()
                        .byId(section)
                        .map(current -> moved(Places.section(language, current)))
                        .orElseGet(() -> notHere(path).toResponse());
            case PathTarget.OfFile(var asset) ->
                asset.path().map(Elsewhere::moved).orElseGet(() -> notHere(path).toResponse());
            case PathTarget.Redirected(var to) -> moved(to);
            case PathTarget.OfTag(var tag, var language) -> moved(Places.tag(language, tag.value()));
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
                410,
                error(
                                edition,
                                "410",
                                words.say("error.410.title"),
                                words.say(
                                        "error.410.text",
                                        withdrawal.headline(),
                                        edition.on(withdrawal.at()).text()),
                                withdrawal.reason(),
                                List.of(new Link(words.say("site.home"), Places.front(edition.language()))))
                        .render());
    }

    private Page notHere(String path) {
        var edition = editions.ofPath(path);
        var words = edition.words();
        return new Page(
                404,
                error(
                                edition,
                                "404",
                                words.say("error.404.title"),
                                words.say("error.404.text"),
                                "",
                                suggestions(edition, path))
                        .render());
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
                List.of(new Link(words.say("site.home"), Places.front(edition.language()))));
    }

    /** A page that says that something is wrong. It asks the store nothing, so that it can say that the store is. */
    ErrorPage error(
            Edition edition, String status, String title, String explanation, String notice, List<Link> suggestions) {
        return new ErrorPage(
                frames.frame(
                        edition, new Frames.Subject(title, "", "", frames.crumbs(edition, List.of(), title), Map.of())),
                status,
                title,
                explanation,
                notice,
                suggestions);
    }

    /** What the reader may have meant: stories whose address begins alike, the section it names, the front page. */
    private List<Link> suggestions(Edition edition, String path) {
        var links = new ArrayList<Link>();
        String last = path.substring(path.lastIndexOf('/') + 1).replaceAll("\\.[a-z]{2,5}$", "");
        beginnings(last).stream()
                .map(slug -> queries.withSlugLike(slug, edition.language(), MOST_SUGGESTIONS))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .ifPresent(found -> found.forEach(item -> links.add(new Link(item.headline(), item.path()))));
        nearestSection(withoutLanguage(path))
                .ifPresent(section -> links.add(new Link(
                        Outline.title(section, edition.language()), Places.section(edition.language(), section))));
        links.add(new Link(edition.words().say("archive.title"), Places.archive(edition.language(), null)));
        links.add(new Link(edition.words().say("map.title"), Places.siteMap(edition.language())));
        return List.copyOf(links);
    }

    /** The first two words of what might be a slug, and its first alone. */
    private static List<Slug> beginnings(String word) {
        String plain = Normalizer.normalize(word, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return Slug.parse(plain).stream()
                .flatMap(slug -> {
                    String[] parts = slug.value().split("-", 3);
                    var first = new Slug(parts[0]);
                    return parts.length < 2 ? Stream.of(first) : Stream.of(new Slug(parts[0] + "-" + parts[1]), first);
                })
                .toList();
    }

    private Optional<Section> nearestSection(String path) {
        String at = path;
        while (!at.isEmpty()) {
            var section = frames.outline().atPath(at);
            if (section.isPresent()) {
                return section;
            }
            at = at.contains("/") ? at.substring(0, at.lastIndexOf('/')) : "";
        }
        return Optional.empty();
    }

    private static String withoutLanguage(String path) {
        int second = path.indexOf('/', 1);
        return second < 0 ? "" : path.substring(second + 1);
    }
}
