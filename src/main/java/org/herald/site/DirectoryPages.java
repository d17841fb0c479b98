package org.herald.site;

import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.ULocale;
import io.quarkus.qute.RawString;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.herald.model.Blank;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.LiveItem;
import org.herald.model.PageKey;
import org.herald.model.Section;
import org.herald.model.geo.Distance;
import org.herald.model.geo.MapTiles;
import org.herald.model.geo.Outlines;
import org.herald.model.geo.Point;
import org.herald.model.kind.DateType;
import org.herald.model.kind.Field;
import org.herald.model.kind.Kind;
import org.herald.model.kind.KindName;
import org.herald.model.kind.Kinds;
import org.herald.model.kind.OpeningClock;
import org.herald.site.directory.DirectoryIndex;
import org.herald.site.directory.Folding;
import org.herald.site.directory.Found;
import org.herald.site.directory.MapAddresses;
import org.herald.site.directory.MapDrawing;
import org.herald.site.directory.MapFrame;
import org.herald.site.directory.MapView;
import org.herald.site.directory.Selection;
import org.herald.store.ItemQueries;
import org.herald.store.ItemQueries.Attached;
import org.herald.web.CurrentRequest;
import org.herald.web.Page;
import org.herald.web.Representation;
import org.herald.web.RouteParameters;
import org.herald.web.SecurityHeaders;
import org.jspecify.annotations.Nullable;

/** The list of a directory: all entries of a kind, or those that a reader chose. */
@Singleton
public final class DirectoryPages {

    /** Entries on a page. */
    static final int SIZE = 24;

    private final Kinds kinds;
    private final Layouts layouts;
    private final DirectoryIndex index;
    private final ItemQueries items;
    private final RouteParameters parameters;
    private final Outlines outlines;
    private final MapTiles tiles;
    private final SecurityHeaders security;
    private final OpeningClock clock;

    public DirectoryPages(
            Kinds kinds,
            Layouts layouts,
            DirectoryIndex index,
            ItemQueries items,
            Outlines outlines,
            MapTiles tiles,
            SecurityHeaders security,
            OpeningClock clock) {
        this.kinds = kinds;
        this.layouts = layouts;
        this.index = index;
        this.items = items;
        this.outlines = outlines;
        this.tiles = tiles;
        this.security = security;
        this.clock = clock;
        this.parameters = DirectoryRoute.parameters(kinds);
    }

    /** All entries, at the section's own address. */
    Response first(Edition edition, Section section, KindName kind) {
        return answer(new Asked(edition, section, new EntryQuery(kinds.of(kind), Map.of())));
    }

    /** Those that a query chooses; without any choice the list stands at the section's own address. */
    Response chosen(Edition edition, Section section, @Nullable String query) {
        var asked = asked(edition, section, query);
        return asked.query().isPlain()
                ? Response.status(Response.Status.MOVED_PERMANENTLY)
                        .location(URI.create(Urls.section(edition.language(), section)))
                        .build()
                : answer(asked);
    }

    Asked asked(Edition edition, Section section, @Nullable String query) {
        Kind kind = layouts.navigation().directory(section).map(kinds::of).orElseThrow(NotFoundException::new);
        return new Asked(edition, section, EntryQuery.of(kind, parameters.values(query), outlines));
    }

    /** A question for the list of a section. */
    record Asked(Edition edition, Section section, EntryQuery query) {

        Kind kind() {
            return query.kind();
        }

        Language language() {
            return edition.language();
        }

        String say(String key) {
            return edition.words().say(key);
        }
    }

    private Response answer(Asked asked) {
        var near = near(asked);
        var found = find(asked, near, SIZE);
        int pages = Math.max(1, Math.ceilDiv(found.total(), SIZE));
        var page = page(asked, found, pages, notice(asked, near));
        var html = Representation.html(page.render());
        var map = page.map();
        return new Page(200, map == null || map.moving() == null ? html : security.ofMovingMap(html)).toResponse();
    }

    /** From where distances are, and what was typed and has no meaning. */
    private static String notice(Asked asked, Optional<Near> near) {
        var words = asked.edition().words();
        String typed = asked.query().text(EntryQuery.NEAR);
        var notices = new ArrayList<String>();
        near.ifPresent(place -> notices.add(words.say("directory.distance-from", place.name())));
        if (near.isEmpty() && !Blank.is(typed)) {
            notices.add(words.say("directory.place-unknown", typed));
        }
        asked.query()
                .withoutMeaning(asked.language())
                .forEach((name, field) -> notices.add(words.say(
                        "directory.limit-unknown",
                        field.label().in(asked.language()).orElse(field.name()),
                        asked.query().text(name))));
        return String.join(" ", notices);
    }

