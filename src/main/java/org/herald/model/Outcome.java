package org.herald.model;

import java.util.List;

/** What became of a verb: done, or refused with every reason. */
public sealed interface Outcome<T> {

    record Done<T>(T value) implements Outcome<T> {}

    record Refused<T>(List<Reason> reasons) implements Outcome<T> {

        public Refused {
            reasons = List.copyOf(reasons);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("A refusal has at least one reason");
            }
        }
    }

    /**
     * Why a verb was refused, as a key of the message files with its arguments, so that an editor reads it in their
     * language: {@code refused.headline-empty}.
     */
    record Reason(String key, List<Object> arguments) {

        public Reason {
            arguments = List.copyOf(arguments);
        }
    }

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Outcome<T> refused(String key, Object... arguments) {
        return new Refused<>(List.of(new Reason(key, List.of(arguments))));
    }

    /** The value; a refusal becomes an exception, for callers that made sure it cannot be refused. */
    default T orThrow() {
        return switch (this) {
            case Done<T> done -> done.value();
            case Refused<T> refused -> throw new IllegalStateException("Refused: " + refused.reasons());
        };
    }
}
