package org.herald.newsroom;

import java.util.List;
import org.herald.model.Outcome.Reason;
import org.herald.model.Words;

/** Says why a verb was refused, in the words of whoever asked for it. */
final class Reasons {

    private Reasons() {}

    static List<String> say(Words words, List<Reason> reasons) {
        return reasons.stream().map(reason -> say(words, reason)).toList();
    }

    static String say(Words words, Reason reason) {
        Object[] arguments = reason.arguments().stream()
                .map(argument -> spoken(words, argument))
                .toArray();
        return words.sayAll(reason.key(), arguments);
    }

    /** Names of verbs and states have words of their own. */
    private static Object spoken(Words words, Object argument) {
        for (String kind : List.of("verb.", "state.")) {
            if (words.has(kind + argument)) {
                return words.say(kind + argument);
            }
        }
        return argument;
    }
}