    /**
     * A page of what the query chooses.
     *
     * @throws NotFoundException when there are not so many pages
     */
    Found find(Asked asked, Optional<Near> near, int size) {
        var query = asked.query();
        CurrentRequest.note(PageKey.directory(asked.kind().name(), asked.language()));
        var found = index.find(
                asked.kind(),
                asked.language(),
                selection(asked, near.map(Near::point).orElse(null)),
                (int) Math.min((query.page() - 1L) * size, Integer.MAX_VALUE),
                size);
        if (query.page() > Math.max(1, Math.ceilDiv(found.total(), size))) {
            throw new NotFoundException();
        }
        return found;
    }

    /** What is open today is true until the day is over. */
    private Selection selection(Asked asked, @Nullable Point near) {
        var query = asked.query();
        var selection = query.selection(near, outlines, asked.language());
        if (!query.hasHours()) {
            return selection;
        }
        LocalDate today = clock.today();
        CurrentRequest.noteUntil(clock.endOf(today));
        return selection.on(today, query.isOpenToday());
    }

    private Map<ItemId, LiveItem> live(Found found) {
        var live = new HashMap<ItemId, LiveItem>();
        items.live(found.page().stream().map(Found.Hit::id).toList()).forEach(item -> live.put(item.id(), item));
        return live;
    }

    private DirectoryPage page(Asked asked, Found found, int pages, String notice) {
        var edition = asked.edition();
        var language = asked.language();
        var section = asked.section();
        var query = asked.query();
        String title = Navigation.title(section, language);
        String description = Navigation.description(section, language);
        var layout = layouts.frame(
                edition,
                new Layouts.Subject(
                        query.page() == 1
                                ? title
                                : title + ", " + edition.words().say("section.page", edition.number(query.page())),
                        Blank.is(description) ? layouts.describe(edition, "describe.section", title) : description,
                        path(asked, query),
                        layouts.crumbs(edition, layouts.navigation().down(section), ""),
                        layouts.everywhere(edition, other -> path(new Asked(edition, section, query), other, query))));
        return new DirectoryPage(
                (query.isDeep() ? layout.withoutIndex() : layout).withDocuments(documents(asked)),
                title,
                description,
                layouts.navigation().below(section.id()).stream()
                        .map(below -> new Link(Navigation.title(below, language), Urls.section(language, below)))
                        .toList(),
                finder(asked),
                facets(asked, found),
                chosen(asked),
                Urls.section(language, section),
                !query.with(EntryQuery.PAGE, "").with(EntryQuery.ORDER, "").isPlain(),
                edition.words().say("directory.found", found.total()),
                notice,
                orders(asked),
                asked.kind().place().map(_ -> map(asked, found)).orElse(null),
                cards(asked, found),
                PageSteps.of(edition, query.page(), pages, number -> numbered(asked, number)));
    }

    String path(Asked asked, EntryQuery query) {
        return path(asked, asked.language(), query);
    }

    /** Without any choice, that of the section itself. */
    private String path(Asked asked, Language language, EntryQuery query) {
        String section = Urls.section(language, asked.section());
        String text = query.text(parameters);
        return text.isEmpty() ? section : section + "/" + DirectoryRoute.ENTRIES + "?" + text;
    }

    /** The same for other programs. */
    String document(Asked asked, EntryQuery query, DocumentFormat format) {
        return document(asked, asked.language(), query, format);
    }

    String document(Asked asked, Language language, EntryQuery query, DocumentFormat format) {
        String text = query.text(parameters);
        return Urls.section(language, asked.section()) + "/" + DirectoryRoute.ENTRIES + format.ending()
                + (text.isEmpty() ? "" : "?" + text);
    }

    private List<Layout.Document> documents(Asked asked) {
        var first = asked.query().with(EntryQuery.PAGE, "");
        return DocumentFormat.all(asked.kind(), format -> document(asked, first, format));
    }

    record Near(Point point, String name) {}

    /** The point that was typed, or the place with this name; empty when there is neither. */
    Optional<Near> near(Asked asked) {
        String typed = asked.query().text(EntryQuery.NEAR);
        if (Blank.is(typed)) {
            return Optional.empty();
        }
        var language = asked.language();
        var point = Point.typed(typed);
        if (point.isPresent()) {
            return point.map(at -> new Near(at, at.latitude() + ", " + at.longitude()));
        }
        // an entry of this name may come or go in any directory
        kinds.all().stream()
                .filter(kind -> kind.stands() == Kind.Stands.DIRECTORY)
                .forEach(kind -> CurrentRequest.note(PageKey.directory(kind.name(), language)));
        return Optional.of(Folding.words(typed))
                .filter(words -> !words.isEmpty())
                .flatMap(words -> index.named(words, language))
                .map(place -> new Near(place.point(), place.headline()));
    }

