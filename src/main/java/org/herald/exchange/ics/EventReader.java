package org.herald.exchange.ics;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.herald.exchange.csv.EntryRow;
import org.herald.exchange.csv.EntrySource.Read;
import org.herald.exchange.csv.Noting;
import org.herald.exchange.csv.References.Reference;
import org.herald.exchange.ics.VenueNames.Venue;
import org.herald.model.Body;
import org.herald.model.Content;
import org.herald.model.ItemId;
import org.herald.model.Outcome.Reason;
import org.herald.model.Slug;
import org.herald.model.Slugs;
import org.herald.model.State;
import org.herald.model.event.EventTimes;
import org.herald.model.geo.Point;
import org.herald.model.kind.Choice;
import org.herald.model.kind.ChoiceType;
import org.herald.model.kind.ChoicesType;
import org.herald.model.kind.EventTimesType;
import org.herald.model.kind.Field;
import org.herald.model.kind.FieldType;
import org.herald.model.kind.Fields;
import org.herald.model.kind.JsonValue;
import org.herald.model.kind.YesNoType;
import org.jspecify.annotations.Nullable;

/** Reads an event of a calendar as an entry: its words, its times, where it is, and the choices that it names. */
final class EventReader {

    /** Begins every digest; another form makes every event count as changed. */
    private static final String FORM = "ics 1 ";

    private static final int KEY_LENGTH = 24;
    private static final int LONGEST_HEADLINE = 300;

    private final CalendarFields fields;
    private final VenueNames venues;
    private final ZoneNames zones;
    private final ZoneId portal;
    private final Function<Reason, String> words;
    private final RuleTrials trials = new RuleTrials();

    EventReader(
            CalendarFields fields, VenueNames venues, ZoneNames zones, ZoneId portal, Function<Reason, String> words) {
        this.fields = fields;
        this.venues = venues;
        this.zones = zones;
        this.portal = portal;
        this.words = words;
    }

    /** What is known while one event is read. */
    private final class Reading {
        private final EventGroup group;
        private final ParsedEvent first;
        private final Noting noting;
        private final EventNoting notes;
        private final boolean isOurs;
        private final List<String> names = new ArrayList<>(); // of entries, for the digest
        private Fields shared = Fields.NONE; // so far
        private Fields own = Fields.NONE; // of the language, so far

        Reading(EventGroup group) {
            this.group = group;
            this.first = group.first();
            this.noting = new Noting(first.line());
            this.notes = new EventNoting(first.text("UID").isEmpty() ? group.uid() : first.text("UID"), noting);
            this.isOurs = group.named().getFirst().own().isPresent();
        }

        /** Puts a value that its type takes; what it does not take is told, and the event is taken without it. */
        void put(@Nullable Field field, Map<String, String> parts, String line, String value) {
            if (field == null) {
                return;
            }
            JsonValue typed = field.type().typed(parts);
            var fault = Optional.ofNullable(typed).flatMap(field.type()::fault);
            if (fault.isPresent()) {
                notes.note(line, value, words.apply(fault.get()) + " The event was taken without it.");
            } else {
                set(field, typed);
            }
        }

        void set(Field field, @Nullable JsonValue value) {
            if (field.isShared()) {
                shared = shared.with(field.name(), value);
            } else {
                own = own.with(field.name(), value);
            }
        }
    }

