package org.herald.exchange.ics;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.herald.exchange.csv.ImportNote;
import org.herald.exchange.ics.EventGroup.Named;
import org.herald.exchange.ics.EventGroup.OwnUid;
import org.jspecify.annotations.Nullable;

/** Joins the VEVENTs of a file to events. */
final class EventGroups {

    private static final int LONGEST_UID = 1000;

    private final Map<String, Components> named = new LinkedHashMap<>();
    private int secret; // events that are for nobody else

    /** What was found of one UID so far. */
    private static final class Components {
        private @Nullable ParsedEvent whole; // the newest
        private final Map<String, ParsedEvent> overrides = new LinkedHashMap<>();
    }

    /** @param notes for the file as a whole */
    static List<EventGroup> of(Collection<ParsedEvent> events, List<ImportNote> notes) {
        var groups = new EventGroups();
        events.forEach(groups::add);
        if (groups.secret > 0) {
            notes.add(
                    ImportNote.note(0, "CLASS", "", groups.secret + " private or confidential events were not taken."));
        }
        return groups.joined();
    }

    private void add(ParsedEvent event) {
        String secrecy = event.value("CLASS");
        if (secrecy.equalsIgnoreCase("PRIVATE") || secrecy.equalsIgnoreCase("CONFIDENTIAL")) {
            secret++;
            return;
        }
        var components = named.computeIfAbsent(uid(event), _ -> new Components());
        if (event.isOverride()) {
            components.overrides.merge(event.value("RECURRENCE-ID"), event, EventGroups::newer);
        } else {
            components.whole = components.whole == null ? event : newer(components.whole, event);
        }
    }

    /** The UID; one that is made of what the event says when it has none. */
    private static String uid(ParsedEvent event) {
        String uid = event.text("UID");
        if (!uid.isEmpty() && uid.length() <= LONGEST_UID) {
            return uid;
        }
        String made = "made-"
                + hash(event.value("DTSTART") + '\0' + event.text("SUMMARY") + '\0' + event.text("LOCATION"))
                        .substring(0, 16);
        event.note(
                "UID",
                "",
                "the event has no UID, by which it could be found again. It is known by its begin, title and place: when"
                        + " one of them changes, it is another event.");
        return made;
    }

    /** Of two VEVENTs with the same UID the one that is newer by its SEQUENCE, its LAST-MODIFIED or its place in the file. */
    private static ParsedEvent newer(ParsedEvent one, ParsedEvent other) {
        boolean isOther = Comparator.comparingInt(ParsedEvent::sequence)
                        .thenComparing(event -> event.value("LAST-MODIFIED"))
                        .compare(other, one)
                >= 0;
        ParsedEvent newer = isOther ? other : one;
        newer.note(
                "UID",
                "",
                "the event in line " + (isOther ? one : other).line()
                        + " has the same UID. The newer one was taken, by SEQUENCE, LAST-MODIFIED or place in the file.");
        return newer;
    }

    private List<EventGroup> joined() {
        Set<String> wholes = new HashSet<>(); // of our own, of which there are series
        named.keySet()
                .forEach(uid ->
                        OwnUid.parse(uid).filter(own -> own.was().isEmpty()).ifPresent(own -> wholes.add(own.event())));
        var groups = new LinkedHashMap<String, List<Named>>();
        named.forEach((uid, components) -> {
            var own = OwnUid.parse(uid);
            String group = own.map(OwnUid::event).filter(wholes::contains).orElse(uid);
            groups.computeIfAbsent(group, _ -> new ArrayList<>())
                    .add(new Named(uid, components.whole, List.copyOf(components.overrides.values()), own));
        });
        return groups.entrySet().stream()
                .map(entry -> new EventGroup(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** All that is in some groups. */
    static Stream<ParsedEvent> all(List<EventGroup> groups) {
        return groups.stream().flatMap(EventGroup::all).filter(Objects::nonNull);
    }

    static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
