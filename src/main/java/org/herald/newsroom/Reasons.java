package org.herald.newsroom;

import java.util.List;
import org.herald.model.ContentPart;
import org.herald.model.Outcome.Reason;
import org.herald.model.Words;
import org.herald.model.kind.Field;
import org.herald.publish.FailureReason;

/** Says why a verb was refused, in the words of whoever asked for it. */
public final class Reasons {

    /** Reasons that end so name something by its number, which is written without marks between its digits. */
    private static final String UNKNOWN = "-unknown";

    private Reasons() {}

    public static List<String> say(Words words, List<Reason> reasons) {
        return reasons.stream().map(reason -> say(words, reason)).toList();
    }

    public static String say(Words words, Reason reason) {
        if (!reason.arguments().isEmpty() && reason.arguments().getFirst() instanceof Field field) {
            var arguments = reason.arguments().subList(1, reason.arguments().size());
            return words.say("field.wrong", Parts.label(words, field), say(words, new Reason(reason.key(), arguments)));
        }
        if (!reason.arguments().isEmpty()
                && reason.arguments().getFirst() instanceof String named
                && named.startsWith(FailureReason.FIELD)) {
            var arguments = reason.arguments().subList(1, reason.arguments().size());
            String field = named.substring(FailureReason.FIELD.length());
            return words.say("field.wrong", field, say(words, new Reason(reason.key(), arguments)));
        }
        Object[] arguments = reason.arguments().stream()
                .map(argument -> reason.key().endsWith(UNKNOWN) ? argument.toString() : spoken(words, argument))
                .toArray();
        return words.sayAll(reason.key(), arguments);
    }

    /** Parts of a text, and names of verbs and states, have words of their own. */
    private static Object spoken(Words words, Object argument) {
        if (argument instanceof ContentPart part) {
            return Parts.label(words, part);
        }
        for (String kind : List.of("verb.", "state.")) {
            if (words.has(kind + argument)) {
                return words.say(kind + argument);
            }
        }
        return argument;
    }
}
