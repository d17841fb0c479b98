package org.herald.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What was written for the keys of a schema, with where it was written. */
public final class Values {

    private final Map<String, ConfigNode> inFile;
    private final Map<String, ConfigNode> effective;

    Values(Map<String, ConfigNode> inFile, Map<String, ConfigNode> overriding) {
        this.inFile = Map.copyOf(inFile);
        effective = new HashMap<>(inFile);
        effective.putAll(overriding);
    }

    /** The value of a key, or its default; absent when there is neither, or when it was of the wrong form. */
    public <T> Optional<T> get(Key<T> key) {
        return typed(key, new Faults());
    }

    /** The value of a key that has a default or is required; asked when no fault was found. */
    public <T> T require(Key<T> key) {
        return get(key).orElseThrow(() -> new IllegalStateException("There is no value of " + key.name()));
    }

    <T> Optional<T> typed(Key<T> key, Faults faults) {
        return node(key)
                .filter(node -> !key.isUnset(node))
                .or(() -> Optional.ofNullable(key.usual())
                        .map(usual -> new ConfigNode.Text(new Origin.Default(), usual, true)))
                .flatMap(node -> key.type().read(node, new ValueType.Asked(key.name(), key.isSecret(), faults)));
    }

    /** True when something was written that is not empty. */
    boolean isSet(Key<?> key) {
        return node(key).filter(node -> !key.isUnset(node)).isPresent();
    }

    /** What was written, whatever its form; absent when nothing was. */
    public Optional<ConfigNode> node(Key<?> key) {
        return Optional.ofNullable(effective.get(key.name()));
    }

    /** Where the file says something that the environment overrides. */
    Optional<Origin> overridden(Key<?> key) {
        return Optional.ofNullable(inFile.get(key.name()))
                .filter(node -> !node.equals(effective.get(key.name())))
                .map(ConfigNode::origin);
    }
}
