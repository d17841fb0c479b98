package org.herald.site;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.herald.config.Settings;
import org.herald.model.Blank;
import org.herald.model.Language;
import org.herald.model.ListKey;
import org.herald.model.PageKey;
import org.herald.model.Section;
import org.herald.model.Slug;
import org.herald.model.Slugs;
import org.herald.model.kind.Kind;
import org.herald.model.kind.KindName;
import org.herald.model.kind.Kinds;
import org.herald.site.feeds.Feed;
import org.herald.site.feeds.FeedEntry;
import org.herald.site.feeds.FeedFormat;
import org.herald.site.feeds.FeedIdentity;
import org.herald.store.FeedQueries;
import org.herald.store.FeedQueries.Story;
import org.herald.store.FeedQueries.Withdrawn;
import org.herald.store.OutlineQueries;
import org.herald.web.CurrentRequest;
import org.herald.web.Page;
import org.herald.web.Representation;

/**
 * The feeds of the portal, of sections with what is below them, of directories, calendars and tags: the newest items, and for
 * some time the notices of those that were withdrawn.
 */
@Singleton
public final class FeedPages {

    /** Items of a feed. */
    private static final int MOST = 20;

    /** Notices of a feed. */
    private static final int MOST_NOTICES = 20;

    /** So long the notice of a withdrawn item stands in feeds: readers that look once a month still see it. */
    private static final Duration NOTICE = Duration.ofDays(31);

    private static final Comparator<FeedEntry> NEWEST_FIRST = Comparator.comparing(
                    (FeedEntry entry) -> entry.times().publishedAt())
            .thenComparing(FeedEntry::id)
            .reversed();

    private final Settings settings;
    private final Kinds kinds;
    private final Layouts layouts;
    private final FeedQueries queries;
    private final OutlineQueries outlines;
    private final FeedEntries entries;
    private final FeedIdentity identity;
    private final InstantSource clock;

    public FeedPages(
            Settings settings,
            Kinds kinds,
            Layouts layouts,
            FeedQueries queries,
            OutlineQueries outlines,
            FeedEntries entries,
            FeedIdentity identity,
            InstantSource clock) {
        this.settings = settings;
        this.kinds = kinds;
        this.layouts = layouts;
        this.queries = queries;
        this.outlines = outlines;
        this.entries = entries;
        this.identity = identity;
        this.clock = clock;
    }

    /**
     * A list that has a feed.
     *
     * @param id of the list, as the ledger calls it
     * @param title without the portal's name; empty for the whole portal
     * @param path of its page
     */
    record Source(String id, String title, String description, String path) {}

    /** The stories of the whole portal. */
    Page portal(Edition edition, FeedFormat format) {
        Language language = edition.language();
        var source = new Source(
                PageKey.list(ListKey.ALL, language).value(),
                "",
                edition.words().say("feed.newest", settings.nameIn(language)),
                Urls.front(language));
        return page(
                edition,
                source,
                queries.newest(ListKey.ALL, language, MOST),
                withdrawn(PageKey.list(ListKey.ALL, language), language, this::isStory),
                format);
    }

    /** The stories of a section and of all below it, or the entries of the directory or calendar that it shows. */
    Page section(Edition edition, Section section, FeedFormat format) {
        return layouts.navigation()
                .directory(section)
                .map(kind -> directory(edition, section, kind, format))
                .orElseGet(() -> stories(edition, section, format));
    }

    private Page stories(Edition edition, Section section, FeedFormat format) {
        Language language = edition.language();
        var list = ListKey.section(section.id());
        var navigation = layouts.navigation();
        return page(
                edition,
                source(PageKey.list(list, language), edition, section),
                queries.newest(list, language, MOST),
                withdrawn(
                        PageKey.list(list, language),
                        language,
                        each -> isStory(each)
                                && navigation
                                        .byId(each.section())
                                        .filter(stood -> navigation.down(stood).contains(section))
                                        .isPresent()),
                format);
    }

