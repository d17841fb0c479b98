package org.herald.site;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.herald.model.Blank;
import org.herald.model.Content;
import org.herald.model.ItemId;
import org.herald.model.LiveItem;
import org.herald.model.Picture;
import org.herald.model.Section;
import org.herald.model.geo.Point;
import org.herald.model.kind.Fields;
import org.herald.model.kind.Kind;
import org.herald.model.kind.Kinds;
import org.herald.model.kind.Newspaper;
import org.herald.store.ItemQueries;
import org.herald.store.ItemQueries.Attached;
import org.herald.store.PathTarget;
import org.herald.web.Page;
import org.herald.web.Representation;
import org.herald.web.SecurityHeaders;
import org.jspecify.annotations.Nullable;

/** The page of one item that readers see. */
@Singleton
public final class ItemPages {

    private final Kinds kinds;
    private final Layouts layouts;
    private final ItemQueries queries;
    private final EntrySurroundings entries;
    private final EntryDocuments documents;
    private final EventSurroundings events;
    private final SecurityHeaders security;

    public ItemPages(
            Kinds kinds,
            Layouts layouts,
            ItemQueries queries,
            EntrySurroundings entries,
            EventSurroundings events,
            SecurityHeaders security) {
        this.security = security;
        this.events = events;
        this.kinds = kinds;
        this.layouts = layouts;
        this.entries = entries;
        this.queries = queries;
        this.documents = new EntryDocuments(layouts, queries);
    }

    /** The item for other programs; absent for one that stands in no directory and no calendar. */
    Optional<Page> document(Edition edition, PathTarget.Shown shown, DocumentFormat format) {
        Kind kind = kinds.of(shown.item().kind());
        boolean hasFormat = format == DocumentFormat.JSON || kind.stands() == Kind.Stands.DIRECTORY;
        if (!isEntry(shown) || !hasFormat) {
            return Optional.empty();
        }
        var whole = withShared(kind, shown);
        return Optional.of(documents.of(
                edition,
                kind,
                whole,
                attached(shown.item(), whole.content()),
                format,
                events.occurrences(edition, kind, whole, layouts.base())));
    }

    boolean isEntry(PathTarget.Shown shown) {
        return kinds.of(shown.item().kind()).stands().hasSection();
    }

    Response show(Edition edition, PathTarget.Shown shown) {
        return page(edition, shown, UnaryOperator.identity(), "").toResponse();
    }

    /**
     * The page as readers will see it, under a notice that they do not see it yet.
     *
     * @param notPublished what is said in place of when it was published; empty when readers see the item
     */
    Page preview(Edition edition, PathTarget.Shown shown, Promotion notice, String notPublished) {
        return page(edition, shown, frame -> frame.withNotice(notice), notPublished);
    }

    private Page page(Edition edition, PathTarget.Shown shown, UnaryOperator<Layout> framing, String notPublished) {
        Kind kind = kinds.of(shown.item().kind());
        var whole = withShared(kind, shown);
        return switch (kind.stands()) {
            case DATED -> article(edition, whole, framing, notPublished);
            case CALENDAR -> event(edition, whole, framing, notPublished);
            case STANDING -> standing(edition, whole, framing, notPublished);
            case DIRECTORY -> entry(edition, whole, framing, notPublished);
        };
    }

    /** A translation with what it takes from its original. */
    private PathTarget.Shown withShared(Kind kind, PathTarget.Shown shown) {
        boolean isTranslation = shown.group().value() != shown.item().id().value();
        if (!isTranslation || kind.shared().isEmpty()) {
            return shown;
        }
        var content = shown.content();
        var fields = kind.withShared(content.fields(), queries.ofOriginal(shown.group()));
        return new PathTarget.Shown(shown.item(), shown.group(), content.withFields(fields), shown.revisedAt());
    }

    private Page article(Edition edition, PathTarget.Shown shown, UnaryOperator<Layout> framing, String notPublished) {
        LiveItem item = shown.item();
        Content content = shown.content();
        var around = queries.around(item, shown.group());
        var attached = attached(item, content);
        var section = section(item);
        var cards = new Cards(edition, layouts.navigation());
        var page = new ArticlePage(
                framing.apply(layouts.frame(
                        edition,
                        new Layouts.Subject(
                                        content.headline(),
                                        BodyRenderer.description(content),
                                        item.path(),
                                        layouts.crumbs(edition, section, content.headline()),
                                        Layouts.translations(around.translations()))
                                .about(named(item, content)))),
                story(edition, item, content, notPublished),
                BodyRenderer.render(content.body(), attached, opening(edition, item, content), edition.words()),
                facts(edition, shown, attached),
                notes(edition, attached),
                tags(edition, item, content),
                around.previous().map(ItemPages::link).orElse(null),
                around.next().map(ItemPages::link).orElse(null),
                cards.of(others(around)));
        return new Page(200, page.render());
    }

