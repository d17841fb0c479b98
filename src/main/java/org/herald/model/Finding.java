package org.herald.model;

import java.util.List;
import org.herald.model.Check.Severity;

/**
 * What a check found.
 *
 * @param arguments of its words, {@code check.NAME}
 */
public record Finding(Check check, Severity severity, List<Object> arguments) {

    public Finding {
        arguments = List.copyOf(arguments);
    }

    public boolean isBlocking() {
        return severity == Severity.BLOCK;
    }

    /** The key of the words that say it. */
    public String key() {
        return "check." + check.word();
    }
}
