package org.herald.site;

import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.herald.model.ItemId;
import org.herald.model.LiveItem;
import org.herald.model.event.Occurrence;
import org.herald.model.kind.JsonValue;
import org.herald.site.directory.JsonText;
import org.herald.site.events.Agenda;
import org.herald.site.events.Event;
import org.herald.site.events.EventIndex;
import org.herald.site.events.Listed;
import org.herald.store.ItemQueries;

/** The lists of a calendar for other programs, as JSON: each event with its dates, in the order of the first of them. */
@Singleton
public final class CalendarDocuments {

    /** Events of a page. */
    private static final int SIZE = 200;

    /** Dates of a range of days; of more, the last are left out, which the document says. */
    private static final int MOST_DATES = 10_000;

    private static final int DAYS = 30;

    private final CalendarHeads heads;
    private final Layouts layouts;
    private final EventIndex index;
    private final ItemQueries items;
    private final EntryDocuments entries;
    private final InstantSource clock;

    public CalendarDocuments(
            CalendarHeads heads, Layouts layouts, EventIndex index, ItemQueries items, InstantSource clock) {
        this.heads = heads;
        this.layouts = layouts;
        this.index = index;
        this.items = items;
        this.entries = new EntryDocuments(layouts, items);
        this.clock = clock;
    }

    /** What a document lists, and where the page with the same is. */
    private record Shown(Map<Event, List<Occurrence>> events, boolean hasMore, boolean isCut) {}

    /** What is not over, each with its next date; first, on the first page, what is on for several days. */
    Response upcoming(CalendarScope scope) {
        Instant now = clock.instant();
        CalendarPages.note(scope);
        var agenda = index.coming(scope.language(), scope.query().filter(), now, skip(scope), SIZE);
        CalendarPages.noteEnds(agenda, now);
        var running = scope.query().page() == 1 ? agenda.running() : List.<Listed>of();
        return answer(
                scope,
                each -> each.at("/" + CalendarScope.UPCOMING),
                new LinkedHashMap<>(),
                new Shown(grouped(Stream.concat(running.stream(), agenda.dated().stream())), agenda.hasMore(), false));
    }

    /** What is over, each with its last date, newest first. */
    Response past(CalendarScope scope) {
        Instant now = clock.instant();
        CalendarPages.note(scope);
        var agenda = index.past(scope.language(), scope.query().filter(), now, skip(scope), SIZE);
        CalendarPages.noteEnds(index.coming(scope.language(), scope.query().filter(), now, 0, SIZE), now);
        return answer(
                scope,
                each -> each.at("/" + CalendarScope.PAST),
                new LinkedHashMap<>(),
                new Shown(grouped(agenda.dated().stream()), agenda.hasMore(), false));
    }

    Response dates(CalendarScope scope) {
        var typed = TypedDays.of(
                scope.query().text(CalendarQuery.FROM),
                scope.query().text(CalendarQuery.UNTIL),
                heads.today(scope),
                DAYS);
        return days(scope, typed.from(), typed.until(), each -> each.at("/" + CalendarScope.DATES));
    }

    Response month(CalendarScope scope, YearMonth month) {
        return days(scope, month.atDay(1), month.atEndOfMonth(), each -> each.month(month));
    }

    Response day(CalendarScope scope, LocalDate day) {
        return days(scope, day, day, each -> each.day(day));
    }

    private Response days(CalendarScope scope, LocalDate from, LocalDate until, AddressUnder path) {
        if (!CalendarScope.isKnown(from) || !CalendarScope.isKnown(until)) {
            throw new NotFoundException();
        }
        CalendarPages.note(scope);
        Agenda agenda = index.within(scope.language(), scope.query().filter(), from, until, MOST_DATES);
        var all = grouped(Stream.concat(agenda.running().stream(), agenda.dated().stream()));
        var page = new LinkedHashMap<Event, List<Occurrence>>();
        all.entrySet().stream().skip(skip(scope)).limit(SIZE).forEach(each -> page.put(each.getKey(), each.getValue()));
        var head = new LinkedHashMap<String, JsonValue>();
        text(head, "from", from.toString());
        text(head, "until", until.toString());
        head.put("total", EntryDocuments.number(all.size()));
        return answer(scope, path, head, new Shown(page, all.size() > skip(scope) + SIZE, agenda.hasMore()));
    }

    /** Makes the address of a page under a query. */
    @FunctionalInterface
    private interface AddressUnder {
        String of(CalendarScope scope);
    }

    private static int skip(CalendarScope scope) {
        return (scope.query().page() - 1) * SIZE;
    }

    /** Each event once, where the first of its dates stands. */
    private static Map<Event, List<Occurrence>> grouped(Stream<Listed> listed) {
        var grouped = new LinkedHashMap<Event, List<Occurrence>>();
        listed.forEach(each ->
                grouped.computeIfAbsent(each.event(), _ -> new ArrayList<>()).add(each.occurrence()));
        return grouped;
    }

