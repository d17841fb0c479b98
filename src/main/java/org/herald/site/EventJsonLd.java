package org.herald.site;

import io.quarkus.qute.RawString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.herald.model.LiveItem;
import org.herald.model.event.Occurrence;
import org.herald.model.kind.AddressType;
import org.herald.model.kind.CoordinatesType;
import org.herald.model.kind.EventTimesType;
import org.herald.model.kind.Field;
import org.herald.model.kind.Fields;
import org.herald.model.kind.JsonValue;
import org.herald.model.kind.Kind;

/** What search engines are told of an event by schema.org, as JSON-LD: its state, its places and its coming dates. */
final class EventJsonLd {

    private static final String SCHEMA = "https://schema.org/";
    private static final String ONLINE = "online";
    private static final String MOVED_ONLINE = "moved-online";

    private final String base;
    private final Edition edition;
    private final Fields fields;
    private final String path;
    private final List<Venue> venues;

    /** An entry where the event is, with its fields. */
    record Venue(LiveItem item, Kind kind, Fields fields) {}

    /** @param venues where it is */
    EventJsonLd(String base, Edition edition, Fields fields, String path, List<Venue> venues) {
        this.base = base;
        this.edition = edition;
        this.fields = fields;
        this.path = path;
        this.venues = List.copyOf(venues);
    }

    /** What is told beside the fields. */
    record Subject(String headline, String description, List<String> images) {}

    /**
     * The content of a script element, in which no {@code <} may end it.
     *
     * @param main the date of the event itself: its next or, of a past one, its last
     * @param coming dates, which are told one by one when there are several
     */
    RawString of(Subject subject, Occurrence main, List<Occurrence> coming) {
        var members = event(subject.headline(), main);
        members.put("@context", text("https://schema.org"));
        members.put("inLanguage", text(edition.language().tag()));
        if (!subject.description().isEmpty()) {
            members.put("description", text(subject.description()));
        }
        if (!subject.images().isEmpty()) {
            members.put(
                    "image",
                    new JsonValue.Values(
                            subject.images().stream().map(this::own).toList()));
        }
        fields.get(EventRows.FREE)
                .filter(JsonValue.Flag.class::isInstance)
                .ifPresent(free -> members.put("isAccessibleForFree", free));
        offer().ifPresent(offer -> members.put("offers", offer));
        String organiser = fields.text("organiser");
        if (!organiser.isEmpty()) {
            members.put("organizer", typed("Organization", Map.of("name", text(organiser))));
        }
        if (coming.size() > 1) {
            members.put(
                    "subEvent",
                    new JsonValue.Values(coming.stream()
                            .<JsonValue>map(each -> new JsonValue.Members(event(subject.headline(), each)))
                            .toList()));
        }
        return new RawString(new JsonValue.Members(members).canonical().replace("<", "\\u003c"));
    }

    private SortedMap<String, JsonValue> event(String headline, Occurrence occurrence) {
        var members = new TreeMap<String, JsonValue>();
        members.put("@type", text("Event"));
        members.put("name", text(headline));
        members.put("url", text(base + path));
        members.put("startDate", text(OccurrenceText.iso(occurrence)));
        Optional.ofNullable(OccurrenceText.isoEnd(occurrence)).ifPresent(end -> members.put("endDate", text(end)));
        members.put("eventAttendanceMode", text(SCHEMA + attendance()));
        status(members, occurrence);
        var locations = locations(occurrence);
        if (!locations.isEmpty()) {
            members.put("location", locations.size() == 1 ? locations.getFirst() : new JsonValue.Values(locations));
        }
        return members;
    }

