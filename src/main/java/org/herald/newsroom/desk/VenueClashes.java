package org.herald.newsroom.desk;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.herald.model.Item;
import org.herald.model.ItemId;
import org.herald.model.Words;
import org.herald.model.event.Occurrence;
import org.herald.model.event.Occurrences;
import org.herald.model.kind.EventTimesLines;
import org.herald.model.kind.EventTimesType;
import org.herald.model.kind.Fields;
import org.herald.model.kind.Kind;
import org.herald.model.kind.Kinds;
import org.herald.newsroom.PortalTime;
import org.herald.site.events.EventFilter;
import org.herald.site.events.EventIndex;
import org.herald.site.events.Listed;

/**
 * Other events at the same venue at the same time, as a warning. Readers see them all, so that everybody who sees the warning
 * may know of them. What takes whole days or has no end, such as an exhibition, is in nobody's way.
 */
@Singleton
public final class VenueClashes {

    /** Dates that are looked at. */
    private static final int DATES = 60;

    /** Events that are named. */
    private static final int MOST = 5;

    private static final int MOST_OF_DAY = 200;
    private static final String STATUS = "status";
    private static final Set<String> OFF = Set.of("cancelled", "postponed");

    private final EventIndex index;
    private final Kinds kinds;
    private final PortalTime time;
    private final InstantSource clock;

    public VenueClashes(EventIndex index, Kinds kinds, PortalTime time, InstantSource clock) {
        this.index = index;
        this.kinds = kinds;
        this.time = time;
        this.clock = clock;
    }

    /** A sentence for each event that is in the way; translations, whose times are those of their originals, have none. */
    List<String> of(Item item, Fields fields, Words words) {
        Kind kind = kinds.of(item.kind());
        if (kind.stands() != Kind.Stands.CALENDAR || item.isTranslation() || OFF.contains(fields.text(STATUS))) {
            return List.of();
        }
        var venues = venues(fields);
        var found = new LinkedHashMap<ItemId, String>();
        var lines = new EventTimesLines(words);
        kind
                .times()
                .flatMap(field -> fields.get(field.name()))
                .flatMap(EventTimesType::of)
                .map(times -> new Occurrences(times, time.zone()).after(clock.instant(), DATES))
                .orElse(List.of())
                .stream()
                .filter(VenueClashes::isTimed)
                .forEach(own -> others(item, own, own.venue() == null ? venues : List.of(own.venue()))
                        .forEach(other -> found.putIfAbsent(
                                other.event().id(),
                                words.say("check.clash", other.event().headline(), lines.of(other.occurrence())))));
        return found.values().stream().limit(MOST).toList();
    }

    private Stream<Listed> others(Item item, Occurrence own, List<ItemId> venues) {
        return venues.stream()
                .flatMap(venue -> {
                    var filter = EventFilter.of(Map.of(EventFilter.VENUE, venue.toString()));
                    var day = own.firstDay();
                    return index
                            .within(item.language(), filter, day.minusDays(1), day.plusDays(1), MOST_OF_DAY)
                            .dated()
                            .stream()
                            .filter(other -> isAt(other, venue));
                })
                .filter(other -> !other.event().id().equals(item.id())
                        && !OFF.contains(other.event().card().text(STATUS))
                        && isTimed(other.occurrence())
                        && isAtOnce(own, other.occurrence()));
    }

    private static boolean isAt(Listed other, ItemId venue) {
        ItemId own = other.occurrence().venue();
        return own == null || own.equals(venue);
    }

    private static boolean isTimed(Occurrence occurrence) {
        return !occurrence.isCancelled() && !occurrence.isWholeDays() && !occurrence.isSeveralDays();
    }

    private static boolean isAtOnce(Occurrence one, Occurrence other) {
        return one.from().isBefore(end(other)) && other.from().isBefore(end(one));
    }

    /** One whose end is not known is known to take place when it begins. */
    private static Instant end(Occurrence occurrence) {
        return occurrence.end() == null ? occurrence.from().plus(Duration.ofMinutes(1)) : occurrence.until();
    }

    private static List<ItemId> venues(Fields fields) {
        var venues = new ArrayList<ItemId>();
        fields.get(EventFilter.VENUE).stream()
                .flatMap(value -> value.asList().stream())
                .map(value -> value.asText())
                .filter(number -> number.matches("[1-9][0-9]{0,17}"))
                .forEach(number -> venues.add(new ItemId(Long.parseLong(number))));
        return venues;
    }
}
