package org.herald.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.herald.model.Outcome.Reason;
import org.herald.model.kind.Field;

/** Why something that was due did not go out, as its comment keeps it: the key of a reason, then its arguments, as JSON. */
public final class FailureReason {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Before the name of a field, which is the first argument of what is said of it. */
    public static final String FIELD = "field:";

    private FailureReason() {}

    static String written(Reason reason) {
        var node = JSON.createArrayNode().add(reason.key());
        for (Object argument : reason.arguments()) {
            if (argument instanceof Number number) {
                node.add(number.longValue());
            } else if (argument instanceof Field field) {
                node.add(FIELD + field.name());
            } else {
                node.add(argument.toString());
            }
        }
        return node.toString();
    }

    /** The reason that a comment keeps; nothing for what a fault said. */
    public static Optional<Reason> read(String text) {
        if (!text.startsWith("[\"refused.")) {
            return Optional.empty();
        }
        try {
            var arguments = new ArrayList<Object>();
            JsonNode node = JSON.readTree(text);
            node.forEach(each -> arguments.add(each.isIntegralNumber() ? (Object) each.asLong() : each.asText()));
            return Optional.of(new Reason(node.path(0).asText(), List.copyOf(arguments.subList(1, arguments.size()))));
        } catch (JsonProcessingException fault) {
            return Optional.empty();
        }
    }
}