    private Page directory(Edition edition, Section section, KindName kind, FeedFormat format) {
        Language language = edition.language();
        var key = PageKey.directory(kind, language);
        return page(
                edition,
                source(key, edition, section),
                queries.newest(kind, language, MOST),
                withdrawn(key, language, each -> each.kind().equals(kind)),
                format);
    }

    private Source source(PageKey list, Edition edition, Section section) {
        Language language = edition.language();
        String title = Navigation.title(section, language);
        String description = Navigation.description(section, language);
        return new Source(
                list.value(),
                title,
                Blank.is(description) ? edition.words().say("feed.newest", title) : description,
                Urls.section(language, section));
    }

    /** The stories with a tag; absent when there are none and lately were none. */
    Optional<Page> tag(Edition edition, Slug tag, FeedFormat format) {
        Language language = edition.language();
        var list = ListKey.tag(tag);
        var stories = queries.newest(list, language, MOST);
        var notices = withdrawn(
                PageKey.list(list, language), language, each -> isStory(each) && isTagged(each, tag, language));
        if (stories.isEmpty() && notices.isEmpty()) {
            return Optional.empty();
        }
        String title = edition.words()
                .say("tag.title", outlines.tagTitle(tag, language).orElse(tag.value()));
        var source = new Source(
                PageKey.list(list, language).value(),
                title,
                edition.words().say("feed.newest", title),
                Urls.tag(language, tag.value()));
        return Optional.of(page(edition, source, stories, notices, format));
    }

    private boolean isStory(Withdrawn withdrawn) {
        return kinds.of(withdrawn.kind()).stands() == Kind.Stands.DATED;
    }

    private static boolean isTagged(Withdrawn withdrawn, Slug tag, Language language) {
        return withdrawn.tags().stream()
                .flatMap(title -> Stream.of(Slugs.suggest(title, language), Slugs.byLetter(title)))
                .flatMap(Optional::stream)
                .anyMatch(tag::equals);
    }

    private List<Withdrawn> withdrawn(PageKey key, Language language, Predicate<Withdrawn> stood) {
        Instant since = clock.instant().minus(NOTICE);
        var found = queries.withdrawn(key, language, since, stood, MOST_NOTICES);
        found.stream()
                .map(each -> each.notice().at())
                .min(Instant::compareTo)
                .ifPresent(first -> CurrentRequest.noteUntil(first.plus(NOTICE)));
        return found;
    }

    /** The feed of any list of items. */
    Page page(Edition edition, Source source, List<Story> stories, List<Withdrawn> withdrawn, FeedFormat format) {
        var all = Stream.concat(
                        entries.of(edition, stories).stream(),
                        withdrawn.stream().map(each -> entries.notice(edition, each)))
                .sorted(NEWEST_FIRST)
                .toList();
        Language language = edition.language();
        String name = settings.nameIn(language);
        String page = layouts.base() + source.path();
        String hub = settings.hub();
        var feed = new Feed(
                identity.ofFeed(source.id()),
                new Feed.Text(
                        source.title().isEmpty() ? name : source.title() + " | " + name,
                        source.description(),
                        language),
                new Feed.Addresses(page, page, hub),
                new Feed.Publisher(name, layouts.base() + Urls.front(language), layouts.base() + "/favicon.svg"),
                FeedEntries.newest(all).orElseGet(() -> today(edition)),
                all);
        var links = hub.isEmpty()
                ? "<" + feed.at().self(format) + ">; rel=\"self\""
                : "<" + hub + ">; rel=\"hub\", <" + feed.at().self(format) + ">; rel=\"self\"";
        // scripts of any site may read it: it says nothing that is not public
        return new Page(
                200,
                Representation.text(format.type() + ";charset=UTF-8", format.write(feed))
                        .with(Map.of("Access-Control-Allow-Origin", "*", "Link", links)));
    }

    /** For a feed without entries, which was written at no time: as long as it is kept. */
    private Instant today(Edition edition) {
        return edition.today(clock.instant()).atStartOfDay(edition.zone()).toInstant();
    }
}
