package org.herald.model.kind;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The values of an item's fields by name; a field without a value is absent. A value whose field is no longer declared
 * stays, and is not shown.
 */
public record Fields(SortedMap<String, JsonValue> values) {

    public static final Fields NONE = new Fields(new TreeMap<>());

    public Fields {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    public Optional<JsonValue> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The text of a field that is one; empty when it is absent or no text. */
    public String text(String name) {
        return values.get(name) instanceof JsonValue.Text(String text) ? text : "";
    }

    /** The same fields with another value of this one; null removes it. */
    public Fields with(String name, @Nullable JsonValue value) {
        var changed = new TreeMap<>(values);
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return new Fields(changed);
    }

    /** The same fields with this text; an empty one removes the field. */
    public Fields with(String name, String text) {
        return with(name, text.isEmpty() ? null : new JsonValue.Text(text));
    }

    /** One JSON object by RFC 8785. */
    public String canonical() {
        return new JsonValue.Members(values).canonical();
    }
}
