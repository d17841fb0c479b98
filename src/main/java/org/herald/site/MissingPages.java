package org.herald.site;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.herald.model.Section;
import org.herald.model.Slug;
import org.herald.model.StoredAddress;
import org.herald.model.WordPressAddress;
import org.herald.site.feeds.EarlierFeed;
import org.herald.site.feeds.FeedFormat;
import org.herald.store.ItemQueries;
import org.herald.web.CacheKeys;
import org.herald.web.MissingPage;
import org.herald.web.Page;
import org.herald.web.PageCache;
import org.herald.web.Representation;

/**
 * The pages that say that nothing is at an address. What they suggest depends on the language, the nearest section and the
 * first words alone, so that one page serves very many addresses. Which page serves one of them, and whether something may
 * be there after all, is said without asking the store.
 */
@Singleton
public final class MissingPages {

    /** The file of the first address, which many old servers name. */
    static final String HOME_FILE = "/index.php";

    private static final int MOST_SUGGESTIONS = 6;
    private static final int LONGEST_PATH = 500;
    private static final int LONGEST_QUERY = 1000;

    private static final Pattern ENDING = Pattern.compile("\\.[a-z]{2,5}$");

    private static final Pattern WEEK = Pattern.compile("w[0-9]{2}");

    /** First words of addresses that have routes of their own outside of the editions. */
    static final Set<String> RESERVED =
            Set.of("", "index.php", "newsroom", "assets", "theme", "favicon.svg", "map.js", "preview");

    private final Editions editions;
    private final Layouts layouts;
    private final ItemQueries queries;
    private final KnownPaths known;
    private final PageCache cache;

    public MissingPages(Editions editions, Layouts layouts, ItemQueries queries, KnownPaths known, PageCache cache) {
        this.editions = editions;
        this.layouts = layouts;
        this.queries = queries;
        this.known = known;
        this.cache = cache;
    }

    /**
     * What of an address decides what is suggested.
     *
     * @param beginning with which slugs of stories may begin; empty for none
     */
    private record Form(Edition edition, Optional<Section> section, String beginning) {

        String key() {
            return key(beginning);
        }

        String key(String begun) {
            String place = section.map(Section::path).orElse("");
            return MissingPage.key(edition.language() + "/" + place + "/" + begun);
        }
    }

    /** Says that nothing is here, in the language of the path and with ways on; to programs as a problem (RFC 9457). */
    Response at(String path) {
        if (DocumentFormat.of(path).isPresent()) {
            return problem(path).toResponse();
        }
        var form = form(path);
        if (CurrentNavigation.isPreview()) {
            return page(form).toResponse();
        }
        if (cache.has(form.key())) {
            return new MissingPage(form.key(), Representation.HTML, () -> page(form)).toResponse();
        }
        var page = page(form); // here, where a fault of the store is told
        return new MissingPage(form.key(), Representation.HTML, () -> page).toResponse();
    }

    /** The page that says that nothing is at this path, when nothing can be: empty for one that routes must look at. */
    public Optional<CacheKeys.Missing> certainly(String path) {
        if (!known.isComplete() || !isPlain(path)) {
            return Optional.empty();
        }
        String plain = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        int second = plain.indexOf('/', 1);
        String first = plain.isEmpty() ? "" : plain.substring(1, second < 0 ? plain.length() : second);
        String rest = second < 0 ? "" : plain.substring(second + 1);
        if (RESERVED.contains(first)
                || (editions.find(first).isPresent() && hasRoute(rest))
                || isListing(plain)
                || isEarlierFeed(plain)) {
            return Optional.empty();
        }
        boolean mayBeThere = layouts.navigation().atPath(rest).isPresent()
                || known.mayBeStored(plain)
                || DocumentFormat.of(plain)
                        .filter(format -> known.mayBeStored(format.page(plain)))
                        .isPresent()
                || WordPressAddress.origins(plain).stream().anyMatch(known::mayBeStored);
        if (mayBeThere) {
            return Optional.empty();
        }
        if (DocumentFormat.of(plain).isPresent()) {
            String key = problemKey(editions.ofPath(plain));
            return Optional.of(new CacheKeys.Missing(key, key));
        }
        var form = form(plain);
        return Optional.of(new CacheKeys.Missing(form.key(), form.key("")));
    }

    /** True when it may be the feed of an earlier site whose list is here, as far as it is not stored. */
    private boolean isEarlierFeed(String plain) {
        return EarlierFeed.of(plain, "")
                .filter(feed -> feed.isKnown()
                        || layouts.navigation()
                                .atPath(withoutLanguage(feed.list()))
                                .isPresent())
                .isPresent();
    }

    /** True for what the routes of an edition answer themselves. */
    static boolean hasRoute(String rest) {
        return rest.isEmpty()
                || rest.equals("archive")
                || rest.equals("site-map")
                || rest.equals("feeds")
                || rest.equals("feeds" + FeedsRoute.OPML)
                || rest.startsWith(FeedFormat.WORD + ".")
                || rest.equals("search")
                || rest.startsWith("search/")
                || rest.startsWith("archive/")
                || rest.startsWith("tag/");
    }

    /** True when it may be a part of a section's list or archive, or of one that was moved. */
    private static boolean isListing(String plain) {
        String last = plain.substring(plain.lastIndexOf('/') + 1);
        return last.equals("archive")
                || last.startsWith(DirectoryRoute.ENTRIES)
                || last.startsWith(FeedFormat.WORD + ".")
                || CalendarScope.LISTS.contains(last)
                || WEEK.matcher(last).matches()
                || last.chars().allMatch(letter -> letter >= '0' && letter <= '9');
    }

