package org.herald.site;

import io.quarkus.qute.RawString;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.herald.model.Content;
import org.herald.model.ItemId;
import org.herald.model.LiveItem;
import org.herald.model.PageKey;
import org.herald.model.Section;
import org.herald.model.event.EventTimes;
import org.herald.model.event.Occurrence;
import org.herald.model.event.Occurrences;
import org.herald.model.event.Series;
import org.herald.model.geo.Point;
import org.herald.model.kind.EventTimesLines;
import org.herald.model.kind.EventTimesType;
import org.herald.model.kind.FactLine;
import org.herald.model.kind.Field;
import org.herald.model.kind.Fields;
import org.herald.model.kind.GalleryType;
import org.herald.model.kind.JsonValue;
import org.herald.model.kind.Kind;
import org.herald.model.kind.Kinds;
import org.herald.site.directory.MapView;
import org.herald.site.events.EventFilter;
import org.herald.site.events.EventIndex;
import org.herald.site.events.Listed;
import org.herald.store.ItemQueries;
import org.herald.store.PathTarget;
import org.herald.web.CurrentRequest;
import org.jspecify.annotations.Nullable;

/** What the page of an event says beside its words: its dates, its places, and what else takes place there. */
@Singleton
public final class EventSurroundings {

    private static final int COMING = 10;
    private static final int PAST = 50;
    private static final int OTHERS = 6;

    /** Places whose address and map are asked for. */
    private static final int MOST_VENUES = 3;

    private final Kinds kinds;
    private final ItemQueries items;
    private final EventIndex index;
    private final EntrySurroundings entries;
    private final InstantSource clock;

    public EventSurroundings(
            Kinds kinds, ItemQueries items, EventIndex index, EntrySurroundings entries, InstantSource clock) {
        this.kinds = kinds;
        this.items = items;
        this.index = index;
        this.entries = entries;
        this.clock = clock;
    }

    /**
     * An event whose page is made.
     *
     * @param translations those that readers see
     */
    record Subject(
            Edition edition,
            Kind kind,
            LiveItem item,
            List<LiveItem> translations,
            Content content,
            List<String> images,
            String base) {

        Fields fields() {
            return content.fields();
        }
    }

    /** What its page says beside its words. */
    record Around(
            String status,
            boolean isPast,
            List<String> when,
            String was,
            List<Link> places,
            List<EventDate> coming,
            List<EventDate> past,
            Optional<MapView> map,
            List<LiveItem> news,
            EventPage.@Nullable Others others,
            @Nullable RawString linkedData) {}

    /** The fields that stand elsewhere than in the table of facts. */
    static Fields inTable(Kind kind, Fields fields) {
        Fields left = fields;
        for (Field field : kind.fields()) {
            boolean isElsewhere = field.type() instanceof EventTimesType
                    || field.type() instanceof GalleryType
                    || List.of(EventRows.STATUS, EventFilter.VENUE, EventRows.PLACE)
                            .contains(field.name());
            left = isElsewhere ? left.with(field.name(), "") : left;
        }
        return left;
    }

    Around around(Subject subject) {
        var edition = subject.edition();
        Instant now = clock.instant();
        CurrentRequest.note(PageKey.directory(subject.item().kind(), edition.language()));
        Optional<EventTimes> times = subject.kind()
                .times()
                .flatMap(field -> subject.fields().get(field.name()))
                .flatMap(EventTimesType::of);
        var occurrences = times.map(each -> new Occurrences(each, edition.zone()));
        var coming = occurrences.map(each -> each.after(now, COMING)).orElse(List.of());
        var past = occurrences.map(each -> each.before(now, PAST)).orElse(List.of());
        noteEnd(coming);
        var ids = venues(subject.fields(), times);
        Map<ItemId, LiveItem> named = items.inLanguage(ids, edition.language());
        var venues = details(ids, named);
        return new Around(
                EventRows.label(edition, subject.kind(), subject.fields().text(EventRows.STATUS)),
                coming.isEmpty() && !past.isEmpty(),
                when(subject, times, now),
                EventRows.previously(subject.fields().get(EventRows.PREVIOUSLY), edition),
                places(subject, ids, named),
                coming.stream().map(each -> date(subject, each)).toList(),
                past.stream().map(each -> date(subject, each)).toList(),
                map(edition, venues),
                entries.news(subject.item(), subject.translations()),
                others(subject, ids, named, now),
                linkedData(subject, venues, coming, past));
    }

