package org.herald.model.kind;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.herald.model.Blank;
import org.herald.model.Outcome.Reason;

/** Parts of forms and members of objects, which are all texts. */
final class Texts {

    /** A part, or a line of one, is never longer. */
    static final int LONGEST = 2_000;

    /** The usual most of a part of a form, which may have many lines. */
    static final int LONGEST_PART = 10_000;

    private static final int QUOTED = 400;
    private static final String REFUSED = "refused.field-";

    private Texts() {}

    /** The members that are texts. */
    static Map<String, String> of(Map<String, JsonValue> members) {
        var texts = new LinkedHashMap<String, String>();
        members.forEach((name, value) -> {
            if (value instanceof JsonValue.Text(String text)) {
                texts.put(name, text);
            }
        });
        return texts;
    }

    /** An object of the texts that are not blank. */
    static JsonValue members(Map<String, String> texts) {
        var members = new TreeMap<String, JsonValue>();
        texts.forEach((name, text) -> {
            if (!Blank.is(text)) {
                members.put(name, new JsonValue.Text(text));
            }
        });
        return new JsonValue.Members(members);
    }

    /** A part without what surrounds it; empty where it was not sent. */
    static String part(Map<String, String> parts, String name) {
        return Blank.strip(parts.getOrDefault(name, ""));
    }

    /** A part on one line. */
    static String line(Map<String, String> parts, String name) {
        return part(parts, name)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(" "));
    }

    static boolean areBlank(Map<String, String> parts) {
        return parts.values().stream().allMatch(Blank::is);
    }

    /** Why a field is refused: {@code refused.field-} and this word. */
    static Reason reason(String word, Object... arguments) {
        return new Reason(REFUSED + word, List.of(arguments));
    }

    /** The beginning of what was typed, as messages repeat it. */
    static String quoted(String typed) {
        int most = 80;
        String line = typed.substring(0, Math.min(QUOTED, typed.length())).replaceAll("\\s+", " ");
        return line.length() <= most
                ? line
                : line.substring(
                                0,
                                line.offsetByCodePoints(0, Math.min(most - 1, line.codePointCount(0, line.length()))))
                        + "…";
    }
}
