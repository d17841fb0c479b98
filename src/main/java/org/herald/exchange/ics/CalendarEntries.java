package org.herald.exchange.ics;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.herald.exchange.csv.EntryScope;
import org.herald.exchange.csv.EntrySource;
import org.herald.exchange.csv.ImportNote;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.Outcome.Reason;
import org.herald.store.Database;
import org.herald.store.EntryQueries;
import org.jspecify.annotations.Nullable;

/** A calendar as entries: each event with all its VEVENTs is one. It is parsed once, under limits, and kept in memory. */
public final class CalendarEntries implements EntrySource {

    /** Opens the calendar at its beginning. */
    @FunctionalInterface
    public interface Opening {
        InputStream open() throws IOException;
    }

    private final String name;
    private final Opening opening;
    private final IcsOptions options;
    private final Database database;
    private final Function<Reason, String> words;
    private @Nullable Parsed parsed; // once it was opened

    /** What is read from. */
    private record Parsed(List<EventGroup> groups, EventReader reader, EntryScope scope, List<ImportNote> notes) {}

    /**
     * @param name of the file, for messages
     * @param words says why a value cannot be
     */
    public CalendarEntries(
            String name, Opening opening, IcsOptions options, Database database, Function<Reason, String> words) {
        this.name = name;
        this.opening = opening;
        this.options = options;
        this.database = database;
        this.words = words;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String keyName() {
        return "UID";
    }

    @Override
    public Reading open(Set<String> sections) throws IOException {
        Parsed now = parsed == null ? parse() : parsed;
        parsed = now;
        return new Groups(now);
    }

    private Parsed parse() throws IOException {
        ParsedCalendar calendar;
        try (InputStream in = opening.open()) {
            calendar = CalendarParser.parse(name, in);
        }
        var notes = new ArrayList<>(calendar.notes());
        var all = EventGroups.of(calendar.events(), notes);
        var groups = withoutOwn(all, notes);
        var entries = options.entries();
        Language language = language(groups);
        var fields = CalendarFields.of(entries.kind(), language);
        var queries = new EntryQueries(database);
        var places = EventGroups.all(groups)
                .map(event -> event.text("LOCATION"))
                .filter(place -> !place.isEmpty())
                .collect(Collectors.toSet());
        var venues = VenueNames.of(queries, entries.kinds(), fields.venueKinds(), places);
        var zones = new ZoneNames(calendar.zones(), entries.zone());
        var reader = new EventReader(fields, venues, zones, entries.zone(), words);
        fields.lost(groups).forEach(notes::add);
        return new Parsed(groups, reader, fields.scope(), List.copyOf(notes));
    }

    /** The language asked for, or that which the texts say they have, when the portal has it; or its first. */
    private Language language(List<EventGroup> groups) {
        var languages = options.entries().languages();
        return options.language()
                .or(() -> groups.stream()
                        .flatMap(group -> group.first().first("SUMMARY").stream())
                        .map(line -> line.parameter("LANGUAGE"))
                        .filter(tag -> !tag.isEmpty())
                        .findFirst()
                        .flatMap(tag -> languages.stream()
                                .filter(language -> language.tag().equalsIgnoreCase(tag))
                                .findFirst()))
                .orElseGet(languages::getFirst);
    }

    /** What was written by this portal is here already. */
    private List<EventGroup> withoutOwn(List<EventGroup> groups, List<ImportNote> notes) {
        var queries = new EntryQueries(database);
        var own = new HashSet<EventGroup>();
        for (EventGroup group : groups) {
            boolean isOwn = group.named().getFirst().own().stream()
                    .filter(uid -> uid.host().equalsIgnoreCase(options.host()))
                    .flatMap(uid -> queries.ofOriginals(List.of(new ItemId(Long.parseLong(uid.item())))).stream())
                    .map(EntryQueries.Standing::item)
                    .filter(item -> item.kind().equals(options.entries().kind().name()))
                    .anyMatch(item -> group.first().value("URL").endsWith("/" + item.slug()));
            if (isOwn) {
                own.add(group);
            }
        }
        if (!own.isEmpty()) {
            notes.add(ImportNote.note(
                    0, "UID", "", own.size() + " events are of this portal itself, and were not taken."));
        }
        return groups.stream().filter(group -> !own.contains(group)).toList();
    }

    private static final class Groups implements Reading {
        private final Parsed calendar;
        private final Iterator<EventGroup> groups;

        Groups(Parsed calendar) {
            this.calendar = calendar;
            this.groups = calendar.groups().iterator();
        }

        @Override
        public EntryScope scope() {
            return calendar.scope();
        }

        @Override
        public boolean hasSections() {
            return false;
        }

        @Override
        public List<ImportNote> notes() {
            return calendar.notes();
        }

        @Override
        public Optional<Read> next() {
            return groups.hasNext() ? Optional.of(calendar.reader().read(groups.next())) : Optional.empty();
        }

        @Override
        public boolean skip() {
            boolean isThere = groups.hasNext();
            if (isThere) {
                groups.next();
            }
            return isThere;
        }

        @Override
        public void close() {
            // all of it is in memory
        }
    }
}
