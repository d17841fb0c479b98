package org.herald.site.events;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.kind.EventTimesType;
import org.herald.model.kind.Field;
import org.herald.model.kind.Fields;
import org.herald.model.kind.ItemsType;
import org.herald.model.kind.Kind;
import org.herald.model.kind.Kinds;
import org.herald.store.ChangeQueries;
import org.herald.store.EventQueries;
import org.herald.store.LedgerPosition;
import org.roaringbitmap.IntConsumer;
import org.roaringbitmap.RoaringBitmap;

/**
 * What readers see of the calendar, in memory. Each question first reads the ledger to its end, as the index of directories
 * does. No occurrence is stored: those of a month are found when it is asked for, of whatever year.
 */
public final class EventIndex {

    /** The most days of a range. */
    public static final int MOST_DAYS = 400;

    private final EventQueries queries;
    private final LedgerPosition ledger;
    private final Kinds kinds;
    private final ZoneId portal;
    private Map<Language, Events> events = Map.of(); // guarded by this, as the following
    private Map<ItemId, Events> whereabouts = Map.of(); // guarded by this
    private Map<ItemId, Set<ItemId>> byVenue = Map.of(); // guarded by this

    public EventIndex(EventQueries queries, ChangeQueries changes, Kinds kinds, ZoneId portal) {
        this.queries = queries;
        this.ledger = new LedgerPosition(changes);
        this.kinds = kinds;
        this.portal = portal;
    }

    /**
     * What takes place on these days, in its order.
     *
     * @param until at most {@value #MOST_DAYS} days after {@code from}
     * @param most of each of the two lists
     */
    public synchronized Agenda within(
            Language language, EventFilter filter, LocalDate from, LocalDate until, int most) {
        requireRange(from, until);
        Events of = current(language);
        RoaringBitmap chosen = of.chosen(filter);
        var dated = new ArrayList<Listed>();
        for (LocalDate day = from; !day.isAfter(until) && dated.size() <= most; day = day.plusDays(1)) {
            dated.addAll(Agendas.on(of, chosen, day, most + 1));
        }
        return Agendas.cut(dated, Agendas.running(of, chosen, from, until), 0, most);
    }

    /** The first of what is on for several days in one go. */
    public synchronized List<Listed> running(
            Language language, EventFilter filter, LocalDate from, LocalDate until, int most) {
        requireRange(from, until);
        Events of = current(language);
        return Agendas.running(of, of.chosen(filter), from, until).stream()
                .limit(most)
                .toList();
    }

    /**
     * What begins and ends on each of these days; days without anything are absent.
     *
     * @param most of each day
     */
    public synchronized SortedMap<LocalDate, Agenda> days(
            Language language, EventFilter filter, LocalDate from, LocalDate until, int most) {
        requireRange(from, until);
        Events of = current(language);
        RoaringBitmap chosen = of.chosen(filter);
        var days = new TreeMap<LocalDate, Agenda>();
        for (LocalDate day = from; !day.isAfter(until); day = day.plusDays(1)) {
            var dated = Agendas.on(of, chosen, day, most + 1);
            if (!dated.isEmpty()) {
                days.put(day, Agendas.cut(dated, List.of(), 0, most));
            }
        }
        return days;
    }

    /** How many events each of these days has, without those that are on several days in one go; days without any are absent. */
    public synchronized Map<LocalDate, Integer> perDay(
            Language language, EventFilter filter, LocalDate from, LocalDate until) {
        requireRange(from, until);
        Events of = current(language);
        RoaringBitmap chosen = of.chosen(filter);
        var counts = new TreeMap<LocalDate, Integer>();
        for (LocalDate day = from; !day.isAfter(until); day = day.plusDays(1)) {
            int count = RoaringBitmap.andCardinality(of.on(day), chosen);
            if (count > 0) {
                counts.put(day, count);
            }
        }
        return counts;
    }

    /**
     * What is not over: each event once, with its next occurrence, the earliest first. Those that are on in one go for several
     * days, and have begun, stand apart.
     *
     * @param skip of the dated ones
     */
    public synchronized Agenda coming(Language language, EventFilter filter, Instant now, int skip, int most) {
        Events of = current(language);
        return Agendas.coming(of, of.chosen(filter), now, LocalDate.ofInstant(now, portal), skip, most);
    }

    /** Those of these events that are not over, in the order in which they are named. */
    public synchronized Agenda next(Language language, List<ItemId> ids, Instant now, int most) {
        Events of = current(language);
        var dated = new ArrayList<Listed>();
        var running = new ArrayList<Listed>();
        ids.stream()
                .flatMap(id -> of.find(id).stream())
                .flatMap(slot -> Agendas.next(slot, now).stream())
                .limit(most)
                .forEach(listed -> (Agendas.hasBegun(listed, now) ? running : dated).add(listed));
        return new Agenda(List.copyOf(dated), List.copyOf(running), false);
    }