    /** True when a path is spelled in one way only, and as routes read it. */
    private static boolean isPlain(String path) {
        if (!path.startsWith("/") || path.length() > LONGEST_PATH || path.contains("//")) {
            return false;
        }
        for (int i = 0; i < path.length(); i++) {
            char letter = path.charAt(i);
            boolean isPlain = (letter >= 'a' && letter <= 'z')
                    || (letter >= 'A' && letter <= 'Z')
                    || (letter >= '0' && letter <= '9')
                    || "/-._~".indexOf(letter) >= 0;
            if (!isPlain || (letter == '.' && path.charAt(i - 1) == '/' && isDots(path, i))) {
                return false;
            }
        }
        return true;
    }

    /** True for a segment of one dot or two (RFC 3986, section 5.2.4). */
    private static boolean isDots(String path, int from) {
        int end = path.indexOf('/', from);
        String segment = path.substring(from, end < 0 ? path.length() : end);
        return segment.equals(".") || segment.equals("..");
    }

    /** True when an address may be stored for a path and what its query names, so that routes must look. */
    public boolean mayBeNamed(String path, String query) {
        for (String each : named(path.endsWith("/") ? path.substring(0, path.length() - 1) : path)) {
            boolean mayBe = known.mayHaveParameter(each, query)
                    && (query.length() > LONGEST_QUERY || forms(each, query).anyMatch(known::mayBeStored));
            if (mayBe) {
                return true;
            }
        }
        return false;
    }

    /** The paths with which an address may be stored whose query names something. */
    List<String> named(String plain) {
        String path = plain.isEmpty() ? "/" : plain;
        if (path.endsWith(HOME_FILE)) {
            String before = path.substring(0, path.length() - HOME_FILE.length());
            return List.of(path, before.isEmpty() ? "/" : before);
        }
        boolean isFront =
                path.indexOf('/', 1) < 0 && editions.find(path.substring(1)).isPresent();
        return isFront ? List.of(path, "/") : List.of(path);
    }

    /** The forms in which an address may be stored for what its query names, the whole query first. */
    static Stream<String> forms(String path, String query) {
        return Stream.concat(
                        new StoredAddress(path, query).forms().stream(),
                        WordPressAddress.parameters(query).stream().map(each -> new StoredAddress(path, each).stored()))
                .filter(form -> !form.equals(path));
    }

    private Form form(String path) {
        var edition = editions.ofPath(path);
        String last = ENDING.matcher(path.substring(path.lastIndexOf('/') + 1)).replaceFirst("");
        String beginning = beginnings(last).stream()
                .filter(each -> known.mayBegin(edition.language().tag(), each))
                .findFirst()
                .orElse("");
        return new Form(edition, nearestSection(withoutLanguage(path)), beginning);
    }

    private MissingPage problem(String path) {
        var edition = editions.ofPath(path);
        var words = edition.words();
        return new MissingPage(
                problemKey(edition),
                DocumentFormat.PROBLEM,
                () -> DocumentFormat.problem(404, words.say("error.404.title"), words.say("error.404.text"), Map.of()));
    }

    /** One for all such addresses of an edition; no section is called so. */
    private static String problemKey(Edition edition) {
        return MissingPage.key(edition.language() + "//problem");
    }

    private Page page(Form form) {
        var edition = form.edition();
        var words = edition.words();
        var page = ErrorPage.of(
                layouts,
                edition,
                "404",
                words.say("error.404.title"),
                words.say("error.404.text"),
                "",
                suggestions(form));
        return new Page(404, page.render());
    }

    /** What the reader may have meant: stories whose address begins alike, the section it names, the front page. */
    private List<Link> suggestions(Form form) {
        var edition = form.edition();
        var links = new ArrayList<Link>();
        for (String beginning : beginnings(form.beginning())) {
            if (links.isEmpty()) {
                queries.withSlugLike(new Slug(beginning), edition.language(), MOST_SUGGESTIONS)
                        .forEach(item -> links.add(new Link(item.headline(), item.path())));
            }
        }
        form.section()
                .ifPresent(section -> links.add(new Link(
                        Navigation.title(section, edition.language()), Urls.section(edition.language(), section))));
        links.add(new Link(edition.words().say("archive.title"), Urls.archive(edition.language(), null)));
        links.add(new Link(edition.words().say("map.title"), Urls.siteMap(edition.language())));
        return List.copyOf(links);
    }

    /** The first two words of what might be a slug, and its first alone. */
    private static List<String> beginnings(String word) {
        String plain = Normalizer.normalize(word, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return Slug.parse(plain).stream()
                .flatMap(slug -> {
                    String[] parts = slug.value().split("-", 3);
                    return parts.length < 2 ? Stream.of(parts[0]) : Stream.of(parts[0] + "-" + parts[1], parts[0]);
                })
                .toList();
    }

    private Optional<Section> nearestSection(String path) {
        String at = path;
        while (!at.isEmpty()) {
            var section = layouts.navigation().atPath(at);
            if (section.isPresent()) {
                return section;
            }
            at = at.contains("/") ? at.substring(0, at.lastIndexOf('/')) : "";
        }
        return Optional.empty();
    }

    static String withoutLanguage(String path) {
        int second = path.indexOf('/', 1);
        return second < 0 ? "" : path.substring(second + 1);
    }
}
