package org.herald.site;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.herald.config.Settings;
import org.herald.events.CalendarEvent;
import org.herald.events.CalendarEvent.Place;
import org.herald.events.CalendarEvent.Status;
import org.herald.events.CalendarFeed;
import org.herald.events.CalendarWriter;
import org.herald.model.ItemId;
import org.herald.model.LiveItem;
import org.herald.model.PageKey;
import org.herald.model.Section;
import org.herald.model.event.Moment;
import org.herald.model.event.Occurrence;
import org.herald.model.event.Occurrences;
import org.herald.model.geo.Point;
import org.herald.model.kind.AddressType;
import org.herald.model.kind.Choice;
import org.herald.model.kind.ChoiceType;
import org.herald.model.kind.Field;
import org.herald.model.kind.FieldType;
import org.herald.model.kind.JsonValue;
import org.herald.model.kind.Kind;
import org.herald.model.kind.Kinds;
import org.herald.site.events.Event;
import org.herald.site.events.EventFilter;
import org.herald.site.events.EventIndex;
import org.herald.store.ItemQueries;
import org.herald.web.CurrentRequest;
import org.herald.web.Page;
import org.herald.web.Representation;

/** Calendars as files of iCalendar. */
@Singleton
public final class CalendarFiles {

    /** More events than these are cut off, those that are over first. */
    private static final int MOST = 5_000;

    private static final int AT_ONCE = 1_000;
    private static final Duration REFRESH = Duration.ofHours(6);

    /** Sequence numbers count seconds from here on, so that they stay below 2^31 (RFC 5545, section 3.3.8) until 2088. */
    private static final Instant SEQUENCE_BEGINS = Instant.parse("2020-01-01T00:00:00Z");

    private final Settings settings;
    private final Kinds kinds;
    private final EventIndex index;
    private final ItemQueries items;
    private final InstantSource clock;

    public CalendarFiles(Settings settings, Kinds kinds, EventIndex index, ItemQueries items, InstantSource clock) {
        this.settings = settings;
        this.kinds = kinds;
        this.index = index;
        this.items = items;
        this.clock = clock;
    }

    Kinds kinds() {
        return kinds;
    }

    /** The whole calendar, or what a filter chooses of it. */
    Page calendar(Edition edition, Section section, Kind kind, EventFilter filter) {
        CurrentRequest.note(PageKey.directory(kind.name(), edition.language()));
        Instant now = clock.instant();
        var events = index.all(edition.language(), filter, now, MOST);
        if (events.size() == MOST) {
            CurrentRequest.noteUntil(now.plus(Duration.ofDays(1))); // what is over then makes room for others
        }
        String page = Urls.section(edition.language(), section);
        return page(CalendarWriter.write(
                feed(edition, Navigation.title(section, edition.language()), page, events(edition, events))));
    }

    /**
     * One event, or one of its dates; empty for an item that stands in no calendar, and for a date that it does not have.
     *
     * @param occurrence number of the series and when it begins by it, as {@code 1:2026-07-05T15:00}
     */
    Optional<Page> event(Edition edition, LiveItem item, Optional<String> occurrence) {
        CurrentRequest.note(PageKey.item(item.id()));
        var found = index.event(edition.language(), item.id());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var events = events(edition, List.of(found.get()));
        var feed = feed(edition, item.headline(), item.path(), events);
        if (occurrence.isEmpty()) {
            return Optional.of(page(CalendarWriter.write(feed)));
        }
        return events.stream()
                .findFirst()
                .flatMap(event -> occurrence(found.get(), occurrence.get())
                        .map(one -> page(CalendarWriter.write(feed, event, one))));
    }

    private Optional<Occurrence> occurrence(Event event, String named) {
        int colon = named.indexOf(':');
        if (colon < 1) {
            return Optional.empty();
        }
        String series = named.substring(0, colon);
        return Moment.parse(named.substring(colon + 1)).flatMap(was -> {
            var occurrences = new Occurrences(event.times(), settings.zone());
            // one that was moved is found by the day to which it was moved
            return Stream.concat(
                            Stream.of(was),
                            event.times().series().stream()
                                    .flatMap(each -> each.changes().stream())
                                    .filter(change -> change.was().equals(was))
                                    .flatMap(change -> Stream.ofNullable(change.start())))
                    .flatMap(day -> occurrences.within(day.day(), day.day()).stream())
                    .filter(each -> each.was().equals(was)
                            && Integer.toString(each.series()).equals(series))
                    .findFirst();
        });
    }

    private static Page page(String text) {
        return new Page(200, Representation.text(CalendarWriter.TYPE, text));
    }

