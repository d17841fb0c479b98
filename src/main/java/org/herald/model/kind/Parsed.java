package org.herald.model.kind;

import org.herald.model.Outcome.Reason;

/** What became of the parts of a form: a value, or why they are none. */
sealed interface Parsed {

    record Value(JsonValue value) implements Parsed {}

    record Unfit(Reason reason) implements Parsed {}

    static Parsed text(String text) {
        return new Value(new JsonValue.Text(text));
    }

    static Parsed unfit(String word, Object... arguments) {
        return new Unfit(Texts.reason(word, arguments));
    }
}
