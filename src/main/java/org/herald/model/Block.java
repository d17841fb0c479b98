package org.herald.model;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.herald.model.kind.KindName;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a page that editors place.
 *
 * @param text plain text; of a list one link on each line, {@code label | target}; of entries one of them on each line,
 *     {@code item:12}
 * @param target where it leads, as {@link Target} has it; or empty
 * @param fromAt first instant at which it shows; nothing means always
 * @param untilAt first instant at which it no longer shows; nothing means for ever
 * @param entries which entries of a directory it shows; null for a block of another kind
 * @param branch the section in which alone it stands, with all below it; null for everywhere
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
        @Nullable Instant untilAt,
        @Nullable Entries entries,
        @Nullable SectionId branch) {

    /** Which entries of a directory a block shows. */
    public record Entries(KindName directory, Order order, int most) {}

    /** How entries are chosen. */
    public enum Order {
        /** Those that are named. */
        CHOSEN,
        NEWEST,
        /** By the distance from the one that is named, or else from what the page shows. */
        NEAREST,
        /** Others each day, the same for all readers. */
        DAILY;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Order of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** A block of no directory that stands everywhere. */
    public Block(
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
        this(kind, spot, language, place, title, text, target, picture, fromAt, untilAt, null, null);
    }

    /** What a block is for. */
    public enum Kind {
        PROMOTION,
        NOTICE,
        LIST,
        ENTRIES;

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
        /** On front pages, in their main column. */
        FRONT,
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

    /** The entries that it names, in their order; those of a block of another kind are none. */
    public List<ItemId> named() {
        return kind != Kind.ENTRIES
                ? List.of()
                : text.lines()
                        .flatMap(line -> Target.item(line.strip()).stream())
                        .toList();
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
        return new Block(
                kind, spot, language, otherPlace, title, text, target, picture, fromAt, untilAt, entries, branch);
    }

    /** The same block with these texts and this target. */
    public Block with(String newTitle, String newText, String newTarget) {
        return new Block(
                kind, spot, language, place, newTitle, newText, newTarget, picture, fromAt, untilAt, entries, branch);
    }
}
