package org.herald.newsroom.desk;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What somebody typed into a form that was refused, so that nothing of it is lost. */
public record Typed(Map<String, String> fields) {

    static final Typed NOTHING = new Typed(Map.of());

    public Typed {
        fields = Map.copyOf(fields);
    }

    static Typed of(String name, String value) {
        return new Typed(Map.of(name, value));
    }

    /** What was typed into these fields of a form. */
    static Typed of(MultivaluedMap<String, String> form, List<String> names) {
        var fields = new HashMap<String, String>();
        for (String name : names) {
            String value = form.getFirst(name);
            if (value != null) {
                fields.put(name, value);
            }
        }
        return new Typed(fields);
    }

    /** What was typed into this field; empty for nothing. */
    public String get(String name) {
        return fields.getOrDefault(name, "");
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }
}
