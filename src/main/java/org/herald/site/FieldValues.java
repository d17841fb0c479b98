package org.herald.site;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.herald.model.kind.Choice;
import org.herald.model.kind.ChoiceType;
import org.herald.model.kind.ChoicesType;
import org.herald.model.kind.Field;
import org.herald.model.kind.YesNoType;

/** The values of a field by which a list is narrowed, as readers call them, in the order of the declaration. */
final class FieldValues {

    private final Edition edition;
    private final List<Choice> choices;
    private final boolean isYesNo;

    FieldValues(Edition edition, Field field) {
        this.edition = edition;
        this.choices = switch (field.type()) {
            case ChoiceType(var declared) -> declared;
            case ChoicesType(var declared) -> declared;
            default -> List.of();
        };
        this.isYesNo = field.type() instanceof YesNoType;
    }

    /** A value and its name. */
    record Named(String value, String label) {}

    /** Each of them once; choices as they are declared, others by their characters. */
    Stream<Named> inOrder(Stream<String> values) {
        var words = choices.stream().map(Choice::word).toList();
        return values.distinct()
                .filter(value -> choices.isEmpty() || words.contains(value))
                .sorted(Comparator.comparingInt((String value) -> words.indexOf(value))
                        .thenComparing(isYesNo ? Comparator.<String>reverseOrder() : Comparator.naturalOrder()))
                .map(value -> new Named(value, label(value)));
    }

    private String label(String value) {
        if (isYesNo) {
            return edition.words().say("true".equals(value) || YesNoType.YES.equals(value) ? "fact.yes" : "fact.no");
        }
        return choices.stream()
                .filter(choice -> choice.word().equals(value))
                .findFirst()
                .map(choice -> choice.in(edition.language()))
                .orElse(value);
    }
}
