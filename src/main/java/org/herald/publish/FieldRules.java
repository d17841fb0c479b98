package org.herald.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.herald.model.Content;
import org.herald.model.Outcome.Reason;
import org.herald.model.kind.Field;
import org.herald.model.kind.FieldType;
import org.herald.model.kind.Fields;
import org.herald.model.kind.JsonValue;
import org.herald.model.kind.Kind;
import org.herald.model.kind.TextType;
import org.herald.publish.body.BodyRules;
import org.jspecify.annotations.Nullable;

/** What a kind asks of the fields of its items when they are saved and when they are published. */
final class FieldRules {

    private final Kind kind;
    private final boolean isTranslation;
    private final NamedInFields named;

    /** @param isTranslation true for items that take their shared fields from their original */
    FieldRules(Kind kind, boolean isTranslation, NamedInFields named) {
        this.kind = kind;
        this.isTranslation = isTranslation;
        this.named = named;
    }

    /**
     * Why these fields cannot be saved: those that are no values of their types or name what is not there, and required ones
     * that are absent.
     */
    List<Reason> toSave(Fields fields) {
        var reasons = new ArrayList<Reason>();
        for (Field field : kind.fields()) {
            if (isFromOriginal(field)) {
                continue;
            }
            fields.get(field.name())
                    .ifPresentOrElse(value -> fault(field, value).ifPresent(reasons::add), () -> {
                        if (field.required() == Field.Required.TO_SAVE) {
                            reasons.add(new Reason("refused.field-required", List.of(field)));
                        }
                    });
        }
        return reasons;
    }

    private Optional<Reason> fault(Field field, JsonValue value) {
        return field.type()
                .fault(value)
                .or(() -> named.fault(field.type(), value))
                .map(fault -> of(field, fault));
    }

    /**
     * Why an item cannot be published with these fields: those without which no reader should see it, and those that are no
     * values of their types. What a translation lacks of its original must be published there first.
     *
     * @param shown its fields as readers would see them, of a translation with the shared ones of its original
     */
    static List<Reason> toPublish(Kind kind, boolean isTranslation, Fields shown) {
        var reasons = new ArrayList<Reason>();
        for (Field field : kind.fields()) {
            shown.get(field.name())
                    .ifPresentOrElse(
                            value -> field.type().fault(value).ifPresent(fault -> reasons.add(of(field, fault))),
                            () -> {
                                if (field.required() != Field.Required.NO) {
                                    boolean isOwed = isTranslation && field.isShared();
                                    reasons.add(new Reason(
                                            isOwed ? "refused.field-owed" : "refused.field-required", List.of(field)));
                                }
                            });
        }
        return reasons;
    }

    /**
     * The content with the fields that its item keeps, clean: those of its kind, shared ones only at the original, and values
     * of fields that are no longer declared as they were before.
     */
    Content own(Content typed, Fields before) {
        Fields fields = before;
        for (Field field : kind.fields()) {
            if (!isFromOriginal(field)) {
                fields = fields.with(
                        field.name(),
                        typed.fields()
                                .get(field.name())
                                .map(value -> clean(field.type(), value))
                                .orElse(null));
            }
        }
        return typed.withFields(fields);
    }

    private static @Nullable JsonValue clean(FieldType type, JsonValue value) {
        if (FieldType.unfit(value).isPresent()) {
            return value;
        }
        if (type.isMarkup()) {
            String html = type.shown(value).getOrDefault("", "");
            return type.typed(Map.of("", BodyRules.read(html).html()));
        }
        if (value instanceof JsonValue.Text(String text) && type instanceof TextType plain && plain.hasLines()) {
            String clean = PlainText.cleanLines(text);
            return clean.isEmpty() ? null : new JsonValue.Text(clean);
        }
        return PlainText.clean(value);
    }

    private boolean isFromOriginal(Field field) {
        return isTranslation && field.isShared();
    }

    /** The field comes before the arguments of the words, so that screens know by which it stands. */
    private static Reason of(Field field, Reason fault) {
        return new Reason(
                fault.key(),
                Stream.concat(Stream.of(field), fault.arguments().stream()).toList());
    }
}
