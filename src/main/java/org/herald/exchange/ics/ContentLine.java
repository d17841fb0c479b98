package org.herald.exchange.ics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A content line (RFC 5545, section 3.1).
 *
 * @param line of the file at which it begins, from 1
 * @param name in upper case
 * @param parameters by name in upper case, without quotation marks; several values are joined with commas
 * @param value as it stands there
 */
record ContentLine(int line, String name, Map<String, String> parameters, String value) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,100}");

    /** A day or a time at the end of a line whose time zone has a colon that is not quoted. */
    private static final Pattern TIME_AT_END = Pattern.compile(".*:(?=[0-9]{8}(?:T[0-9]{4,6}Z?)?$)");

    /** The line that this text is; absent when it is none. */
    static Optional<ContentLine> parse(int line, String text) {
        int at = end(text, 0, ":;");
        String name = text.substring(0, at).strip();
        if (at == text.length() || !NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        var parameters = new LinkedHashMap<String, String>();
        while (at < text.length() && text.charAt(at) == ';') {
            int equals = end(text, at + 1, "=:;");
            String parameter = text.substring(at + 1, equals).strip().toUpperCase(Locale.ROOT);
            if (equals == text.length() || text.charAt(equals) != '=') { // vCalendar 1.0 has values without names
                at = equals;
                continue;
            }
            int end = endOfParameter(text, equals + 1);
            parameters.put(parameter, unquoted(text.substring(equals + 1, end)));
            at = end;
        }
        if (at >= text.length()) {
            return Optional.empty();
        }
        String value = text.substring(at + 1);
        String zone = parameters.get("TZID");
        var time = TIME_AT_END.matcher(value);
        if (zone != null && time.lookingAt()) {
            parameters.put("TZID", zone + ":" + value.substring(0, time.end() - 1));
            value = value.substring(time.end());
        }
        return Optional.of(new ContentLine(line, name.toUpperCase(Locale.ROOT), Map.copyOf(parameters), value));
    }

    private static int end(String text, int from, String ends) {
        int at = from;
        while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private static int endOfParameter(String text, int from) {
        boolean isQuoted = false;
        int at = from;
        for (; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '"') {
                isQuoted = !isQuoted;
            } else if (!isQuoted && (character == ':' || character == ';')) {
                break;
            }
        }
        return at;
    }

    /** The value of a parameter without its quotation marks, with what RFC 6868 writes in place of some characters. */
    private static String unquoted(String value) {
        String plain = value.replace("\"", "");
        return plain.indexOf('^') < 0
                ? plain
                : plain.replace("^^", "\0")
                        .replace("^n", "\n")
                        .replace("^'", "\"")
                        .replace('\0', '^');
    }

    String parameter(String parameter) {
        return parameters.getOrDefault(parameter, "");
    }

    /** The value as a text (section 3.3.11). */
    String text() {
        return unescaped(value);
    }

    /** The values of a list of texts. */
    List<String> texts() {
        var texts = new ArrayList<String>();
        int from = 0;
        for (int at = 0; at <= value.length(); at++) {
            if (at == value.length() || value.charAt(at) == ',') {
                texts.add(unescaped(value.substring(from, at)));
                from = at + 1;
            } else if (value.charAt(at) == '\\') {
                at++; // the character behind it separates nothing
            }
        }
        return texts;
    }

    private static String unescaped(String value) {
        if (value.indexOf('\\') < 0) {
            return value;
        }
        var text = new StringBuilder(value.length());
        for (int at = 0; at < value.length(); at++) {
            char character = value.charAt(at);
            if (character == '\\' && at + 1 < value.length()) {
                at++;
                char escaped = value.charAt(at);
                text.append(escaped == 'n' || escaped == 'N' ? '\n' : escaped);
            } else {
                text.append(character);
            }
        }
        return text.toString();
    }
}
