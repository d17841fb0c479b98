package org.herald.model.kind;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All kinds of a portal: those of the product first, then its own. */
public final class Kinds {

    /** The field of places by which events are chosen. */
    private static final String TOWN = "town";

    private final Map<KindName, Kind> kinds;

    public Kinds(List<Kind> kinds) {
        var byName = new LinkedHashMap<KindName, Kind>();
        kinds.forEach(kind -> byName.put(kind.name(), kind));
        this.kinds = Collections.unmodifiableMap(byName);
    }

    public List<Kind> all() {
        return List.copyOf(kinds.values());
    }

    public Optional<Kind> find(KindName name) {
        return Optional.ofNullable(kinds.get(name));
    }

    /** By what the events of a calendar are chosen: fields of its own, and the town of where they are. */
    public List<Field> filtersOf(Kind calendar) {
        return Stream.concat(
                        calendar.fields().stream(),
                        all().stream()
                                .filter(kind -> kind.stands() == Kind.Stands.DIRECTORY)
                                .flatMap(kind -> kind.field(TOWN).stream())
                                .limit(1))
                .filter(field ->
                        field.filter() == Field.Filter.VALUES || field.name().equals(TOWN))
                .toList();
    }

    /** One of these. */
    public Optional<Field> filterOf(Kind calendar, String name) {
        return filtersOf(calendar).stream()
                .filter(field -> field.name().equals(name))
                .findFirst();
    }

    /**
     * The kind with this name.
     *
     * @throws IllegalArgumentException when the portal declares none; the start refuses a portal with items of such a kind
     */
    public Kind of(KindName name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("No kind is declared as " + name));
    }
}
