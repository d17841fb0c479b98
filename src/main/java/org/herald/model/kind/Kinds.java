package org.herald.model.kind;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All kinds of a portal: those of the product first, then its own. */
public final class Kinds {

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

    /**
     * The kind with this name.
     *
     * @throws IllegalArgumentException when the portal declares none; the start refuses a portal with items of such a kind
     */
    public Kind of(KindName name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("No kind is declared as " + name));
    }
}