    private Page standing(Edition edition, PathTarget.Shown shown, UnaryOperator<Layout> framing, String notPublished) {
        LiveItem item = shown.item();
        Content content = shown.content();
        var attached = attached(item, content);
        var page = new StandingPage(
                framing.apply(layouts.frame(
                        edition,
                        new Layouts.Subject(
                                content.headline(),
                                BodyRenderer.description(content),
                                item.path(),
                                layouts.crumbs(edition, section(item), content.headline()),
                                Layouts.translations(queries.translations(shown.group(), item.id()))))),
                content.headline(),
                content.standfirst(),
                picture(edition, item, content),
                BodyRenderer.render(
                        content.body(),
                        attached,
                        new BodyRenderer.Opening("", picture(edition, item, content) != null),
                        edition.words()),
                facts(edition, shown, attached),
                edition.on(shown.revisedAt()),
                notPublished);
        return new Page(200, page.render());
    }

    private Page entry(Edition edition, PathTarget.Shown shown, UnaryOperator<Layout> framing, String notPublished) {
        LiveItem item = shown.item();
        Content content = shown.content();
        var attached = attached(item, content);
        var kind = kinds.of(item.kind());
        var translations = queries.translations(shown.group(), item.id());
        var around = entries.around(
                edition,
                item,
                translations,
                kind.place()
                        .flatMap(field -> content.fields().get(field.name()))
                        .flatMap(Point::of));
        var picture = picture(edition, item, content);
        var frame = framing.apply(layouts.frame(
                edition,
                new Layouts.Subject(
                                content.headline(),
                                BodyRenderer.description(content),
                                item.path(),
                                layouts.crumbs(edition, section(item), content.headline()),
                                Layouts.translations(translations))
                        .about(List.of(item.id()))));
        var page = new EntryPage(
                notPublished.isEmpty()
                        ? frame.withDocuments(DocumentFormat.all(kind, format -> item.path() + format.ending()))
                        : frame,
                content.headline(),
                content.standfirst(),
                entries.open(edition, kind, content.fields()).orElse(null),
                entries.holiday(edition),
                picture,
                BodyRenderer.render(
                        content.body(), attached, new BodyRenderer.Opening("", picture != null), edition.words()),
                new FactRenderer(attached, Map.of(), edition.words()).gallery(kind, content.fields()),
                facts(edition, shown, attached),
                notes(edition, attached),
                around.directory().orElse(null),
                around.map().orElse(null),
                around.nearby(),
                new Cards(edition, layouts.navigation()).of(around.news()),
                events.at(
                                edition,
                                Stream.of(item.id(), new ItemId(shown.group().value()))
                                        .distinct()
                                        .toList(),
                                edition.words().say("event.here"))
                        .orElse(null),
                edition.on(shown.revisedAt()),
                notPublished);
        return new Page(200, security.ofMap(Representation.html(page.render())));
    }

    /** An event for other programs. */
    private static List<Layout.Document> documents(LiveItem item) {
        return List.of(
                new Layout.Document("iCalendar", "text/calendar", item.path() + CalendarFileRoute.ENDING),
                new Layout.Document("JSON", "application/json", item.path() + DocumentFormat.JSON.ending()));
    }

    private Page event(Edition edition, PathTarget.Shown shown, UnaryOperator<Layout> framing, String notPublished) {
        LiveItem item = shown.item();
        Content content = shown.content();
        var attached = attached(item, content);
        var kind = kinds.of(item.kind());
        var picture = picture(edition, item, content);
        var images =
                picture == null ? List.<String>of() : List.of(picture.image().path());
        var translations = queries.translations(shown.group(), item.id());
        var around = events.around(
                new EventSurroundings.Subject(edition, kind, item, translations, content, images, layouts.base()));
        var inTable = new PathTarget.Shown(
                item,
                shown.group(),
                content.withFields(EventSurroundings.inTable(kind, content.fields())),
                shown.revisedAt());
        var section = layouts.navigation().ofDirectory(kind.name());
        var frame = layouts.frame(
                edition,
                new Layouts.Subject(
                        content.headline(),
                        BodyRenderer.description(content),
                        item.path(),
                        layouts.crumbs(edition, section(item), content.headline()),
                        Layouts.translations(translations)));
        var page = new EventPage(
                framing.apply(notPublished.isEmpty() ? frame.withDocuments(documents(item)) : frame),
                content.headline(),
                content.standfirst(),
                around.status(),
                around.isPast(),
                around.when(),
                around.was(),
                around.places(),
                picture,
                BodyRenderer.render(
                        content.body(), attached, new BodyRenderer.Opening("", picture != null), edition.words()),
                new FactRenderer(attached, Map.of(), edition.words()).gallery(kind, content.fields()),
                facts(edition, inTable, attached),
                notes(edition, attached),
                around.coming(),
                around.past(),
                notPublished.isEmpty() && around.coming().size() + around.past().size() > 1 ? item.path() + ".ics" : "",
                around.map().orElse(null),
                new Cards(edition, layouts.navigation()).of(around.news()),
                around.others(),
                section.map(found -> new Link(
                                Navigation.title(found, edition.language()), Urls.section(edition.language(), found)))
                        .orElse(null),
                around.linkedData(),
                edition.on(shown.revisedAt()),
                notPublished);
        return new Page(200, security.ofMap(Representation.html(page.render())));
    }

