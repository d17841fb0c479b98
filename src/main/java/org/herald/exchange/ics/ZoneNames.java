package org.herald.exchange.ics;

import com.ibm.icu.util.TimeZone;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.herald.exchange.ics.ParsedZone.Observance;
import org.herald.model.event.Moment;
import org.herald.model.event.Recurrence;
import org.herald.model.event.Rule;

/**
 * The time zones that calendars name: by the names of the time zone database, by those of Windows, by what a VTIMEZONE says
 * of itself, or else by clocks that show the same.
 */
final class ZoneNames {

    private static final Set<String> KNOWN = Set.copyOf(ZoneId.getAvailableZoneIds());

    /** Whose clocks are compared first, after those of the portal. */
    private static final List<String> USUAL = List.of(
            "Europe/Minsk", "Europe/Moscow", "Europe/Warsaw", "Europe/Vilnius", "Europe/Kyiv", "Europe/London", "UTC");

    private static final int YEARS = 3; // in which clocks are compared
    private static final int MOST_CHANGES = 200; // of an observance in these years
    private static final int DAYS_BETWEEN = 5; // of those that are compared

    private final Map<String, ParsedZone> zones;
    private final ZoneId portal;
    private final Map<String, Found> found = new HashMap<>();

    /**
     * A zone that was found.
     *
     * @param isCompared true when it is not named, but has the same clocks
     */
    record Found(Optional<ZoneId> zone, boolean isCompared) {}

    ZoneNames(Map<String, ParsedZone> zones, ZoneId portal) {
        this.zones = zones;
        this.portal = portal;
    }

    /** @param year in which the zone is used */
    Found find(String name, int year) {
        return found.computeIfAbsent(name + " " + year, _ -> look(name, year));
    }

    private Found look(String name, int year) {
        var named = named(name).or(() -> Optional.ofNullable(zones.get(name)).flatMap(zone -> named(zone.location())));
        if (named.isPresent()) {
            return new Found(named, false);
        }
        return new Found(Optional.ofNullable(zones.get(name)).flatMap(zone -> compared(zone, year)), true);
    }

    /** The zone of this name, which may stand behind the name of whoever writes it; or that of Windows. */
    static Optional<ZoneId> named(String name) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        for (String tail = name; !tail.isEmpty(); tail = tail.substring(tail.indexOf('/') + 1)) {
            if (KNOWN.contains(tail)) {
                return Optional.of(ZoneId.of(tail));
            }
            if (tail.indexOf('/') < 0) {
                break;
            }
        }
        String ofWindows = TimeZone.getIDForWindowsID(name, "001");
        return Optional.ofNullable(ofWindows).filter(KNOWN::contains).map(ZoneId::of);
    }

    /** A zone whose clocks show the same as this one in the years from this one on. */
    private Optional<ZoneId> compared(ParsedZone zone, int year) {
        var changes = new TreeMap<LocalDateTime, ZoneOffset>();
        ZoneOffset first = null;
        for (Observance observance : zone.observances()) {
            var offset = offset(observance.offset());
            var start = Optional.ofNullable(observance.start())
                    .flatMap(content -> Stamp.parse(content.value(), null))
                    .map(Stamp::moment);
            if (offset.isEmpty() || start.isEmpty()) {
                return Optional.empty();
            }
            first = first == null ? offset(observance.before()).orElse(offset.get()) : first;
            onsets(observance, start.get(), year).forEach(onset -> changes.put(onset.atStart(), offset.get()));
        }
        if (first == null) {
            return Optional.empty();
        }
        ZoneOffset before = first;
        var clocks = new ArrayList<Map.Entry<LocalDateTime, ZoneOffset>>();
        for (LocalDate day = LocalDate.of(year, 1, 1); day.getYear() < year + YEARS; day = day.plusDays(DAYS_BETWEEN)) {
            LocalDateTime noon = day.atTime(12, 0);
            var last = changes.floorEntry(noon);
            clocks.add(Map.entry(noon, last == null ? before : last.getValue()));
        }
        return candidates()
                .filter(candidate -> clocks.stream()
                        .allMatch(clock -> candidate
                                .getRules()
                                .getValidOffsets(clock.getKey())
                                .contains(clock.getValue())))
                .findFirst();
    }

    private Stream<ZoneId> candidates() {
        return Stream.concat(
                Stream.concat(
                        Stream.of(portal),
                        USUAL.stream().filter(KNOWN::contains).map(ZoneId::of)),
                KNOWN.stream()
                        .filter(name -> name.matches("(?:Europe|Asia|America|Africa|Australia|Pacific|Atlantic)/.*"))
                        .sorted(Comparator.naturalOrder())
                        .map(ZoneId::of));
    }

    private static List<Moment> onsets(Observance observance, Moment start, int year) {
        var onsets = new ArrayList<Moment>();
        onsets.add(start);
        LocalDate from = LocalDate.of(Math.max(year - 1, start.day().getYear()), 1, 1);
        for (ContentLine line : observance.rules()) {
            Rule.parse(line.value()).filter(rule -> !rule.isTooOften()).ifPresent(rule -> {
                var moments = Recurrence.from(from, rule, start, ZoneOffset.UTC);
                for (int count = 0; count < MOST_CHANGES && moments.hasNext(); count++) {
                    Moment next = moments.next();
                    if (next.day().getYear() >= year + YEARS) {
                        break;
                    }
                    onsets.add(next);
                }
            });
        }
        for (ContentLine line : observance.dates()) {
            for (String value : line.value().split(",", MOST_CHANGES)) {
                Stamp.parse(value, null).ifPresent(stamp -> onsets.add(stamp.moment()));
            }
        }
        return onsets;
    }

    private static Optional<ZoneOffset> offset(String text) {
        try {
            return text.matches("[+-][0-9]{4}(?:[0-9]{2})?") ? Optional.of(ZoneOffset.of(text)) : Optional.empty();
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
