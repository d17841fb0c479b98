package org.herald.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
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
 * @param months the months of a calendar on whose pages alone it stands; null for all pages
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
        @Nullable SectionId branch,
        @Nullable Months months) {

    /**
     * Which entries of a directory, or events of a calendar, a block shows.
     *
     * @param filter the value that an event must have, by the name of the field; also {@code town} and {@code venue}
     */
    public record Entries(KindName directory, Order order, int most, SortedMap<String, String> filter) {

        public Entries {
            filter = Collections.unmodifiableSortedMap(new TreeMap<>(filter));
        }

        /** Any of them. */
        public Entries(KindName directory, Order order, int most) {
            this(directory, order, most, Collections.emptySortedMap());
        }
    }

    /**
     * Months of a calendar.
     *
     * @param from the first of them
     * @param until the last of them
     */
    public record Months(YearMonth from, YearMonth until) {

        /** True when some of these days is in one of the months. */
        public boolean hasAny(LocalDate first, LocalDate last) {
            return !last.isBefore(from.atDay(1)) && !first.isAfter(until.atEndOfMonth());
        }
    }

    /** How entries are chosen. */
    public enum Order {
        /** Those that are named. */
        CHOSEN,
        NEWEST,
        /** By the distance from the one that is named, or else from what the page shows. */
        NEAREST,
        /** Others each day, the same for all readers. */
        DAILY,
        /** Events with their next dates, the earliest first. */
        COMING;

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
        this(kind, spot, language, place, title, text, target, picture, fromAt, untilAt, null, null, null);
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
                kind,
                spot,
                language,
                otherPlace,
                title,
                text,
                target,
                picture,
                fromAt,
                untilAt,
                entries,
                branch,
                months);
    }

    /** The same block that shows these entries. */
    public Block withEntries(@Nullable Entries shown) {
        return new Block(
                kind, spot, language, place, title, text, target, picture, fromAt, untilAt, shown, branch, months);
    }

    /** The same block with these texts and this target. */
    public Block with(String newTitle, String newText, String newTarget) {
        return new Block(
                kind, spot, language, place, newTitle, newText, newTarget, picture, fromAt, untilAt, entries, branch,
                months);
    }
}