    private static List<ArticlePage.Note> notes(Edition edition, Attached attached) {
        return attached.corrections().stream()
                .map(correction -> new ArticlePage.Note(edition.at(correction.at()), correction.note()))
                .toList();
    }

    private Facts facts(Edition edition, PathTarget.Shown shown, Attached attached) {
        LiveItem item = shown.item();
        Kind kind = kinds.of(item.kind());
        Fields fields = shown.content().fields();
        if (fields.values().isEmpty()) {
            return Facts.NONE;
        }
        var named = new HashMap<ItemId, Link>();
        queries.live(FactRenderer.items(kind, fields)).forEach(each -> named.put(each.id(), link(each)));
        var subject = new JsonLd.Subject(
                shown.content().headline(),
                item.path(),
                edition.language().tag(),
                BodyRenderer.description(shown.content()));
        return new FactRenderer(attached, named, edition.words())
                .of(kind, fields, new JsonLd(layouts.base(), attached, named).of(kind, fields, subject));
    }

    /** The corrections and references; not asked for when the item has none. */
    private Attached attached(LiveItem item, Content content) {
        Kind kind = kinds.of(item.kind());
        var links = named(item, content);
        var assets = new HashSet<>(BodyRenderer.assets(content.body()));
        assets.addAll(FactRenderer.assets(kind, content.fields()));
        return links.isEmpty() && assets.isEmpty() && item.correctedAt() == null
                ? Attached.NONE
                : queries.attached(item.id(), links, assets);
    }

    /** The items that a story names, in the order of its text and then of its fields. */
    private Set<ItemId> named(LiveItem item, Content content) {
        var named = BodyRenderer.links(content.body());
        named.addAll(FactRenderer.items(kinds.of(item.kind()), content.fields()));
        return named;
    }

    private List<Section> section(LiveItem item) {
        var navigation = layouts.navigation();
        return navigation.byId(item.section()).map(navigation::down).orElse(List.of());
    }

    private static ArticlePage.Story story(Edition edition, LiveItem item, Content content, String notPublished) {
        return new ArticlePage.Story(
                content.fields().text(Newspaper.KICKER),
                content.headline(),
                content.standfirst(),
                edition.at(item.publishedAt()),
                notPublished,
                Optional.ofNullable(item.updatedAt()).map(edition::at).orElse(null),
                Optional.ofNullable(item.correctedAt()).map(edition::at).orElse(null),
                content.fields().text(Newspaper.BYLINE),
                content.fields().text(Newspaper.SOURCE),
                picture(edition, item, content));
    }

    private static ArticlePage.@Nullable Figure picture(Edition edition, LiveItem item, Content content) {
        Picture picture = content.picture();
        var thumbnail = item.picture();
        if (picture == null || thumbnail == null) {
            return null;
        }
        return Image.of(thumbnail.asset(), picture.alt())
                .map(image -> new ArticlePage.Figure(
                        image,
                        picture.caption(),
                        picture.credit(),
                        image.full()
                                .map(path -> new Link(edition.words().say("article.full-size"), path))
                                .orElse(null)))
                .orElse(null);
    }

    static BodyRenderer.Opening opening(Edition edition, LiveItem item, Content content) {
        return new BodyRenderer.Opening(dateline(edition, item, content), picture(edition, item, content) != null);
    }

    /** The agency's opening, {@code MINSK, 19 August (Agency) -}; empty for a story without a place. */
    private static String dateline(Edition edition, LiveItem item, Content content) {
        String place = content.fields().text(Newspaper.DATELINE);
        if (Blank.is(place)) {
            return "";
        }
        String upper = place.toUpperCase(edition.words().locale());
        Instant published = item.publishedAt();
        String source = content.fields().text(Newspaper.SOURCE);
        return Blank.is(source)
                ? edition.words().say("dateline.place-date", upper, edition.dayOfYear(published))
                : edition.words().say("dateline.full", upper, edition.dayOfYear(published), source);
    }

    private List<Link> tags(Edition edition, LiveItem item, Content content) {
        var language = edition.language();
        var slugs = queries.tags(item.id(), language, content.tags());
        var links = new ArrayList<Link>();
        for (String tag : content.tags()) {
            Optional.ofNullable(slugs.get(tag))
                    .ifPresent(slug -> links.add(new Link(tag, Urls.tag(language, slug.value()))));
        }
        return links;
    }

    private static Link link(LiveItem item) {
        return new Link(item.headline(), item.path());
    }

    /** More of the section, without the neighbours, which have links of their own. */
    private static List<LiveItem> others(ItemQueries.Surroundings around) {
        var neighbours = new HashSet<Object>();
        around.previous().ifPresent(item -> neighbours.add(item.id()));
        around.next().ifPresent(item -> neighbours.add(item.id()));
        return around.more().stream()
                .filter(item -> !neighbours.contains(item.id()))
                .limit(ItemQueries.MATES - 1)
                .toList();
    }
}
