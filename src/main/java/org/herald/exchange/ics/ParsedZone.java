package org.herald.exchange.ics;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A VTIMEZONE. */
final class ParsedZone {

    private String id = ""; // set by its TZID
    private String location = ""; // X-LIC-LOCATION
    private final List<Observance> observances = new ArrayList<>();

    /** One STANDARD or DAYLIGHT, as its lines say. */
    static final class Observance {
        private @Nullable ContentLine start; // its DTSTART
        private String offset = ""; // its TZOFFSETTO
        private String before = ""; // its TZOFFSETFROM
        private final List<ContentLine> rules = new ArrayList<>();
        private final List<ContentLine> dates = new ArrayList<>();

        void add(ContentLine content) {
            switch (content.name()) {
                case "DTSTART" -> start = content;
                case "TZOFFSETTO" -> offset = content.value().strip();
                case "TZOFFSETFROM" -> before = content.value().strip();
                case "RRULE" -> rules.add(content);
                case "RDATE" -> dates.add(content);
                default -> {} // names and comments
            }
        }

        @Nullable
        ContentLine start() {
            return start;
        }

        String offset() {
            return offset;
        }

        String before() {
            return before;
        }

        List<ContentLine> rules() {
            return rules;
        }

        List<ContentLine> dates() {
            return dates;
        }
    }

    void add(ContentLine content) {
        switch (content.name()) {
            case "TZID" -> id = content.text().strip();
            case "X-LIC-LOCATION" -> location = content.text().strip();
            default -> {} // when it was changed, and where newer ones are
        }
    }

    Observance addObservance() {
        var observance = new Observance();
        observances.add(observance);
        return observance;
    }

    String id() {
        return id;
    }

    String location() {
        return location;
    }

    List<Observance> observances() {
        return observances;
    }
}
