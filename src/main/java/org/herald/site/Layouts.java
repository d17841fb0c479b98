package org.herald.site;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.herald.config.Settings;
import org.herald.model.Asset;
import org.herald.model.Block;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.LiveItem;
import org.herald.model.Section;
import org.herald.web.Style;
import org.jspecify.annotations.Nullable;

/** Builds what stands around the content of every page. */
@Singleton
public final class Layouts {

    private static final int MOST_SECTIONS = 8;

    private final Settings settings;
    private final CurrentNavigation navigation;
    private final Editions editions;
    private final InstantSource clock;
    private final Style style;
    private final EntryBlocks entries;
    private final EventBlocks events;

    public Layouts(
            Settings settings,
            CurrentNavigation navigation,
            Editions editions,
            InstantSource clock,
            Style style,
            EntryBlocks entries,
            EventBlocks events) {
        this.settings = settings;
        this.navigation = navigation;
        this.editions = editions;
        this.clock = clock;
        this.style = style;
        this.entries = entries;
        this.events = events;
    }

    /**
     * What a page says of itself.
     *
     * @param title without the portal's name; empty on the front page
     * @param path its own address; empty for pages without one, such as errors
     * @param crumbs the way to it from the front page, itself last with an empty path; empty on the front page
     * @param translations its addresses in other languages
     * @param nearest the addresses of pages that stand for it in languages into which it is not translated; in a language
     *     without any, that is the front page
     * @param about the items that it shows or names
     * @param days of a calendar that it shows; null for no such page
     */
    record Subject(
            String title,
            String description,
            String path,
            List<Link> crumbs,
            Map<Language, String> translations,
            Map<Language, String> nearest,
            List<ItemId> about,
            @Nullable Days days) {

        Subject {
            about = List.copyOf(about);
        }

        Subject(String title, String description, String path, List<Link> crumbs, Map<Language, String> translations) {
            this(title, description, path, crumbs, translations, Map.of(), List.of(), null);
        }

        Subject(
                String title,
                String description,
                String path,
                List<Link> crumbs,
                Map<Language, String> translations,
                Map<Language, String> nearest) {
            this(title, description, path, crumbs, translations, nearest, List.of(), null);
        }

        /** The same about these items. */
        Subject about(Collection<ItemId> items) {
            return new Subject(title, description, path, crumbs, translations, nearest, List.copyOf(items), days);
        }

        /** The same of these days of a calendar. */
        Subject on(@Nullable Days shown) {
            return new Subject(title, description, path, crumbs, translations, nearest, about, shown);
        }
    }

    /** Days of a calendar that a page shows. */
    record Days(LocalDate from, LocalDate until) {}

    Layout frame(Edition edition, Subject subject) {
        Language language = edition.language();
        String name = settings.nameIn(language);
        return new Layout(
                edition.words(),
                new Layout.Head(
                        subject.title().isEmpty() ? name : subject.title() + " | " + name,
                        subject.description(),
                        absolute(subject.path()),
                        alternates(language, subject),
                        List.of(),
                        FeedLinks.of(navigation.current(), edition, name, subject),
                        true,
                        style.css()),
                masthead(edition, subject, name),
                subject.crumbs(),
                promotions(edition, subject, Block.Spot.TOP),
                subject.path().equals(Urls.front(language))
                        ? promotions(edition, subject, Block.Spot.FRONT)
                        : List.of(),
                promotions(edition, subject, Block.Spot.BESIDE),
                promotions(edition, subject, Block.Spot.BELOW),
                new Layout.Foot(
                        settings.footer().getOrDefault(language, ""),
                        navigation.current().menu("footer", language),
                        Urls.siteMap(language),
                        Urls.archive(language, null),
                        Urls.feeds(language)));
    }

    /** The same page of every edition, for pages that exist in all of them. */
    Map<Language, String> everywhere(Edition own, Function<Language, String> path) {
        var paths = new HashMap<Language, String>();
        for (Edition edition : editions.all()) {
            if (!edition.language().equals(own.language())) {
                paths.put(edition.language(), path.apply(edition.language()));
            }
        }
        return paths;
    }

    static Map<Language, String> translations(List<LiveItem> items) {
        var paths = new HashMap<Language, String>();
        items.forEach(item -> paths.putIfAbsent(item.language(), item.path()));
        return paths;
    }