    /** The next dates of an event and the newest that are over, for other programs; none for an item of another kind. */
    Map<String, JsonValue> occurrences(Edition edition, Kind kind, PathTarget.Shown shown, String base) {
        Optional<EventTimes> times = kind.times()
                .flatMap(field -> shown.content().fields().get(field.name()))
                .flatMap(EventTimesType::of);
        if (kind.stands() != Kind.Stands.CALENDAR || times.isEmpty()) {
            return Map.of();
        }
        Instant now = clock.instant();
        CurrentRequest.note(PageKey.directory(kind.name(), edition.language()));
        var all = new Occurrences(times.get(), edition.zone());
        var coming = all.after(now, COMING);
        noteEnd(coming);
        var venues = items.inLanguage(venues(shown.content().fields(), times), edition.language());
        String path = shown.item().path();
        return Map.of(
                "occurrences", CalendarDocuments.occurrences(base, path, coming, venues),
                "pastOccurrences", CalendarDocuments.occurrences(base, path, all.before(now, PAST), venues));
    }

    private static void noteEnd(List<Occurrence> coming) {
        coming.stream()
                .map(Occurrence::until)
                .filter(end -> !end.equals(Instant.MAX))
                .min(Comparator.naturalOrder())
                .ifPresent(CurrentRequest::noteUntil);
    }

    private static @Nullable RawString linkedData(
            Subject subject, List<EventJsonLd.Venue> venues, List<Occurrence> coming, List<Occurrence> past) {
        return Stream.of(coming.stream().filter(each -> !each.isCancelled()), coming.stream(), past.stream())
                .flatMap(each -> each)
                .findFirst()
                .map(main -> new EventJsonLd(
                                subject.base(),
                                subject.edition(),
                                subject.fields(),
                                subject.item().path(),
                                venues)
                        .of(
                                new EventJsonLd.Subject(
                                        subject.content().headline(),
                                        BodyRenderer.description(subject.content()),
                                        subject.images()),
                                main,
                                coming))
                .orElse(null);
    }

    /** Without the dates that are over, as long as some are to come; the page is made anew at midnight there. */
    private static List<String> when(Subject subject, Optional<EventTimes> times, Instant now) {
        var edition = subject.edition();
        times.map(each -> each.zone(edition.zone()))
                .map(zone -> LocalDate.ofInstant(now, zone)
                        .plusDays(1)
                        .atStartOfDay(zone)
                        .toInstant())
                .ifPresent(CurrentRequest::noteUntil);
        return times.stream()
                .flatMap(each -> {
                    boolean isOver =
                            new Occurrences(each, edition.zone()).after(now, 1).isEmpty();
                    var lines = isOver
                            ? new EventTimesLines(edition.words())
                            : new EventTimesLines(edition.words(), LocalDate.ofInstant(now, each.zone(edition.zone())));
                    return lines.of(each).stream();
                })
                .flatMap(line -> line instanceof FactLine.Plain(String text) ? Stream.of(text) : Stream.empty())
                .toList();
    }

    private static List<ItemId> venues(Fields fields, Optional<EventTimes> times) {
        var ids = new LinkedHashSet<ItemId>();
        fields.get(EventFilter.VENUE).stream()
                .flatMap(value -> value.asList().stream())
                .map(value -> value.asText())
                .filter(number -> number.matches("[1-9][0-9]{0,17}"))
                .forEach(number -> ids.add(new ItemId(Long.parseLong(number))));
        times.stream()
                .flatMap(each -> each.series().stream())
                .map(Series::venue)
                .filter(Objects::nonNull)
                .forEach(ids::add);
        return List.copyOf(ids);
    }

    private static List<Link> places(Subject subject, List<ItemId> ids, Map<ItemId, LiveItem> named) {
        var places = new ArrayList<Link>();
        ids.stream()
                .flatMap(id -> Optional.ofNullable(named.get(id)).stream())
                .forEach(venue -> places.add(new Link(venue.headline(), venue.path())));
        String place = subject.fields().text(EventRows.PLACE);
        if (!place.isEmpty()) {
            places.add(new Link(place, ""));
        }
        return places;
    }

