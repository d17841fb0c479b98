package org.herald.exchange.ics;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.herald.exchange.csv.CsvFault;
import org.herald.exchange.csv.ImportNote;
import org.herald.exchange.ics.ParsedEvent.CalendarFacts;
import org.jspecify.annotations.Nullable;

/** Reads the components of a file. What is broken is told of its component; the others are not touched by it. */
final class CalendarParser {

    /** Events of a file; those beyond are left out. */
    static final int MOST_EVENTS = 50_000;

    /** Lines of one event that are looked at. */
    static final int MOST_LINES = 5_000;

    private static final int LONGEST_VALUE = 80;

    private static final Set<String> OF_EVENTS = Set.of(
            "UID",
            "SUMMARY",
            "DESCRIPTION",
            "X-ALT-DESC",
            "DTSTART",
            "DTEND",
            "DURATION",
            "RRULE",
            "RDATE",
            "EXDATE",
            "EXRULE",
            "RECURRENCE-ID",
            "STATUS",
            "LOCATION",
            "GEO",
            "CATEGORIES",
            "URL",
            "ORGANIZER",
            "SEQUENCE",
            "LAST-MODIFIED",
            "CLASS",
            "X-HERALD-OPEN-ENDED",
            "ATTACH",
            "ATTENDEE");

    private final String name;
    private final LineReader reader;
    private final List<ParsedEvent> events = new ArrayList<>();
    private final Map<String, ParsedZone> zones = new HashMap<>();
    private final List<ImportNote> notes = new ArrayList<>();
    private final Map<String, Integer> passedOver = new TreeMap<>(); // components and lines that are not taken
    private final Deque<String> open = new ArrayDeque<>();
    private CalendarFacts facts = new CalendarFacts("", false); // of the calendar that is read
    private @Nullable ParsedEvent event; // that is read
    private @Nullable ParsedZone zone; // that is read
    private ParsedZone.@Nullable Observance observance; // that is read
    private boolean isCalendar; // once one has begun
    private int surplus; // events beyond the most

    private CalendarParser(String name, InputStream file) throws IOException {
        this.name = name;
        this.reader = new LineReader(name, file);
    }

    /** @throws CsvFault when it is no calendar, or too large */
    static ParsedCalendar parse(String name, InputStream file) throws IOException {
        return new CalendarParser(name, file).parse();
    }

    private ParsedCalendar parse() throws IOException {
        for (var line = reader.next(); line.isPresent(); line = reader.next()) {
            var content = ContentLine.parse(line.get().number(), line.get().text());
            if (content.isEmpty()) {
                unreadable(line.get());
            } else if (line.get().isCut()) {
                cut(content.get());
            } else {
                take(content.get());
            }
        }
        if (!isCalendar) {
            throw new CsvFault("Nothing was imported: " + name
                    + " is no calendar, because it has no line BEGIN:VCALENDAR. Export it as iCalendar (.ics).");
        }
        if (!open.isEmpty()) {
            closeBroken();
            notes.add(ImportNote.note(
                    0, "", "", "it ends in the middle of " + open.peekLast() + "; perhaps it was not loaded whole."));
        }
        tell();
        return new ParsedCalendar(List.copyOf(events), Map.copyOf(zones), List.copyOf(notes));
    }

    private void take(ContentLine content) {
        String value = content.value().strip().toUpperCase(Locale.ROOT);
        switch (content.name()) {
            case "BEGIN" -> begin(content, value);
            case "END" -> end(content, value);
            default -> {
                String component = open.isEmpty() ? "" : open.peek();
                if (observance != null) {
                    observance.add(content);
                } else if (zone != null) {
                    zone.add(content);
                } else if (event != null && component.equals("VEVENT")) {
                    add(event, content);
                } else if (component.equals("VCALENDAR")) {
                    ofCalendar(content);
                }
            }
        }
    }

    private void begin(ContentLine content, String component) {
        boolean isNew = component.equals("VEVENT") || component.equals("VCALENDAR") || component.equals("VTIMEZONE");
        if (isNew && (event != null || zone != null)) {
            closeBroken();
            while (!open.isEmpty() && !"VCALENDAR".equals(open.peek())) {
                open.pop();
            }
        }
        if (component.equals("VCALENDAR")) {
            isCalendar = true;
            facts = new CalendarFacts("", false);
            open.clear();
        } else if (component.equals("VEVENT")) {
            if (events.size() < MOST_EVENTS) {
                event = new ParsedEvent(content.line(), facts);
            } else {
                surplus++;
            }
        } else if (component.equals("VTIMEZONE")) {
            zone = new ParsedZone();
        } else if (zone != null) {
            observance = zone.addObservance();
        } else {
            passedOver.merge(component, 1, Integer::sum);
        }
        open.push(component);
    }