    /** The way from the front page through the sections, and then to a page of its own when it has a title. */
    List<Link> crumbs(Edition edition, List<Section> sections, String title) {
        var crumbs = new ArrayList<Link>();
        crumbs.add(new Link(edition.words().say("site.home"), Urls.front(edition.language())));
        for (Section section : sections) {
            crumbs.add(
                    new Link(Navigation.title(section, edition.language()), Urls.section(edition.language(), section)));
        }
        if (title.isEmpty()) {
            Link last = crumbs.removeLast();
            crumbs.add(new Link(last.label(), ""));
        } else {
            crumbs.add(new Link(title, ""));
        }
        return List.copyOf(crumbs);
    }

    /** What search engines say of a page that has no words of its own: the pattern with this key, then the portal's name. */
    String describe(Edition edition, String key, Object... about) {
        var words = new ArrayList<Object>(List.of(about));
        words.add(settings.nameIn(edition.language()));
        return edition.words().sayAll(key, words.toArray());
    }

    Navigation navigation() {
        return navigation.current();
    }

    /** The portal's name. */
    String name(Language language) {
        return settings.nameIn(language);
    }

    /** The address of the portal without a slash at its end. */
    String base() {
        return settings.baseUrl().toString();
    }

    private String absolute(String path) {
        return path.isEmpty() ? "" : settings.baseUrl() + path;
    }

    private List<Link> alternates(Language language, Subject subject) {
        if (subject.translations().isEmpty() || subject.path().isEmpty()) {
            return List.of();
        }
        var links = new ArrayList<Link>();
        links.add(new Link(language.tag(), absolute(subject.path())));
        for (Edition edition : editions.all()) {
            String path = subject.translations().get(edition.language());
            if (path != null && !edition.language().equals(language)) {
                links.add(new Link(edition.language().tag(), absolute(path)));
            }
        }
        return links;
    }

    private Layout.Masthead masthead(Edition edition, Subject subject, String name) {
        Language language = edition.language();
        var placed = navigation.current().menu("main", language);
        var lines = lines(placed.isEmpty() ? sections(language) : placed, subject.path(), Urls.front(language));
        var tongues = editions.all().stream()
                .flatMap(other -> tongue(language, other, subject).stream())
                .toList();
        String emblem = settings.theme().emblem();
        return new Layout.Masthead(
                name,
                Urls.front(language),
                emblem.isEmpty() ? "" : "/theme/" + emblem,
                lines,
                tongues,
                Urls.search(language),
                true,
                banner(edition),
                CurrentNavigation.isPreview());
    }

    /** A portal whose main menu is empty shows its first sections there. */
    private List<Link> sections(Language language) {
        return navigation.current().below(Section.ROOT).stream()
                .limit(MOST_SECTIONS)
                .map(section -> new Link(Navigation.title(section, language), Urls.section(language, section)))
                .toList();
    }

    /** The lines of a menu; of those in whose branch the page stands the nearest is current, and of equals the first. */
    private static List<Layout.MenuLine> lines(List<Link> entries, String path, String front) {
        Optional<Link> nearest = entries.stream()
                .filter(entry -> isInBranch(path, entry, front))
                .reduce((one, other) -> other.path().length() > one.path().length() ? other : one);
        var lines = new ArrayList<Layout.MenuLine>();
        boolean isFound = false;
        for (Link entry : entries) {
            boolean isCurrent = !isFound && nearest.filter(entry::equals).isPresent();
            isFound |= isCurrent;
            lines.add(new Layout.MenuLine(
                    entry.label(),
                    entry.path(),
                    isCurrent,
                    isCurrent && entry.path().equals(path)));
        }
        return List.copyOf(lines);
    }

    /** Everything stands below the front page, which is current for itself alone. */
    private static boolean isInBranch(String path, Link entry, String front) {
        return path.equals(entry.path()) || (!entry.path().equals(front) && path.startsWith(entry.path() + "/"));
    }