    private Response answer(CalendarScope scope, AddressUnder path, Map<String, JsonValue> head, Shown list) {
        int page = scope.query().page();
        var query = scope.query();
        String html = layouts.base() + path.of(scope.with(query.with(CalendarQuery.PAGE, "")));
        String previous = page > 1 ? numbered(scope, path, page - 1) : "";
        String next = list.hasMore() ? numbered(scope, path, page + 1) : "";
        var members = new LinkedHashMap<String, JsonValue>();
        text(members, "kind", scope.kind().name().toString());
        text(members, "name", Navigation.title(scope.section(), scope.language()));
        text(members, "language", scope.language().tag());
        text(members, "timeZone", scope.edition().zone().getId());
        text(members, "url", html);
        members.putAll(head);
        members.put("page", EntryDocuments.number(page));
        text(members, "previous", previous);
        text(members, "next", next);
        if (list.isCut()) {
            members.put("isCut", new JsonValue.Flag(true));
        }
        members.put("events", events(scope, list.events()));
        var links = new ArrayList<>(List.of("<" + html + ">; rel=\"canonical\""));
        if (!previous.isEmpty()) {
            links.add("<" + previous + ">; rel=\"prev\"");
        }
        if (!next.isEmpty()) {
            links.add("<" + next + ">; rel=\"next\"");
        }
        return DocumentFormat.JSON
                .page(JsonText.of(members), String.join(", ", links))
                .toResponse();
    }

    private String numbered(CalendarScope scope, AddressUnder path, int page) {
        var query = scope.query().with(CalendarQuery.PAGE, page == 1 ? "" : Integer.toString(page));
        return layouts.base() + document(path.of(scope.with(query)));
    }

    /** The document of a page. */
    static String document(String path) {
        int query = path.indexOf('?');
        return query < 0
                ? path + DocumentFormat.JSON.ending()
                : path.substring(0, query) + DocumentFormat.JSON.ending() + path.substring(query);
    }

    private JsonValue events(CalendarScope scope, Map<Event, List<Occurrence>> events) {
        var live = items.live(events.keySet().stream().map(Event::id).toList()).stream()
                .collect(Collectors.toMap(LiveItem::id, item -> item));
        var ids = new HashSet<ItemId>();
        events.forEach((event, occurrences) -> {
            ids.addAll(event.venues());
            occurrences.stream()
                    .flatMap(each -> Stream.ofNullable(each.venue()))
                    .forEach(ids::add);
        });
        var venues = items.inLanguage(ids, scope.language());
        return new JsonValue.Values(events.entrySet().stream()
                .filter(each -> live.containsKey(each.getKey().id()))
                .<JsonValue>map(each -> {
                    var item = Objects.requireNonNull(live.get(each.getKey().id()));
                    var members = entries.brief(scope.edition(), scope.kind(), item);
                    members.put("venues", venues(each.getKey().venues(), venues));
                    members.put("occurrences", occurrences(layouts.base(), item.path(), each.getValue(), venues));
                    return JsonValue.Members.of(members);
                })
                .toList());
    }

    private JsonValue venues(Collection<ItemId> ids, Map<ItemId, LiveItem> venues) {
        return new JsonValue.Values(ids.stream()
                .flatMap(id -> Stream.ofNullable(venues.get(id)))
                .<JsonValue>map(venue -> venue(layouts.base(), venue))
                .toList());
    }

    private static JsonValue venue(String base, LiveItem venue) {
        return JsonValue.Members.of(Map.of(
                "name", new JsonValue.Text(venue.headline()),
                "url", new JsonValue.Text(base + PathResolver.uri(venue.path()))));
    }

    /**
     * Dates with their offsets and zones.
     *
     * @param path of the event
     * @param venues that readers see
     */
    static JsonValue occurrences(String base, String path, List<Occurrence> occurrences, Map<ItemId, LiveItem> venues) {
        return new JsonValue.Values(occurrences.stream()
                .<JsonValue>map(each -> occurrence(base, path, each, venues))
                .toList());
    }

    private static JsonValue occurrence(String base, String path, Occurrence occurrence, Map<ItemId, LiveItem> venues) {
        var members = new TreeMap<String, JsonValue>();
        text(members, "start", OccurrenceText.iso(occurrence));
        text(members, "end", Objects.requireNonNullElse(OccurrenceText.isoEnd(occurrence), ""));
        if (!occurrence.isWholeDays()) {
            text(members, "timeZone", occurrence.zone().getId());
        }
        flag(members, "isOpenEnded", occurrence.isOpenEnded());
        flag(members, "isCancelled", occurrence.isCancelled());
        if (occurrence.isMoved()) {
            text(members, "previousStart", OccurrenceText.iso(occurrence.was(), occurrence.zone()));
        }
        ItemId own = occurrence.venue();
        LiveItem venue = own == null ? null : venues.get(own);
        if (venue != null) {
            members.put("venue", venue(base, venue));
        }
        text(
                members,
                "ics",
                base + PathResolver.uri(path) + CalendarFileRoute.ENDING + "?occurrence=" + occurrence.series() + ":"
                        + occurrence.was());
        return new JsonValue.Members(members);
    }

    private static void flag(Map<String, JsonValue> members, String name, boolean isSet) {
        if (isSet) {
            members.put(name, new JsonValue.Flag(true));
        }
    }

    private static void text(Map<String, JsonValue> members, String name, String text) {
        if (!text.isEmpty()) {
            members.put(name, new JsonValue.Text(text));
        }
    }
}
