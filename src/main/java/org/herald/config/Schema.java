package org.herald.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.herald.model.Spelling;

/**
 * The keys that a declaration may have, in the order of the documentation, with earlier spellings and with keys that are no
 * more. A key whose name has dots stands in groups: {@code theme.accent} below {@code theme}.
 *
 * @param word what messages call a key: a setting of {@code portal.yaml}
 */
public record Schema(String word, List<Key<?>> keys, Map<String, String> renamed, List<Retired> retired) {

    /**
     * A key that an earlier version knew.
     *
     * @param stops true when it must be taken out before the start; otherwise it is passed over with a note
     * @param explanation what became of it, and what to do now
     */
    public record Retired(String name, boolean stops, String explanation) {}

    public Schema {
        keys = List.copyOf(keys);
        renamed = Map.copyOf(renamed);
        retired = List.copyOf(retired);
    }

    public static Schema of(String word, List<Key<?>> keys) {
        return new Schema(word, keys, Map.of(), List.of());
    }

    /** The same schema, which also reads a key or a group under its earlier name, and says how it is written now. */
    public Schema renamed(String earlier, String now) {
        var all = new LinkedHashMap<>(renamed);
        all.put(earlier, now);
        return new Schema(word, keys, all, retired);
    }

    /** The same schema, which explains a key that is no more. */
    public Schema retired(Retired key) {
        var all = new ArrayList<>(retired);
        all.add(key);
        return new Schema(word, keys, renamed, all);
    }

    /**
     * What was written for the keys; everything that is wrong is added to the faults.
     *
     * @param root absent for an empty file
     * @param whole what lacks a required key
     */
    public Values read(Optional<ConfigNode> root, Origin whole, Faults faults) {
        return read(root, whole, Map.of(), faults);
    }

    /** The same with values, by key, that go before those of the file. */
    Values read(Optional<ConfigNode> root, Origin whole, Map<String, ConfigNode> overriding, Faults faults) {
        var walk = new Walk(faults);
        boolean isMap = root.isEmpty() || root.get() instanceof ConfigNode.Fields;
        root.ifPresent(node -> walk.group(node, ""));
        var values = new Values(walk.written(), overriding);
        for (Key<?> key : keys) {
            if (values.node(key).isPresent()) {
                values.typed(key, faults);
            } else if (key.example() != null && isMap && !walk.meant().contains(key.name()) && isWanted(key, values)) {
                faults.add(
                        whole,
                        "\"" + key.name() + "\" is missing. Write for example: " + key.word() + ": " + key.example());
            }
        }
        return values;
    }

    /** A required key of a group is wanted where the group is there. */
    private boolean isWanted(Key<?> key, Values values) {
        int dot = key.name().lastIndexOf('.');
        return dot < 0
                || keys.stream()
                        .filter(each -> each.name().startsWith(key.name().substring(0, dot + 1)))
                        .anyMatch(values::isSet);
    }

    /** The names that may stand in a group, keys and groups alike. */
    Set<String> below(String prefix) {
        return keys.stream()
                .map(Key::name)
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()).replaceAll("[.].*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean isGroup(String name) {
        return keys.stream().anyMatch(key -> key.name().startsWith(name + "."));
    }

    /** {@code settings}, {@code keys of a kind} */
    private String plural() {
        return word.replaceFirst("^(\\w+)", "$1s");
    }

    /** One way through a file. */
    private final class Walk {

        private final Faults faults;
        private final Map<String, ConfigNode> written = new LinkedHashMap<>();
        private final Set<String> meant = new TreeSet<>();

        Walk(Faults faults) {
            this.faults = faults;
        }

        /** What stands there for each key. */
        Map<String, ConfigNode> written() {
            return written;
        }

        /** The keys that unknown words seem to mean, which are not missing as well. */
        Set<String> meant() {
            return meant;
        }

        void group(ConfigNode node, String prefix) {
            switch (node) {
                case ConfigNode.Fields(Origin _, List<ConfigNode.Field> fields) ->
                    fields.forEach(field -> field(field, prefix));
                // a group of which every line is commented out
                case ConfigNode.Text text when text.isAbsent() -> {}
                default -> faults.add(node.origin(), "expected " + plural() + " as \"key: value\" lines.");
            }
        }

        private void field(ConfigNode.Field field, String prefix) {
            String name = prefix + field.name();
            var gone = retired.stream().filter(each -> each.name().equals(name)).findFirst();
            String now = renamed.getOrDefault(name, name);
            if (gone.isPresent()) {
                explain(field.origin(), gone.get());
                return;
            }
            if (!now.equals(name)) {
                faults.note(field.origin(), "\"" + name + "\" is now written \"" + now + "\".");
            }
            var key = keys.stream().filter(each -> each.name().equals(now)).findFirst();
            if (key.isPresent()) {
                write(key.get(), field);
            } else if (isGroup(now)) {
                group(field.value(), now + ".");
            } else {
                unknown(field, prefix);
            }
        }

        /** An optional key with an empty value holds as if it were not there. */
        private void write(Key<?> key, ConfigNode.Field field) {
            if (key.isUnset(field.value())) {
                return;
            }
            if (written.putIfAbsent(key.name(), field.value()) != null) {
                faults.add(field.origin(), "\"" + key.name() + "\" is set twice.");
            }
        }

        private void explain(Origin origin, Retired gone) {
            String sentence = "\"" + gone.name() + "\" is no " + word + " any more: " + gone.explanation();
            if (gone.stops()) {
                faults.add(origin, sentence);
            } else {
                faults.note(origin, sentence);
            }
        }

        private void unknown(ConfigNode.Field field, String prefix) {
            var known = below(prefix);
            var near = nearest(field.name(), prefix, known);
            near.ifPresent(meant::add);
            faults.add(
                    field.origin(),
                    "unknown " + word + " \"" + prefix + field.name() + "\"."
                            + near.map(Faults::question).orElse("")
                            + " Known: " + String.join(", ", known) + ".");
        }

        /** The nearest word of this group, or the same word in another one. */
        private Optional<String> nearest(String name, String prefix, Set<String> known) {
            return Spelling.nearest(name, known)
                    .map(near -> prefix + near)
                    .or(() -> keys.stream()
                            .filter(key -> key.word().equals(name))
                            .map(Key::name)
                            .findFirst());
        }
    }
}