    private DirectoryPage.Finder finder(Asked asked) {
        var query = asked.query();
        var language = asked.language();
        var ranges = asked.kind().fields().stream()
                .filter(field -> field.filter() == Field.Filter.RANGE)
                .map(field -> new DirectoryPage.Range(
                        field.name(),
                        field.label().in(language).orElse(field.name()),
                        EntryQuery.least(field),
                        query.text(EntryQuery.least(field)),
                        EntryQuery.most(field),
                        query.text(EntryQuery.most(field)),
                        field.type() instanceof DateType ? "text" : "decimal"))
                .toList();
        var hidden = new ArrayList<DirectoryPage.Hidden>();
        asked.kind().fields().stream()
                .filter(field -> field.filter() == Field.Filter.VALUES)
                .map(EntryQuery::chosen)
                .forEach(name -> query.all(name).forEach(value -> hidden.add(new DirectoryPage.Hidden(name, value))));
        Stream.of(EntryQuery.OPEN, EntryQuery.ORDER, EntryQuery.AREA, EntryQuery.BOX)
                .filter(name -> !query.text(name).isEmpty())
                .forEach(name -> hidden.add(new DirectoryPage.Hidden(name, query.text(name))));
        return new DirectoryPage.Finder(
                Urls.section(language, asked.section()) + "/" + DirectoryRoute.ENTRIES,
                hidden,
                query.text(EntryQuery.WORDS),
                asked.kind().place().isPresent(),
                query.text(EntryQuery.NEAR),
                ranges);
    }

    /** Only values with entries are offered; a chosen one stays, so that it can be taken back. */
    private List<DirectoryPage.Facet> facets(Asked asked, Found found) {
        var facets = new ArrayList<DirectoryPage.Facet>();
        for (Field field : asked.kind().fields()) {
            if (field.filter() == Field.Filter.VALUES) {
                var counts = found.counts().getOrDefault(field.name(), Map.of());
                var chosen = asked.query().all(EntryQuery.chosen(field));
                var options = new FieldValues(asked.edition(), field)
                        .inOrder(Stream.concat(counts.keySet().stream(), chosen.stream()))
                        .map(value -> new DirectoryPage.Option(
                                value.label(),
                                asked.edition().words().say("directory.count", counts.getOrDefault(value.value(), 0)),
                                path(asked, asked.query().toggled(field, value.value())),
                                chosen.contains(value.value())))
                        .toList();
                if (!options.isEmpty()) {
                    facets.add(new DirectoryPage.Facet(
                            field.label().in(asked.language()).orElse(field.name()), chosen.size(), options));
                }
            }
        }
        openToday(asked, found).ifPresent(facets::add);
        return facets;
    }

    private Optional<DirectoryPage.Facet> openToday(Asked asked, Found found) {
        var query = asked.query();
        boolean isChosen = query.isOpenToday();
        return asked.kind().hours().stream()
                .findFirst()
                .filter(_ -> isChosen || found.openToday() > 0)
                .map(field -> new DirectoryPage.Facet(
                        field.label().in(asked.language()).orElse(field.name()),
                        isChosen ? 1 : 0,
                        List.of(new DirectoryPage.Option(
                                asked.say("directory.open-today"),
                                asked.edition().words().say("directory.count", found.openToday()),
                                path(asked, query.with(EntryQuery.OPEN, isChosen ? "" : EntryQuery.TODAY)),
                                isChosen))));
    }

