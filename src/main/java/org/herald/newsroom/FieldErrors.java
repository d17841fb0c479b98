package org.herald.newsroom;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.herald.model.Outcome.Reason;
import org.herald.model.Words;

/**
 * What is wrong with a form, in words, by the field that it is about: {@code refused.email-taken} is about {@code email}.
 *
 * @param general what is about no field of the form
 */
public record FieldErrors(Map<String, String> byField, List<String> general) {

    public static final FieldErrors NONE = new FieldErrors(Map.of(), List.of());

    private static final String REFUSED = "refused.";

    /** A field with what is wrong with it. */
    public record FieldError(String field, String text) {}

    public static FieldErrors of(Words words, List<Reason> reasons) {
        var byField = new LinkedHashMap<String, String>();
        for (Reason reason : reasons) {
            String field = reason.key().replaceFirst("^refused[.]", "").replaceFirst("-.*$", "");
            byField.merge(field, Reasons.say(words, reason), (one, other) -> one + " " + other);
        }
        return new FieldErrors(byField, List.of());
    }

    /**
     * The same, each reason at the field that it is about.
     *
     * @param field gives the identity of that field; empty for a reason that is about no field of the form
     */
    public static FieldErrors placed(Words words, List<Reason> reasons, Function<Reason, Optional<String>> field) {
        var byField = new LinkedHashMap<String, String>();
        var general = new ArrayList<String>();
        for (Reason reason : reasons) {
            String text = Reasons.say(words, reason);
            field.apply(reason)
                    .ifPresentOrElse(
                            name -> byField.merge(name, text, (one, other) -> one + " " + other),
                            () -> general.add(text));
        }
        return new FieldErrors(byField, general);
    }

    /** The same for a form in which each kind of reason has one field. */
    public static FieldErrors placed(Words words, List<Reason> reasons, Map<String, String> fields) {
        return placed(words, reasons, reason -> field(fields, reason));
    }

    /** The field that a kind of reason is about. */
    public static Optional<String> field(Map<String, String> fields, Reason reason) {
        return Optional.ofNullable(fields.get(name(reason)));
    }

    /** The kind of a reason: {@code no-slug}. */
    public static String name(Reason reason) {
        return reason.key().replaceFirst("^refused[.]", "");
    }

    public static FieldErrors of(Words words, String key, Object... arguments) {
        return of(words, List.of(new Reason(REFUSED + key, List.of(arguments))));
    }

    /** The same where the page asks for the password in several forms, and this was the one with this name. */
    public FieldErrors confirming(String form) {
        var moved = new LinkedHashMap<String, String>();
        byField.forEach((field, text) -> moved.put("confirm".equals(field) ? "confirm-" + form : field, text));
        return new FieldErrors(moved, general);
    }

    /** What is wrong with a field; empty for nothing. */
    public String at(String field) {
        return byField.getOrDefault(field, "");
    }

    /** Everything that is wrong, for the head of the form. */
    public List<FieldError> all() {
        var all = new ArrayList<FieldError>();
        general.forEach(text -> all.add(new FieldError("", text)));
        byField.forEach((field, text) -> all.add(new FieldError(field, text)));
        return all;
    }
}
