package org.herald.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads what the environment says in place of a file: {@code HERALD_TIME_ZONE} for {@code time-zone}. */
final class Environment {

    private static final String OURS = "HERALD_";

    private final Schema schema;
    private final Set<String> others;

    /**
     * @param others variables that are read elsewhere
     */
    Environment(Schema schema, Set<String> others) {
        this.schema = schema;
        this.others = others;
    }

    /**
     * The values by key. A variable that is unknown stops nothing, because it may belong to another version, but it is told.
     */
    Map<String, ConfigNode> read(Map<String, String> variables, Faults faults) {
        var keys = new TreeMap<String, Key<?>>();
        schema.keys().forEach(key -> key.variable().ifPresent(variable -> keys.put(variable, key)));
        var values = new LinkedHashMap<String, ConfigNode>();
        new TreeMap<>(variables).forEach((variable, text) -> {
            if (!variable.startsWith(OURS) || others.contains(variable)) {
                return;
            }
            var origin = new Origin.InVariable(variable);
            Key<?> key = keys.get(variable);
            if (key != null) {
                values.put(key.name(), new ConfigNode.Text(origin, text, false));
            } else if (!isEarlier(origin, text, values, faults)) {
                var known = new TreeSet<>(keys.keySet());
                known.addAll(others);
                faults.note(
                        origin,
                        "no setting has this variable, so it does nothing."
                                + Faults.didYouMean(variable, known).replace("\"", ""));
            }
        });
        return values;
    }

    /** True for the variable of an earlier spelling or of a key that is no more. */
    private boolean isEarlier(Origin.InVariable origin, String text, Map<String, ConfigNode> values, Faults faults) {
        for (var retired : schema.retired()) {
            if (Key.variable(retired.name()).equals(origin.name())) {
                faults.note(origin, "it does nothing any more: " + retired.explanation());
                return true;
            }
        }
        for (var renamed : schema.renamed().entrySet()) {
            if (Key.variable(renamed.getKey()).equals(origin.name())) {
                faults.note(origin, "it is now called " + Key.variable(renamed.getValue()) + ".");
                values.putIfAbsent(renamed.getValue(), new ConfigNode.Text(origin, text, false));
                return true;
            }
        }
        return false;
    }
}