    /** The events that are over, each with its last occurrence, newest first. */
    public synchronized Agenda past(Language language, EventFilter filter, Instant now, int skip, int most) {
        Events of = current(language);
        return Agendas.past(of, of.chosen(filter), now, LocalDate.ofInstant(now, portal), skip, most);
    }

    /** How many events each value has on these days, by field, under the other choices; values without any are absent. */
    public synchronized Map<String, Map<String, Integer>> counts(
            Language language, EventFilter filter, LocalDate from, LocalDate until) {
        requireRange(from, until);
        Events of = current(language);
        RoaringBitmap among = Agendas.runningNumbers(of, of.chosen(EventFilter.ALL), from, until);
        boolean areMonths = from.getDayOfMonth() == 1 && until.plusDays(1).getDayOfMonth() == 1;
        if (!areMonths) {
            among.andNot(outside(of, among, from, until));
        }
        for (LocalDate day = from; !day.isAfter(until); day = day.plusDays(1)) {
            among.or(of.on(day));
        }
        return of.counts(filter, among);
    }

    private static RoaringBitmap outside(Events of, RoaringBitmap running, LocalDate from, LocalDate until) {
        var outside = new RoaringBitmap();
        running.forEach((IntConsumer) number -> {
            if (of.slot(number).occurrences().within(from, until).isEmpty()) {
                outside.add(number);
            }
        });
        return outside;
    }

    /** The same of all events that are not over. */
    public synchronized Map<String, Map<String, Integer>> counts(Language language, EventFilter filter, Instant now) {
        Events of = current(language);
        RoaringBitmap over = Agendas.over(of, now, LocalDate.ofInstant(now, portal));
        return of.counts(filter, RoaringBitmap.andNot(of.chosen(EventFilter.ALL), over));
    }

    /** The same of all events that are over. */
    public synchronized Map<String, Map<String, Integer>> countsOfPast(
            Language language, EventFilter filter, Instant now) {
        Events of = current(language);
        return of.counts(filter, Agendas.over(of, now, LocalDate.ofInstant(now, portal)));
    }

    /** The nearest day after this one on which something takes place. */
    public synchronized Optional<LocalDate> nextDay(Language language, EventFilter filter, LocalDate after) {
        Events of = current(language);
        LocalDate from = after.plusDays(1);
        return Agendas.slots(of, of.chosen(filter))
                .filter(slot -> !slot.last().isBefore(from))
                .sorted(Comparator.comparing(slot -> slot.first().isBefore(from) ? from : slot.first()))
                .limit(Agendas.FEW)
                .flatMap(slot ->
                        slot
                                .occurrences()
                                .after(
                                        from.atStartOfDay(slot.occurrences().zone())
                                                .toInstant(),
                                        1)
                                .stream())
                .map(occurrence -> occurrence.firstDay().isBefore(from) ? from : occurrence.firstDay())
                .min(LocalDate::compareTo);
    }

    /** The nearest day before this one on which something takes place. */
    public synchronized Optional<LocalDate> previousDay(Language language, EventFilter filter, LocalDate before) {
        Events of = current(language);
        LocalDate until = before.minusDays(1);
        return Agendas.slots(of, of.chosen(filter))
                .filter(slot -> slot.first().isBefore(before))
                .sorted(Comparator.<Slot, LocalDate>comparing(
                                slot -> slot.last().isAfter(until) ? until : slot.last())
                        .reversed())
                .limit(Agendas.FEW)
                .flatMap(slot -> newestUntil(slot, until).stream())
                .max(LocalDate::compareTo);
    }

    private static Optional<LocalDate> newestUntil(Slot slot, LocalDate until) {
        for (LocalDate to = until; !to.isBefore(slot.first()); to = to.minusDays(MOST_DAYS + 1L)) {
            var found = slot.occurrences().within(to.minusDays(MOST_DAYS), to);
            if (!found.isEmpty()) {
                return found.stream()
                        .map(occurrence -> occurrence.lastDay().isAfter(until) ? until : occurrence.lastDay())
                        .max(LocalDate::compareTo);
            }
        }
        return Optional.empty();
    }

    /** The events at a venue that are not over, the next first. */
    public synchronized List<Listed> at(Language language, ItemId venue, Instant now, int most) {
        Agenda agenda = coming(language, EventFilter.of(Map.of(EventFilter.VENUE, venue.toString())), now, 0, most);
        return Stream.concat(agenda.running().stream(), agenda.dated().stream())
                .limit(most)
                .toList();
    }

    /** One event; absent when readers do not see it. */
    public synchronized Optional<Event> event(Language language, ItemId id) {
        return current(language).find(id).map(Slot::event);
    }