    private void end(ContentLine content, String component) {
        if (!open.contains(component)) {
            notes.add(ImportNote.note(
                    content.line(),
                    "END",
                    content.value(),
                    "nothing of this name was begun; the line was passed over."));
            return;
        }
        while (!component.equals(open.peek())) {
            open.pop();
        }
        open.pop();
        switch (component) {
            case "VEVENT" -> {
                if (event != null) {
                    events.add(event);
                }
                event = null;
            }
            case "VTIMEZONE" -> {
                if (zone != null) {
                    zones.putIfAbsent(zone.id(), zone);
                }
                zone = null;
                observance = null;
            }
            case "VCALENDAR" -> {
                closeBroken();
                event = null;
            }
            default -> observance = null;
        }
    }

    /** An event that has no end is none that can be trusted. */
    private void closeBroken() {
        if (event != null) {
            event.fault("END", "", "the event has no line END:VEVENT, so that the rest of it may be missing.");
            events.add(event);
        }
        event = null;
        zone = null;
        observance = null;
    }

    private void ofCalendar(ContentLine content) {
        if (content.name().equals("X-WR-TIMEZONE")) {
            facts = new CalendarFacts(content.text().strip(), facts.isCancelling());
        } else if (content.name().equals("METHOD")) {
            facts = new CalendarFacts(facts.zone(), content.value().strip().equalsIgnoreCase("CANCEL"));
        }
    }

    private void add(ParsedEvent to, ContentLine content) {
        if (!OF_EVENTS.contains(content.name())) {
            return;
        }
        if (content.name().equals("ATTACH") || content.name().equals("ATTENDEE")) {
            passedOver.merge(content.name(), 1, Integer::sum);
        } else if (content.parameter("ENCODING").equalsIgnoreCase("QUOTED-PRINTABLE")) {
            to.fault(
                    content.name(),
                    shortened(content.value()),
                    "it is written as in vCalendar 1.0. Export the calendar as iCalendar 2.0.");
        } else if (to.all(content.name()).size() >= MOST_LINES) {
            to.fault(content.name(), "", "the event has more than " + MOST_LINES + " lines of this name.");
        } else {
            to.add(content);
        }
    }

    private void cut(ContentLine content) {
        String message = "the line is longer than " + (LineReader.LONGEST >> 20) + " MB and was not read.";
        if (event != null
                && OF_EVENTS.contains(content.name())
                && !content.name().equals("ATTACH")) {
            event.fault(content.name(), shortened(content.value()), message + " Shorten it.");
        } else if (content.name().equals("ATTACH")) {
            passedOver.merge(content.name(), 1, Integer::sum);
        } else {
            notes.add(ImportNote.note(content.line(), content.name(), shortened(content.value()), message));
        }
    }

    private void unreadable(LineReader.Line line) {
        notes.add(ImportNote.note(
                line.number(),
                "",
                shortened(line.text()),
                "this is no line of a calendar, which has a name, a colon and a value; it was passed over. A line that"
                        + " continues another begins with a blank."));
    }

    private static String shortened(String value) {
        return value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) + "…" : value;
    }

    private void tell() {
        if (!reader.encoding().isEmpty()) {
            notes.add(ImportNote.note(0, "", "", reader.encoding()));
        }
        if (!reader.others().isEmpty()) {
            notes.add(ImportNote.note(0, "", "", reader.others()));
        }
        if (reader.controls() > 0) {
            notes.add(ImportNote.note(
                    0, "", "", reader.controls() + " control characters were left out, which no text may have."));
        }
        passedOver.forEach((what, times) -> notes.add(
                ImportNote.note(0, "", "", times + " × " + what + " was not taken: events alone are imported.")));
        if (surplus > 0) {
            notes.add(ImportNote.fault(
                    0,
                    "",
                    "",
                    surplus + " events were left out, because a file may have " + MOST_EVENTS
                            + ". Export the calendar in parts."));
        }
    }
}