    private List<EventJsonLd.Venue> details(List<ItemId> ids, Map<ItemId, LiveItem> named) {
        var venues = new LinkedHashMap<ItemId, EventJsonLd.Venue>();
        ids.stream()
                .flatMap(id -> Optional.ofNullable(named.get(id)).stream())
                .limit(MOST_VENUES)
                .forEach(venue -> items.at(venue.path()).ifPresent(target -> {
                    if (target instanceof PathTarget.Shown shown) {
                        Kind kind = kinds.of(venue.kind());
                        boolean isTranslation =
                                shown.group().value() != shown.item().id().value();
                        Fields own = shown.content().fields();
                        venues.put(
                                venue.id(),
                                new EventJsonLd.Venue(
                                        venue,
                                        kind,
                                        isTranslation ? kind.withShared(own, items.ofOriginal(shown.group())) : own));
                    }
                }));
        return List.copyOf(venues.values());
    }

    private Optional<MapView> map(Edition edition, List<EventJsonLd.Venue> venues) {
        return venues.stream()
                .flatMap(venue -> venue.kind().place().stream()
                        .flatMap(field -> venue.fields().get(field.name()).stream())
                        .flatMap(value -> Point.of(value).stream())
                        .map(point -> entries.map(edition, venue.item(), point)))
                .findFirst();
    }

    private static EventDate date(Subject subject, Occurrence occurrence) {
        var edition = subject.edition();
        var texts = new OccurrenceText(edition);
        return new EventDate(
                texts.whole(occurrence),
                OccurrenceText.iso(occurrence),
                occurrence.isCancelled() ? EventRows.label(edition, subject.kind(), EventRows.CANCELLED) : "",
                occurrence.isMoved() ? texts.was(occurrence) : "",
                occurrence.isCancelled()
                        ? ""
                        : subject.item().path() + ".ics?occurrence=" + occurrence.series() + ":" + occurrence.was());
    }

    private EventPage.@Nullable Others others(
            Subject subject, List<ItemId> ids, Map<ItemId, LiveItem> named, Instant now) {
        return ids.stream()
                .findFirst()
                .filter(named::containsKey)
                .flatMap(venue -> at(
                        subject.edition(),
                        List.of(venue),
                        subject.edition()
                                .words()
                                .say(
                                        "event.others",
                                        Objects.requireNonNull(named.get(venue)).headline()),
                        Optional.of(subject.item().id()),
                        now))
                .orElse(null);
    }

    /**
     * What takes place at a place; absent for nothing, or while no section shows a calendar.
     *
     * @param ids under which events may name the place: it has one in each language
     */
    Optional<EventPage.Others> at(Edition edition, List<ItemId> ids, String title) {
        return at(edition, ids, title, Optional.empty(), clock.instant());
    }

    private Optional<EventPage.Others> at(
            Edition edition, List<ItemId> ids, String title, Optional<ItemId> without, Instant now) {
        var language = edition.language();
        for (Kind kind : kinds.all()) {
            var calendar =
                    kind.stands() == Kind.Stands.CALENDAR ? entries.calendar(kind.name()) : Optional.<Section>empty();
            if (calendar.isEmpty()) {
                continue;
            }
            CurrentRequest.note(PageKey.directory(kind.name(), language));
            for (ItemId venue : ids) {
                List<Listed> found = index.at(language, venue, now, OTHERS + 1).stream()
                        .filter(listed ->
                                !without.equals(Optional.of(listed.event().id())))
                        .limit(OTHERS)
                        .toList();
                if (!found.isEmpty()) {
                    found.stream()
                            .map(listed -> listed.occurrence().until())
                            .filter(end -> !end.equals(Instant.MAX))
                            .min(Comparator.naturalOrder())
                            .ifPresent(CurrentRequest::noteUntil);
                    var rows = EventRows.of(edition, kind, items, found.stream());
                    return Optional.of(new EventPage.Others(
                            title,
                            found.stream().map(each -> rows.at(ids, each)).toList(),
                            new Link(
                                    edition.words().say("event.all-here"),
                                    Urls.section(language, calendar.get()) + "/" + CalendarScope.UPCOMING + "?"
                                            + EventFilter.VENUE + "=" + venue)));
                }
            }
        }
        return Optional.empty();
    }
}