    /** What is chosen, each with the list without it. */
    private List<Link> chosen(Asked asked) {
        var query = asked.query();
        var words = asked.edition().words();
        var lost = query.withoutMeaning(asked.language());
        var chosen = new ArrayList<Link>();
        Map<String, String> texts = new HashMap<>();
        texts.put(EntryQuery.WORDS, words.say("directory.chosen-words", query.text(EntryQuery.WORDS)));
        texts.put(EntryQuery.NEAR, words.say("directory.chosen-near", query.text(EntryQuery.NEAR)));
        texts.put(EntryQuery.OPEN, words.say("directory.open-today"));
        texts.put(EntryQuery.BOX, words.say("directory.chosen-map"));
        texts.put(
                EntryQuery.AREA,
                outlines.area(query.text(EntryQuery.AREA))
                        .map(area -> words.say(
                                "directory.chosen",
                                words.say("geo.map"),
                                area.names().in(asked.language()).orElse(area.word())))
                        .orElse(words.say("directory.chosen-map")));
        Stream.of(EntryQuery.WORDS, EntryQuery.NEAR, EntryQuery.OPEN, EntryQuery.AREA, EntryQuery.BOX)
                .filter(name -> !query.text(name).isEmpty())
                .forEach(name -> chosen.add(new Link(texts.getOrDefault(name, ""), path(asked, query.with(name, "")))));
        for (Field field : asked.kind().fields()) {
            String label = field.label().in(asked.language()).orElse(field.name());
            switch (field.filter()) {
                case VALUES ->
                    new FieldValues(asked.edition(), field)
                            .inOrder(query.all(EntryQuery.chosen(field)).stream())
                            .forEach(value -> chosen.add(new Link(
                                    words.say("directory.chosen", label, value.label()),
                                    path(asked, query.toggled(field, value.value())))));
                case RANGE ->
                    Stream.of(EntryQuery.least(field), EntryQuery.most(field))
                            .filter(name -> !query.text(name).isEmpty() && !lost.containsKey(name))
                            .forEach(name -> chosen.add(new Link(
                                    words.say(
                                            name.equals(EntryQuery.least(field))
                                                    ? "directory.chosen-from"
                                                    : "directory.chosen-to",
                                            label,
                                            query.text(name)),
                                    path(asked, query.with(name, "")))));
                case NONE -> {}
            }
        }
        return chosen;
    }

    /** Of all that was found, of whatever page. */
    private MapView map(Asked asked, Found found) {
        var query = asked.query();
        var whole = query.with(EntryQuery.AREA, "").with(EntryQuery.BOX, "");
        return MapDrawing.draw(
                found.places(),
                found.withoutPlace(),
                new MapFrame(
                        outlines,
                        query.text(EntryQuery.AREA),
                        query.box().orElse(null),
                        asked.edition().words(),
                        new MapAddresses(
                                path(asked, whole),
                                area -> path(asked, whole.with(EntryQuery.AREA, area)),
                                box -> path(asked, whole.with(EntryQuery.BOX, box.toString())),
                                "#" + DirectoryRoute.ENTRIES),
                        tiles));
    }

    /** Distance goes before any order, so that none is offered beside it. */
    private List<Link> orders(Asked asked) {
        var query = asked.query();
        if (!query.text(EntryQuery.NEAR).isEmpty()) {
            return List.of();
        }
        String own = asked.kind().order().by();
        return query.orders().stream()
                .map(order -> new Link(
                        switch (order) {
                            case "headline" -> asked.say("directory.by-name");
                            case "newest" -> asked.say("directory.by-newest");
                            default ->
                                asked.kind()
                                        .field(order)
                                        .flatMap(field -> field.label().in(asked.language()))
                                        .orElse(order);
                        },
                        order.equals(query.order())
                                ? ""
                                : path(asked, query.with(EntryQuery.ORDER, order.equals(own) ? "" : order))))
                .toList();
    }

    private List<DirectoryPage.EntryCard> cards(Asked asked, Found found) {
        var live = live(found);
        var cards = new ArrayList<DirectoryPage.EntryCard>();
        found.page()
                .forEach(hit -> Optional.ofNullable(live.get(hit.id()))
                        .ifPresent(item -> cards.add(card(
                                asked.edition(),
                                asked.kind(),
                                item,
                                hit.distance() == null ? "" : distance(hit.distance(), asked.language())))));
        return cards;
    }

    /** An entry with the fields that cards show. */
    static DirectoryPage.EntryCard card(Edition edition, Kind kind, LiveItem item, String distance) {
        var thumbnail = item.picture();
        return new DirectoryPage.EntryCard(
                item.path(),
                item.headline(),
                item.standfirst(),
                thumbnail == null
                        ? null
                        : Image.of(thumbnail.asset(), thumbnail.alt()).orElse(null),
                new FactRenderer(Attached.NONE, Map.of(), edition.words())
                        .of(kind, item.card(), new RawString(""))
                        .all(),
                distance);
    }

    /** In kilometres, one digit after the point below ten. */
    static String distance(Distance distance, Language language) {
        double kilometres = distance.kilometres();
        return NumberFormatter.withLocale(ULocale.forLanguageTag(language.tag()))
                .unit(MeasureUnit.KILOMETER)
                .precision(kilometres < 10 ? Precision.maxFraction(1) : Precision.integer())
                .format(kilometres)
                .toString();
    }

    private String numbered(Asked asked, int page) {
        return path(asked, asked.query().with(EntryQuery.PAGE, page == 1 ? "" : Integer.toString(page)));
    }
}