    /** A language of the switch; absent when the portal leaves out those into which a page is not translated. */
    private Optional<Layout.Tongue> tongue(Language own, Edition other, Subject subject) {
        Language language = other.language();
        String name = other.words().say("language.name");
        if (language.equals(own)) {
            return Optional.of(new Layout.Tongue(language.tag(), name, subject.path(), true, true, ""));
        }
        String path = subject.translations().get(language);
        if (path != null) {
            return Optional.of(new Layout.Tongue(language.tag(), name, path, false, true, ""));
        }
        if (settings.editions().hidesUntranslated()) {
            return Optional.empty();
        }
        String nearest = subject.nearest().get(language);
        String note = other.words().say(nearest == null ? "language.untranslated" : "language.nearest");
        String instead = nearest == null ? Urls.front(language) : nearest;
        return Optional.of(new Layout.Tongue(language.tag(), name, instead, false, false, note));
    }

    private Layout.@Nullable Breaking banner(Edition edition) {
        var shown = navigation.current();
        return shown.banner(edition.language(), clock.instant())
                .map(banner -> new Layout.Breaking(
                        banner.text(),
                        shown.address(banner.target(), edition.language()).orElse(""),
                        edition.at(banner.fromAt())))
                .orElse(null);
    }

    /** The next instant at which pages change by time alone: a block or banner begins or ends, or midnight in the portal's zone. */
    public Instant nextTurn() {
        var now = clock.instant();
        var midnight = LocalDate.ofInstant(now, settings.zone()).plusDays(1).atStartOfDay(settings.zone());
        return navigation
                .current()
                .turns()
                .filter(now::isBefore)
                .min(Comparator.naturalOrder())
                .filter(midnight.toInstant()::isAfter)
                .orElseGet(midnight::toInstant);
    }

    private List<Promotion> promotions(Edition edition, Subject subject, Block.Spot spot) {
        var shown = navigation.current();
        return shown.blocks(spot, edition.language(), clock.instant()).stream()
                .filter(block -> isInBranch(shown, block, subject.path()) && isInMonths(block, subject.days()))
                .flatMap(block -> block.kind() == Block.Kind.ENTRIES
                        ? entries(shown, block, edition, subject).stream()
                        : Stream.of(promotion(shown, block)))
                .toList();
    }

    /** True for a block of all pages, and on those of its section and below it; where pages stand, their addresses say. */
    private static boolean isInBranch(Navigation navigation, Block block, String path) {
        var branch = block.branch();
        return branch == null
                || navigation
                        .byId(branch)
                        .map(section -> Urls.section(block.language(), section))
                        .filter(section -> path.equals(section) || path.startsWith(section + "/"))
                        .isPresent();
    }

    /** True for a block of all pages, and on those of a calendar that show a day of its months. */
    private static boolean isInMonths(Block block, @Nullable Days days) {
        var months = block.months();
        return months == null || (days != null && months.hasAny(days.from(), days.until()));
    }

    /** Absent without entries, and on pages without an address: errors ask the store nothing. */
    private Optional<Promotion> entries(Navigation shown, Block block, Edition edition, Subject subject) {
        var chosen = block.entries();
        if (chosen == null || subject.path().isEmpty()) {
            return Optional.empty();
        }
        if (events.isCalendar(chosen)) {
            return events.of(edition, block, chosen)
                    .map(found -> new Promotion(
                            block.title(),
                            "",
                            block.target().isEmpty()
                                    ? found.path(shown)
                                    : shown.address(block.target(), edition.language())
                                            .orElse(""),
                            image(block),
                            List.of(),
                            List.of(),
                            found.events()));
        }
        var cards = entries.of(edition, block, subject.about());
        String path = block.target().isEmpty()
                ? shown.ofDirectory(chosen.directory())
                        .map(section -> Urls.section(edition.language(), section))
                        .orElse("")
                : shown.address(block.target(), edition.language()).orElse("");
        return cards.isEmpty()
                ? Optional.empty()
                : Optional.of(new Promotion(block.title(), "", path, image(block), List.of(), cards, null));
    }

    private static Promotion promotion(Navigation navigation, Block block) {
        boolean isList = block.kind() == Block.Kind.LIST;
        return new Promotion(
                block.title(),
                isList ? "" : block.text(),
                navigation.address(block.target(), block.language()).orElse(""),
                image(block),
                block.lines().stream()
                        .flatMap(
                                line -> navigation
                                        .address(line.target(), block.language())
                                        .map(path -> new Link(line.label(), path))
                                        .stream())
                        .toList(),
                List.of(),
                null);
    }

    private static @Nullable Image image(Block block) {
        Asset picture = block.picture();
        return picture == null ? null : Image.of(picture, "").orElse(null);
    }
}
