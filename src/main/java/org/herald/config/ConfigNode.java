package org.herald.config;

import java.util.List;
import java.util.stream.Collectors;

/** A value as it was written: a text, a list or a map, with its position. */
public sealed interface ConfigNode {

    Origin origin();

    /** The value on one line, for messages. */
    String shown();

    /**
     * One text; numbers, dates and words such as {@code on} are texts as well, until a type reads them.
     *
     * @param isPlain true without quotation marks
     */
    record Text(Origin origin, String text, boolean isPlain) implements ConfigNode {

        @Override
        public String shown() {
            return text.strip().replaceAll("\\R", "\\\\n");
        }

        /** True where nothing was written after the colon. */
        boolean isAbsent() {
            return isPlain && text.isEmpty();
        }
    }

    /** A list. */
    record Items(Origin origin, List<ConfigNode> items) implements ConfigNode {

        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String shown() {
            return items.stream().map(ConfigNode::shown).collect(Collectors.joining(", ", "[", "]"));
        }
    }

    /** A map; its keys differ. */
    record Fields(Origin origin, List<Field> fields) implements ConfigNode {

        public Fields {
            fields = List.copyOf(fields);
        }

        @Override
        public String shown() {
            return fields.stream()
                    .map(field -> field.name() + ": " + field.value().shown())
                    .collect(Collectors.joining(", ", "{", "}"));
        }
    }

    /**
     * A key of a map with its value.
     *
     * @param origin where the key stands
     */
    record Field(Origin origin, String name, ConfigNode value) {}
}
