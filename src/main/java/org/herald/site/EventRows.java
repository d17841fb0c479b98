package org.herald.site;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.herald.model.ItemId;
import org.herald.model.LiveItem;
import org.herald.model.event.EventTimes;
import org.herald.model.event.Occurrence;
import org.herald.model.event.Occurrences;
import org.herald.model.kind.EventTimesType;
import org.herald.model.kind.Fields;
import org.herald.model.kind.JsonValue;
import org.herald.model.kind.Kind;
import org.herald.site.events.Event;
import org.herald.site.events.Listed;
import org.herald.store.ItemQueries;

/** Makes the rows of lists of events. */
final class EventRows {

    static final String STATUS = "status";
    static final String PREVIOUSLY = "previously";
    static final String PLACE = "place";
    static final String FREE = "free";
    static final String CANCELLED = "cancelled";
    static final String POSTPONED = "postponed";

    /** In these states it is not at the time that it has. */
    private static final Set<String> OFF = Set.of(CANCELLED, POSTPONED);

    private final Edition edition;
    private final Kind kind;
    private final Map<ItemId, LiveItem> venues;
    private final OccurrenceText texts;

    private EventRows(Edition edition, Kind kind, Map<ItemId, LiveItem> venues) {
        this.edition = edition;
        this.kind = kind;
        this.venues = venues;
        this.texts = new OccurrenceText(edition);
    }

    /** Asks for the venues of all these, in one statement. */
    static EventRows of(Edition edition, Kind kind, ItemQueries items, Stream<Listed> listed) {
        var venues = listed.flatMap(each -> venues(each).stream()).collect(Collectors.toCollection(HashSet::new));
        return new EventRows(edition, kind, items.inLanguage(venues, edition.language()));
    }

    private static List<ItemId> venues(Listed listed) {
        ItemId own = listed.occurrence().venue();
        return own == null ? listed.event().venues() : List.of(own);
    }

    /** Under the heading of its day: with its hours. */
    EventRow underDay(Listed listed) {
        return row(listed, texts::hours);
    }

    /** Without such a heading, or under those of several days. */
    EventRow alone(Listed listed) {
        return row(listed, texts::whole);
    }

    /**
     * The same on the page of a place, which is not said again.
     *
     * @param here the numbers of the place
     */
    EventRow at(List<ItemId> here, Listed listed) {
        return row(listed, texts::whole, place(listed, here));
    }

    /** Of one that is on for several days: with these. */
    EventRow running(Listed listed) {
        return row(listed, texts::days);
    }

    private EventRow row(Listed listed, Function<Occurrence, String> when) {
        return row(listed, when, place(listed, List.of()));
    }

    private EventRow row(Listed listed, Function<Occurrence, String> when, String place) {
        Event event = listed.event();
        Occurrence occurrence = listed.occurrence();
        String status = occurrence.isCancelled() ? CANCELLED : event.card().text(STATUS);
        return new EventRow(
                event.path(),
                event.headline(),
                when.apply(occurrence),
                OccurrenceText.iso(occurrence),
                occurrence.isMoved() ? texts.was(occurrence) : previously(event.card()),
                label(edition, kind, status),
                OFF.contains(status),
                place,
                event.card().get(FREE).filter(new JsonValue.Flag(true)::equals).isPresent()
                        ? edition.words().say("event.free")
                        : "");
    }

    /** The state of an event in words; empty for none. */
    static String label(Edition edition, Kind kind, String status) {
        if (status.isEmpty()) {
            return "";
        }
        return kind.field(STATUS)
                .flatMap(field -> new FieldValues(edition, field)
                        .inOrder(Stream.of(status))
                        .findFirst())
                .map(FieldValues.Named::label)
                .orElseGet(() -> status.equals(CANCELLED) ? edition.words().say("event.cancelled") : status);
    }

    /** The old date of a rescheduled event; empty for none. */
    private String previously(Fields card) {
        return previously(card.get(PREVIOUSLY), edition);
    }

    static String previously(Optional<JsonValue> value, Edition edition) {
        var texts = new OccurrenceText(edition);
        return value.flatMap(EventTimesType::of).stream()
                .flatMap(times -> firsts(times, edition))
                .map(texts::whole)
                .collect(Collectors.joining("; "));
    }

    /** The first occurrence of each of the times. */
    static Stream<Occurrence> firsts(EventTimes times, Edition edition) {
        return times.series().stream().flatMap(series -> {
            var own = new Occurrences(new EventTimes(times.zone(), List.of(series)), edition.zone());
            var first = own.first();
            return own.within(first, first.plusYears(1)).stream().limit(1);
        });
    }

    private String place(Listed listed, List<ItemId> without) {
        List<ItemId> own = venues(listed);
        String named = own.stream()
                .filter(venue -> !without.contains(venue))
                .flatMap(venue -> Optional.ofNullable(venues.get(venue)).stream())
                .map(LiveItem::headline)
                .collect(Collectors.joining(", "));
        return named.isEmpty() && without.stream().noneMatch(own::contains)
                ? listed.event().card().text(PLACE)
                : named;
    }
}