    private CalendarFeed feed(Edition edition, String title, String path, List<CalendarEvent> events) {
        return new CalendarFeed(
                title + " | " + settings.nameIn(edition.language()),
                edition.language(),
                settings.baseUrl() + path,
                settings.baseUrl() + path + CalendarFileRoute.ENDING,
                REFRESH,
                settings.zone(),
                edition.words().say("calendar.open-ended"),
                events);
    }

    private List<CalendarEvent> events(Edition edition, List<Event> events) {
        var venues = new HashSet<ItemId>();
        events.forEach(event -> venues.addAll(event.venues()));
        var places = new HashMap<ItemId, Place>();
        live(venues.stream()
                        .sorted((one, other) -> Long.compare(one.value(), other.value()))
                        .toList())
                .forEach((id, venue) -> places.put(id, place(venue)));
        var live = live(events.stream().map(Event::id).toList());
        return events.stream()
                .flatMap(event ->
                        Stream.ofNullable(live.get(event.id())).map(item -> event(edition, event, item, places)))
                .toList();
    }

    private Map<ItemId, LiveItem> live(List<ItemId> ids) {
        var live = new HashMap<ItemId, LiveItem>();
        for (int at = 0; at < ids.size(); at += AT_ONCE) {
            items.live(ids.subList(at, Math.min(at + AT_ONCE, ids.size()))).forEach(item -> live.put(item.id(), item));
        }
        return live;
    }

    private CalendarEvent event(Edition edition, Event event, LiveItem item, Map<ItemId, Place> places) {
        Instant at = Stream.of(item.publishedAt(), item.updatedAt(), item.correctedAt())
                .flatMap(Stream::ofNullable)
                .max(Instant::compareTo)
                .orElseThrow();
        Kind kind = kinds.of(item.kind());
        return new CalendarEvent(
                new CalendarEvent.Name(item.id().toString(), settings.baseUrl().getHost()),
                new CalendarEvent.Text(
                        item.headline(),
                        item.standfirst(),
                        settings.baseUrl() + item.path(),
                        categories(edition, kind, item)),
                new CalendarEvent.Revision(
                        Math.clamp(Duration.between(SEQUENCE_BEGINS, at).toSeconds(), 0, Integer.MAX_VALUE), at),
                status(item),
                event.times(),
                where(kind, item, places),
                places);
    }

    private static Status status(LiveItem item) {
        return switch (text(item, "status")) {
            case "cancelled" -> Status.CANCELLED;
            case "postponed" -> Status.TENTATIVE;
            default -> Status.CONFIRMED;
        };
    }

    private static String text(LiveItem item, String field) {
        return item.card().get(field).map(JsonValue::asText).orElse("");
    }

    /** The venues, or the words that stand in place of them. */
    private static Place where(Kind kind, LiveItem item, Map<ItemId, Place> places) {
        var found = new ArrayList<Place>();
        kind.field("venue")
                .ifPresent(field -> item.card()
                        .get("venue")
                        .ifPresent(value -> field.type()
                                .named(value)
                                .forEach(name -> Stream.ofNullable(places.get(
                                                new ItemId(Long.parseLong(name.substring(name.indexOf(':') + 1)))))
                                        .forEach(found::add))));
        if (found.isEmpty()) {
            return new Place(text(item, "place"), null);
        }
        return found.size() == 1
                ? found.getFirst()
                : new Place(String.join("; ", found.stream().map(Place::text).toList()), null);
    }

    /** Name, address and coordinates of a venue, as far as its cards show them. */
    private Place place(LiveItem venue) {
        var text = new StringBuilder(venue.headline());
        Point point = null;
        for (Field field : kinds.of(venue.kind()).fields()) {
            var value = venue.card().get(field.name());
            if (value.isPresent()) {
                FieldType type = field.type();
                if (type instanceof AddressType) {
                    text.append(", ").append(type.text(value.get()).replaceAll("\\s*\n\\s*", ", "));
                }
                point = point == null ? Point.of(value.get()).orElse(null) : point;
            }
        }
        return new Place(text.toString(), point);
    }

    private static List<String> categories(Edition edition, Kind kind, LiveItem item) {
        String chosen = text(item, "category");
        return kind.field("category").stream()
                .flatMap(field ->
                        field.type() instanceof ChoiceType(List<Choice> choices) ? choices.stream() : Stream.empty())
                .filter(choice -> choice.word().equals(chosen))
                .map(choice -> choice.label().in(edition.language()).orElse(choice.word()))
                .toList();
    }
}
