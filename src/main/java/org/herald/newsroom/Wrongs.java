package org.herald.newsroom;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.herald.model.Outcome.Reason;
import org.herald.model.Words;

/**
 * What is wrong with a form, in words, by the field that it is about: {@code refused.email-taken} is about {@code email}.
 */
public record Wrongs(Map<String, String> byField) {

    static final Wrongs NONE = new Wrongs(Map.of());

    private static final String REFUSED = "refused.";

    /** A field with what is wrong with it. */
    public record Wrong(String field, String text) {}

    static Wrongs of(Words words, List<Reason> reasons) {
        var byField = new LinkedHashMap<String, String>();
        for (Reason reason : reasons) {
            String field = reason.key().replaceFirst("^refused[.]", "").replaceFirst("-.*$", "");
            byField.merge(field, Reasons.say(words, reason), (one, other) -> one + " " + other);
        }
        return new Wrongs(byField);
    }

    static Wrongs of(Words words, String key, Object... arguments) {
        return of(words, List.of(new Reason(REFUSED + key, List.of(arguments))));
    }

    /** The same where the page asks for the password in several forms, and this was the one with this name. */
    Wrongs confirming(String form) {
        var moved = new LinkedHashMap<String, String>();
        byField.forEach((field, text) -> moved.put("confirm".equals(field) ? "confirm-" + form : field, text));
        return new Wrongs(moved);
    }

    /** What is wrong with a field; empty for nothing. */
    public String at(String field) {
        return byField.getOrDefault(field, "");
    }

    /** Everything that is wrong, for the head of the form. */
    public List<Wrong> all() {
        var all = new ArrayList<Wrong>();
        byField.forEach((field, text) -> all.add(new Wrong(field, text)));
        return all;
    }
}
