package org.herald.model.kind;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A JSON value as fields are stored: texts, flags, lists and objects. Numbers are texts in decimal notation, so that every
 * value stays exactly what was typed; an absent value is left out instead of being null.
 */
public sealed interface JsonValue {

    record Text(String text) implements JsonValue {}

    record Flag(boolean isSet) implements JsonValue {}

    /** A number in what is made for other programs; stored values have none. */
    record Decimal(BigDecimal number) implements JsonValue {}

    record Values(List<JsonValue> values) implements JsonValue {

        public Values {
            values = List.copyOf(values);
        }
    }

    /** Members by name, in the order of the names' UTF-16 code units. */
    record Members(SortedMap<String, JsonValue> members) implements JsonValue {

        public Members {
            members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
        }

        public static Members of(Map<String, ? extends JsonValue> members) {
            return new Members(new TreeMap<>(members));
        }

        /** The same with this member. */
        public Members with(String name, JsonValue value) {
            var all = new TreeMap<>(members);
            all.put(name, value);
            return new Members(all);
        }
    }

    /** This text; empty for a value that is none. */
    default String asText() {
        return this instanceof Text(String text) ? text : "";
    }

    /** The text of a member; empty where there is none. */
    default String text(String member) {
        return this instanceof Members(var members) && members.get(member) instanceof Text(String text) ? text : "";
    }

    /** The values of this list; none for a value that is no list. */
    default List<JsonValue> asList() {
        return this instanceof Values(var values) ? values : List.of();
    }

    /** The one JSON text of this value by the JSON Canonicalization Scheme (RFC 8785). */
    default String canonical() {
        var text = new StringBuilder();
        append(this, text);
        return text.toString();
    }

    private static void append(JsonValue value, StringBuilder to) {
        switch (value) {
            case Text(String text) -> quote(text, to);
            case Flag(boolean isSet) -> to.append(isSet);
            case Decimal(BigDecimal number) -> to.append(number.toPlainString());
            case Values(var values) -> {
                to.append('[');
                for (int number = 0; number < values.size(); number++) {
                    append(values.get(number), number == 0 ? to : to.append(','));
                }
                to.append(']');
            }
            case Members(var members) -> {
                to.append('{');
                String before = "";
                for (var member : members.entrySet()) {
                    quote(member.getKey(), to.append(before));
                    append(member.getValue(), to.append(':'));
                    before = ",";
                }
                to.append('}');
            }
        }
    }

    /** RFC 8785, section 3.2.2.2: only what must be escaped is, in its shortest form. */
    private static void quote(String text, StringBuilder to) {
        to.append('"');
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            switch (character) {
                case '"' -> to.append("\\\"");
                case '\\' -> to.append("\\\\");
                case '\b' -> to.append("\\b");
                case '\t' -> to.append("\\t");
                case '\n' -> to.append("\\n");
                case '\f' -> to.append("\\f");
                case '\r' -> to.append("\\r");
                default -> {
                    if (character < ' ') {
                        to.append("\\u00")
                                .append(Character.forDigit(character >> 4, 16))
                                .append(Character.forDigit(character & 15, 16));
                    } else {
                        to.append(character);
                    }
                }
            }
        }
        to.append('"');
    }
}