    Read read(EventGroup group) {
        var reading = new Reading(group);
        reading.notes.tell(group);
        String headline = headline(reading);
        times(reading);
        place(reading);
        status(reading);
        var tags = categories(reading);
        String organiser = reading.first
                .first("ORGANIZER")
                .map(line -> line.parameter("CN"))
                .orElse("");
        reading.put(fields.organiser(), Map.of("", organiser), "ORGANIZER", organiser);
        String url = reading.isOurs ? "" : reading.first.value("URL");
        reading.put(fields.website(), Map.of("url", url), "URL", url);
        var said = Descriptions.of(reading.first.text("DESCRIPTION"), html(reading.first));
        var content = new Content(headline, said.standfirst(), null, tags, new Body(said.body()), reading.own);
        String key = "uid-" + EventGroups.hash(group.uid()).substring(0, KEY_LENGTH);
        if (reading.noting.isFaulty()) {
            return new Read(reading.first.line(), key, Optional.empty(), reading.noting);
        }
        State state = isDraft(reading) ? State.DRAFT : null;
        String digest = EventGroups.hash(FORM + content.canonical() + reading.shared.values() + reading.names + state);
        var text = new EntryRow.Text(content, slug(reading, headline), state, published(reading), digest);
        var row = new EntryRow(
                reading.first.line(),
                key,
                null,
                fields.language(),
                Map.of(fields.language(), text),
                reading.shared,
                reading.noting.references());
        return new Read(reading.first.line(), key, Optional.of(row), reading.noting);
    }

    private static String headline(Reading reading) {
        String summary = line(reading.first.text("SUMMARY"));
        if (summary.isEmpty()) {
            reading.notes.fault("SUMMARY", "", "the event has no title. Add SUMMARY.");
        }
        return summary.length() > LONGEST_HEADLINE ? summary.substring(0, LONGEST_HEADLINE - 1) + "…" : summary;
    }

    private static String line(String text) {
        return text.replaceAll("[\\p{Cc}\\s\\u2028\\u2029]+", " ").strip();
    }

    private void times(Reading reading) {
        var times = new TimesReader(zones, portal, trials, reading.notes)
                .read(reading.group, event -> venue(reading.first, event));
        if (times.isEmpty() || reading.noting.isFaulty()) {
            return;
        }
        EventTimes found = times.get();
        if (found.series().size() > EventTimesType.MOST) {
            reading.notes.fault(
                    "RECURRENCE-ID",
                    "",
                    "the event has " + found.series().size() + " single dates; " + EventTimesType.MOST
                            + " are the most without a rule. Export the event with its rule.");
            return;
        }
        FieldType type = fields.when().type();
        // in the one form in which times are stored, so that they can be compared
        JsonValue value = type.typed(type.shown(EventTimesType.value(found)));
        var fault = value == null ? Optional.<Reason>empty() : type.fault(value);
        if (value == null || fault.isPresent()) {
            reading.notes.fault(
                    "DTSTART",
                    reading.first.value("DTSTART"),
                    fault.map(words).orElse("the times cannot be kept.") + " Mend its times.");
        } else {
            reading.set(fields.when(), value);
        }
    }

    /** Where a VEVENT is, when that is one entry and another than the one of the event. */
    private Optional<ItemId> venue(ParsedEvent first, ParsedEvent event) {
        String place = event.text("LOCATION");
        if (event == first || place.equals(first.text("LOCATION"))) {
            return Optional.empty();
        }
        var found = venues.find(place, point(event));
        return found.size() == 1 ? Optional.of(found.getFirst().id()) : Optional.empty();
    }

    private static @Nullable Point point(ParsedEvent event) {
        String geo = event.value("GEO");
        return geo.isEmpty() ? null : Point.typed(geo.replace(';', ',')).orElse(null);
    }

    private void place(Reading reading) {
        String place = reading.first.text("LOCATION");
        Point point = point(reading.first);
        Field field = fields.venue();
        List<Venue> found = field == null ? List.of() : venues.find(place, point);
        if (field != null && !found.isEmpty()) {
            var places = new ArrayList<String>();
            for (Venue venue : found) {
                String name = venue.kind() + "/" + venue.id();
                reading.names.add(name);
                places.add(Integer.toString(
                        reading.noting.references().add(new Reference(field.name(), venue.kind(), name, venue.id()))));
            }
            reading.put(field, Map.of("", String.join(", ", places)), "LOCATION", place);
            return;
        }
        reading.put(fields.place(), Map.of("", line(place.replace("\n", ", "))), "LOCATION", place);
        if (fields.coordinates() != null && point != null) {
            reading.put(
                    fields.coordinates(),
                    Map.of(
                            "latitude",
                            Double.toString(point.latitude()),
                            "longitude",
                            Double.toString(point.longitude())),
                    "GEO",
                    reading.first.value("GEO"));
        }
    }