    /** All events that the filter lets through, those that are not over first. */
    public synchronized List<Event> all(Language language, EventFilter filter, Instant now, int most) {
        LocalDate today = LocalDate.ofInstant(now, portal);
        Events of = current(language);
        return Agendas.slots(of, of.chosen(filter))
                .sorted(Comparator.comparing((Slot slot) -> slot.last().isBefore(today))
                        .thenComparingLong(slot -> slot.event().id().value()))
                .limit(most)
                .map(Slot::event)
                .toList();
    }

    private static void requireRange(LocalDate from, LocalDate until) {
        if (until.isBefore(from) || ChronoUnit.DAYS.between(from, until) > MOST_DAYS) {
            throw new IllegalArgumentException("No range of days: " + from + " to " + until);
        }
    }

    private Events current(Language language) {
        queries.beside(this::follow);
        Events of = events.get(language);
        return of == null ? new Events() : of;
    }

    private void follow() {
        ledger.follow(this::load, this::read);
    }

    private void load() {
        events = new HashMap<>();
        whereabouts = new HashMap<>();
        byVenue = new HashMap<>();
        var rows = new ArrayList<EventQueries.Row>();
        queries.all(rows::add);
        add(rows);
    }

    /** Reads the groups of these items again, and the events at them; what readers no longer see of them is gone. */
    private void read(Collection<ItemId> touched) {
        var again = new LinkedHashSet<>(touched);
        touched.forEach(item -> again.addAll(byVenue.getOrDefault(item, Set.of())));
        again.forEach(item -> Optional.ofNullable(whereabouts.remove(item)).ifPresent(of -> of.remove(item)));
        var rows = new ArrayList<EventQueries.Row>();
        queries.of(again, rows::add);
        add(rows);
    }

    private void add(List<EventQueries.Row> rows) {
        var values = new HashMap<ItemId, Map<String, List<String>>>();
        queries.values(
                rows.stream().map(EventQueries.Row::id).toList(),
                (item, field, value) -> keep(values, item, field, value));
        var found = rows.stream().flatMap(row -> event(row).stream()).toList();
        var venues = new HashSet<ItemId>();
        found.forEach(event -> venues.addAll(event.venues()));
        var towns = new HashMap<ItemId, Map<String, List<String>>>();
        queries.values(venues, (item, field, value) -> {
            if (field.equals(EventFilter.TOWN)) {
                keep(towns, item, field, value);
            }
        });
        for (Event event : found) {
            var own = new HashMap<>(values.getOrDefault(event.id(), Map.of()));
            own.put(
                    EventFilter.VENUE,
                    event.venues().stream().map(ItemId::toString).toList());
            var inTowns = event.venues().stream()
                    .flatMap(venue ->
                            towns.getOrDefault(venue, Map.of()).getOrDefault(EventFilter.TOWN, List.of()).stream())
                    .distinct()
                    .toList();
            if (!inTowns.isEmpty()) {
                own.put(EventFilter.TOWN, inTowns);
            }
            event.venues()
                    .forEach(venue ->
                            byVenue.computeIfAbsent(venue, _ -> new HashSet<>()).add(event.id()));
            Events of = events.computeIfAbsent(event.language(), _ -> new Events());
            of.add(new Slot(event, own, portal));
            whereabouts.put(event.id(), of);
        }
    }

    private static void keep(Map<ItemId, Map<String, List<String>>> values, ItemId item, String field, String value) {
        values.computeIfAbsent(item, _ -> new HashMap<>())
                .computeIfAbsent(field, _ -> new ArrayList<>(1))
                .add(value);
    }

    /** Absent for one without times, which a changed declaration may leave. */
    private Optional<Event> event(EventQueries.Row row) {
        Optional<Kind> kind = kinds.find(row.kind());
        return kind.flatMap(Kind::times)
                .flatMap(field -> row.card().get(field.name()))
                .flatMap(EventTimesType::of)
                .map(times -> new Event(
                        row.id(),
                        row.language(),
                        row.path(),
                        row.headline(),
                        row.standfirst(),
                        row.publishedAt(),
                        times,
                        row.card(),
                        venues(kind.orElseThrow(), row.card())));
    }

    private static List<ItemId> venues(Kind kind, Fields card) {
        return kind.fields().stream()
                .filter(field -> field.type() instanceof ItemsType || field.type() instanceof EventTimesType)
                .filter(field ->
                        field.name().equals(EventFilter.VENUE) || kind.times().equals(Optional.of(field)))
                .flatMap(field -> named(field, card))
                .distinct()
                .toList();
    }

    private static Stream<ItemId> named(Field field, Fields card) {
        return card.get(field.name()).stream()
                .flatMap(value -> field.type().named(value).stream())
                .map(name -> new ItemId(Long.parseLong(name.substring("item:".length()))));
    }
}
