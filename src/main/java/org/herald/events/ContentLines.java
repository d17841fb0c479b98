package org.herald.events;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.herald.model.event.Moment;

/** Lines of iCalendar text, folded so that none is longer than 75 octets (RFC 5545, section 3.1). */
final class ContentLines {

    private static final int MOST_OCTETS = 75;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

    private final StringBuilder lines = new StringBuilder();

    /** A line with a value as it is to stand there. */
    void add(String name, String value) {
        String line = name + ":" + value;
        int octets = 0;
        for (int at = 0; at < line.length(); ) {
            int character = line.codePointAt(at);
            int length = octets(character);
            if (octets + length > MOST_OCTETS) {
                lines.append("\r\n ");
                octets = 1;
            }
            lines.appendCodePoint(character);
            octets += length;
            at += Character.charCount(character);
        }
        lines.append("\r\n");
    }

    /** A line with a text; none when it is empty. */
    void addText(String name, String text) {
        if (!text.isEmpty()) {
            add(name, escaped(text));
        }
    }

    /** A line with texts, separated by commas; none when there are none. */
    void addTexts(String name, List<String> texts) {
        if (!texts.isEmpty()) {
            add(name, texts.stream().map(ContentLines::escaped).collect(Collectors.joining(",")));
        }
    }

    /** A line with an address; none for what no calendar program could read as one. */
    void addUri(String name, String uri) {
        if (!uri.isEmpty() && uri.chars().noneMatch(character -> character <= ' ')) {
            add(name, uri);
        }
    }

    private static int octets(int character) {
        return Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
    }

    /** A text as a value (RFC 5545, section 3.3.11); other control characters than line breaks may not stand in it. */
    static String escaped(String text) {
        var escaped = new StringBuilder();
        text.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(character -> {
            switch (character) {
                case '\\', ';', ',' -> escaped.append('\\').appendCodePoint(character);
                case '\n' -> escaped.append("\\n");
                case '\t' -> escaped.append(' ');
                default -> {
                    boolean isAllowed = !Character.isISOControl(character)
                            && (character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE);
                    if (isAllowed) {
                        escaped.appendCodePoint(character);
                    }
                }
            }
        });
        return escaped.toString();
    }

    /** The value of a parameter (RFC 5545, section 3.2), which cannot hold quotation marks. */
    static String quoted(String text) {
        String plain = text.replaceAll("[\\p{Cc}\"]", "");
        return plain.matches("[A-Za-z0-9/_+-]+") ? plain : '"' + plain + '"';
    }

    /** {@code 20260705} or {@code 20260705T150000}. */
    static String moment(Moment moment) {
        return moment.isWholeDay() ? DAY.format(moment.day()) : TIME.format(moment.atStart());
    }

    /** {@code 20260705T120000Z}. */
    static String utc(Instant instant) {
        return TIME.format(instant.atOffset(ZoneOffset.UTC)) + "Z";
    }

    @Override
    public String toString() {
        return lines.toString();
    }
}