    private void status(Reading reading) {
        String status = reading.first.value("STATUS");
        String word = reading.group.isCancelled()
                ? "cancelled"
                : reading.isOurs && status.equalsIgnoreCase("TENTATIVE") ? "postponed" : "";
        Field field = fields.status();
        if (field != null
                && field.type() instanceof ChoiceType(List<Choice> choices)
                && choices.stream().anyMatch(choice -> choice.word().equals(word))) {
            reading.put(field, Map.of("", word), "STATUS", status);
        } else if (word.equals("cancelled")) {
            reading.notes.fault(
                    "STATUS",
                    status,
                    "the event is cancelled, but the kind has no field status with the choice cancelled.");
        }
    }

    /** An event of which it is not certain that it takes place is not published. */
    private static boolean isDraft(Reading reading) {
        boolean isTentative = !reading.isOurs
                && !reading.group.isCancelled()
                && reading.first.value("STATUS").equalsIgnoreCase("TENTATIVE");
        if (isTentative) {
            reading.notes.note(
                    "STATUS", "TENTATIVE", "it is not certain yet that the event takes place; it is a draft.");
        }
        return isTentative;
    }

    /** Puts the categories that are choices of the kind; the others are tags. */
    private List<String> categories(Reading reading) {
        var tags = new ArrayList<String>();
        var chosen = new LinkedHashMap<Field, Map<String, String>>();
        for (ContentLine line : reading.first.all("CATEGORIES")) {
            for (String text : line.texts()) {
                String category = line(text);
                if (!category.isEmpty() && !isChosen(category, chosen) && !tags.contains(category)) {
                    tags.add(category);
                }
            }
        }
        chosen.forEach((field, parts) -> reading.put(field, parts, "CATEGORIES", ""));
        return tags;
    }

    private boolean isChosen(String category, Map<Field, Map<String, String>> chosen) {
        for (Field field : fields.choices()) {
            boolean isSingle = field.type() instanceof ChoiceType;
            var word = choices(field).stream()
                    .filter(choice -> choice.word().equalsIgnoreCase(category)
                            || choice.label().texts().values().stream().anyMatch(category::equalsIgnoreCase))
                    .map(Choice::word)
                    .findFirst();
            if (word.isPresent() && !(isSingle && chosen.containsKey(field))) {
                chosen.computeIfAbsent(field, _ -> new LinkedHashMap<>())
                        .put(isSingle ? "" : word.get(), isSingle ? word.get() : YesNoType.YES);
                return true;
            }
        }
        return false;
    }

    private static List<Choice> choices(Field field) {
        return switch (field.type()) {
            case ChoiceType(List<Choice> choices) -> choices;
            case ChoicesType(List<Choice> choices) -> choices;
            default -> List.of();
        };
    }

    private static String html(ParsedEvent event) {
        return event.first("X-ALT-DESC")
                .filter(line -> line.parameter("FMTTYPE").equalsIgnoreCase("text/html"))
                .map(ContentLine::text)
                .orElse("");
    }

    /** The last word of the address: of an event of Herald that of its page, otherwise made of the title. */
    private @Nullable String slug(Reading reading, String headline) {
        String url = reading.first.value("URL");
        if (reading.isOurs
                && Slug.parse(url.substring(url.lastIndexOf('/') + 1)).isPresent()) {
            return url.substring(url.lastIndexOf('/') + 1);
        }
        return Slugs.suggest(headline, fields.language()).map(Slug::value).orElse(null);
    }

    /** When an event of Herald was published; that of others is published when it is imported. */
    private static @Nullable Instant published(Reading reading) {
        return reading.isOurs
                ? reading.first
                        .first("LAST-MODIFIED")
                        .flatMap(line -> Stamp.parse(line.value(), Stamp.UTC))
                        .map(stamp -> stamp.moment().in(Stamp.UTC))
                        .orElse(null)
                : null;
    }
}
