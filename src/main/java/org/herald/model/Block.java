package org.herald.model;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a page that editors place.
 *
 * @param text plain text; of a list one link on each line, {@code label | target}
 * @param target where it leads, as {@link Target} has it; or empty
 * @param fromAt first instant at which it shows; nothing means always
 * @param untilAt first instant at which it no longer shows; nothing means for ever
 */
public record Block(
        Kind kind,
        Spot spot,
        Language language,
        long place,
        String title,
        String text,
        String target,
        @Nullable Asset picture,
        @Nullable Instant fromAt,
        @Nullable Instant untilAt) {

    /** What a block is for. */
    public enum Kind {
        PROMOTION,
        NOTICE,
        LIST;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** Where on a page a block stands. */
    public enum Spot {
        TOP,
        BESIDE,
        BELOW;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Spot of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** True when readers see it at this instant. */
    public boolean isShownAt(Instant now) {
        return (fromAt == null || !now.isBefore(fromAt)) && (untilAt == null || now.isBefore(untilAt));
    }

    /** A link in a list. */
    public record Line(String label, String target) {}

    /** The links of a list; a block of another kind has none. */
    public List<Line> lines() {
        return kind != Kind.LIST
                ? List.of()
                : text.lines().filter(line -> !Blank.is(line)).map(Block::line).toList();
    }

    private static Line line(String line) {
        int mark = line.lastIndexOf('|');
        return mark < 0
                ? new Line(line.strip(), "")
                : new Line(
                        line.substring(0, mark).strip(),
                        line.substring(mark + 1).strip());
    }

    /** The same block at another place of its spot. */
    public Block at(long otherPlace) {
        return new Block(kind, spot, language, otherPlace, title, text, target, picture, fromAt, untilAt);
    }
}
