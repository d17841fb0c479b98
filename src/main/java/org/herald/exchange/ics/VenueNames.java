package org.herald.exchange.ics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.herald.model.ItemId;
import org.herald.model.geo.Point;
import org.herald.model.kind.AddressType;
import org.herald.model.kind.CoordinatesType;
import org.herald.model.kind.Field;
import org.herald.model.kind.JsonValue;
import org.herald.model.kind.Kind;
import org.herald.model.kind.KindName;
import org.herald.model.kind.Kinds;
import org.herald.store.EntryQueries;
import org.herald.store.EntryQueries.Headed;
import org.jspecify.annotations.Nullable;

/**
 * The entries of the portal that calendars name as places: by exactly their name, alone or before an address that is theirs
 * or coordinates beside theirs.
 */
final class VenueNames {

    private static final int AT_ONCE = 500;
    private static final int MOST_PARTS = 12; // of a place that may be its name
    private static final double NEAR = 0.01; // degrees, about a kilometre

    private final Kinds kinds;
    private final Map<String, List<Headed>> entries = new HashMap<>();

    private VenueNames(Kinds kinds) {
        this.kinds = kinds;
    }

    /**
     * @param allowed the kinds that may be a venue; empty for all that have a place
     * @param places all that calendars name
     */
    static VenueNames of(EntryQueries queries, Kinds kinds, List<KindName> allowed, Collection<String> places) {
        var found = new VenueNames(kinds);
        var names = new LinkedHashSet<String>();
        places.forEach(place -> parts(place).forEach(part -> names.addAll(beginnings(part))));
        var all = List.copyOf(names);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            queries.headed(all.subList(from, Math.min(from + AT_ONCE, all.size()))).stream()
                    .filter(entry -> allowed.isEmpty() ? found.hasPlace(entry.kind()) : allowed.contains(entry.kind()))
                    .forEach(entry -> found.entries
                            .computeIfAbsent(entry.headline(), _ -> new ArrayList<>())
                            .add(entry));
        }
        return found;
    }

    private boolean hasPlace(KindName name) {
        return kinds.find(name).stream()
                .flatMap(kind -> kind.fields().stream())
                .anyMatch(field -> field.type() instanceof AddressType || field.type() instanceof CoordinatesType);
    }

    /** The place itself and, where it may be several, each of them. */
    private static List<String> parts(String place) {
        var parts = new ArrayList<String>();
        parts.add(place);
        if (place.contains("; ")) {
            parts.addAll(List.of(place.split("; ", -1)));
        }
        return parts;
    }

    /** The place, and what stands before each of its commas: the longest first. */
    private static List<String> beginnings(String place) {
        var beginnings = new ArrayList<String>();
        beginnings.add(place);
        int end = place.length();
        for (int part = 0; part < MOST_PARTS; part++) {
            end = Math.max(place.lastIndexOf(',', end - 1), place.lastIndexOf('\n', end - 1));
            if (end <= 0) {
                break;
            }
            beginnings.add(place.substring(0, end).strip());
        }
        return beginnings;
    }

    /** An entry that is a venue. */
    record Venue(KindName kind, ItemId id) {}

    /** The entries that a place names; empty when it is known by none, or by more than one. */
    List<Venue> find(String place, @Nullable Point point) {
        if (place.isEmpty()) {
            return List.of();
        }
        var whole = one(place, point);
        if (whole.isPresent() || !place.contains("; ")) {
            return whole.stream().toList();
        }
        var several = new ArrayList<Venue>();
        for (String part : place.split("; ", -1)) {
            var venue = one(part, null);
            if (venue.isEmpty()) {
                return List.of();
            }
            several.add(venue.get());
        }
        return several;
    }

    private Optional<Venue> one(String place, @Nullable Point point) {
        for (String name : beginnings(place)) {
            String rest = place.substring(name.length());
            var named = entries.getOrDefault(name, List.of()).stream()
                    .filter(entry -> isAt(entry, rest, point))
                    .map(entry -> new Venue(entry.kind(), entry.original()))
                    .distinct()
                    .toList();
            if (!named.isEmpty()) {
                return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** True when what stands behind the name of an entry may be said of it. */
    private boolean isAt(Headed entry, String address, @Nullable Point point) {
        Kind kind = kinds.find(entry.kind()).orElse(null);
        String wanted = plain(address);
        if (kind == null) {
            return false;
        }
        boolean isFar = false;
        boolean isNear = false;
        boolean isNamed = wanted.isEmpty();
        for (Field field : kind.fields()) {
            Optional<JsonValue> value = entry.content().fields().get(field.name());
            if (value.isEmpty()) {
                continue;
            }
            var own = Point.of(value.get());
            if (point != null && own.isPresent()) {
                boolean isBeside = Math.abs(own.get().latitude() - point.latitude()) < NEAR
                        && Math.abs(own.get().longitude() - point.longitude()) < 2 * NEAR;
                isNear |= isBeside;
                isFar |= !isBeside;
            }
            if (field.type() instanceof AddressType type) {
                String text = plain(type.text(value.get()));
                isNamed |= text.contains(wanted) || wanted.contains(text);
            }
        }
        return isNear || (isNamed && !isFar);
    }

    private static String plain(String text) {
        return Objects.requireNonNull(text)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