    private void status(SortedMap<String, JsonValue> members, Occurrence occurrence) {
        String status = occurrence.isCancelled() ? EventRows.CANCELLED : fields.text(EventRows.STATUS);
        boolean isMoved = occurrence.isMoved() && !occurrence.isCancelled();
        String word = switch (status) {
            case EventRows.CANCELLED -> "EventCancelled";
            case EventRows.POSTPONED -> "EventPostponed";
            case "rescheduled" -> "EventRescheduled";
            case MOVED_ONLINE -> "EventMovedOnline";
            default -> isMoved ? "EventRescheduled" : "EventScheduled";
        };
        members.put("eventStatus", text(SCHEMA + word));
        if (isMoved) {
            members.put("previousStartDate", text(OccurrenceText.iso(occurrence.was(), occurrence.zone())));
        } else if (word.equals("EventRescheduled") || word.equals("EventPostponed")) {
            previousStart().ifPresent(previous -> members.put("previousStartDate", previous));
        }
    }

    private Optional<JsonValue> previousStart() {
        return fields.get(EventRows.PREVIOUSLY).flatMap(EventTimesType::of).stream()
                .flatMap(times -> EventRows.firsts(times, edition))
                .findFirst()
                .map(first -> text(OccurrenceText.iso(first)));
    }

    private String attendance() {
        boolean isOnline = online().isPresent();
        boolean isSomewhere = !venues.isEmpty() || !fields.text(EventRows.PLACE).isEmpty();
        if (fields.text(EventRows.STATUS).equals(MOVED_ONLINE) || (isOnline && !isSomewhere)) {
            return "OnlineEventAttendanceMode";
        }
        return isOnline ? "MixedEventAttendanceMode" : "OfflineEventAttendanceMode";
    }

    private Optional<String> online() {
        return url(ONLINE);
    }

    /** An address of the web in a field; links to items are told by the page alone. */
    private Optional<String> url(String field) {
        return fields.get(field).map(value -> value.text("url")).filter(url -> url.startsWith("http"));
    }

    private List<JsonValue> locations(Occurrence occurrence) {
        var locations = new ArrayList<JsonValue>();
        venues.stream()
                .filter(venue -> occurrence.venue() == null
                        || venues.size() == 1
                        || venue.item().id().equals(occurrence.venue()))
                .map(this::place)
                .forEach(locations::add);
        String place = fields.text(EventRows.PLACE);
        if (locations.isEmpty() && !place.isEmpty()) {
            locations.add(typed("Place", Map.of("name", text(place))));
        }
        online().ifPresent(url -> locations.add(typed("VirtualLocation", Map.of("url", text(url)))));
        return locations;
    }

    private JsonValue place(Venue venue) {
        var members = new TreeMap<String, JsonValue>();
        members.put("name", text(venue.item().headline()));
        members.put("url", own(venue.item().path()));
        told(venue, field -> field.type() instanceof AddressType).ifPresent(address -> members.put("address", address));
        told(venue, field -> field.type() instanceof CoordinatesType).ifPresent(geo -> members.put("geo", geo));
        return typed("Place", members);
    }

    private static Optional<JsonValue> told(Venue venue, Predicate<Field> which) {
        return venue.kind().fields().stream()
                .filter(which)
                .flatMap(field -> venue
                        .fields()
                        .get(field.name())
                        .flatMap(value -> field.type().schemaOrg(value, UnaryOperator.identity()))
                        .stream())
                .findFirst();
    }

    private Optional<JsonValue> offer() {
        boolean isFull = fields.text(EventRows.STATUS).equals("full");
        String price = fields.text("price");
        return Stream.of("tickets", "registration")
                .flatMap(field -> url(field).stream())
                .findFirst()
                .map(url -> {
                    var members = new TreeMap<String, JsonValue>();
                    members.put("url", text(url));
                    members.put("availability", text(SCHEMA + (isFull ? "SoldOut" : "InStock")));
                    if (!price.isEmpty()) {
                        members.put("description", text(price));
                    }
                    return typed("Offer", members);
                });
    }

    private static JsonValue typed(String type, Map<String, JsonValue> members) {
        var all = new TreeMap<>(members);
        all.put("@type", text(type));
        return new JsonValue.Members(all);
    }

    private JsonValue own(String at) {
        return text(base + at);
    }

    private static JsonValue text(String text) {
        return new JsonValue.Text(text);
    }
}
