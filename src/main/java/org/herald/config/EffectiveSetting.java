package org.herald.config;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A setting as it holds, for people.
 *
 * @param value as it would be written; in brackets when nothing is, or when it may not be shown
 * @param origin where it was written
 */
public record EffectiveSetting(String key, String value, String origin) {

    private static final Pattern USER_IN_ADDRESS = Pattern.compile("//[^/@\\s]*@");

    static EffectiveSetting of(Key<?> key, Values values) {
        Optional<ConfigNode> node = values.node(key);
        String origin =
                node.map(ConfigNode::origin).orElse(new Origin.Default()).brief();
        return new EffectiveSetting(
                key.name(),
                node.filter(each -> !key.isUnset(each))
                        .map(each -> key.isSecret() ? "(set)" : shown(each))
                        .orElseGet(() -> usual(key)),
                origin
                        + values.overridden(key)
                                .map(file -> " instead of " + file.brief())
                                .orElse(""));
    }

    private static String usual(Key<?> key) {
        if (key.isSecret()) {
            return "(not set)";
        }
        return key.usual() == null ? "(" + key.usually() + ")" : key.usual();
    }

    /** An address may have a password in it. */
    private static String shown(ConfigNode node) {
        return DatabaseServer.shown(USER_IN_ADDRESS.matcher(node.shown()).replaceAll("//(hidden)@"));
    }
}
