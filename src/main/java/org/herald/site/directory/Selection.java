package org.herald.site.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.herald.model.geo.Point;
import org.jspecify.annotations.Nullable;

/**
 * What a reader chose of the entries of a kind.
 *
 * @param values by field, the values of which an entry has one; fields add up
 * @param ranges by field, in the form in which values sort
 * @param words beginnings of words of the headline, folded; an entry has all of them
 * @param within where entries must be; null for anywhere, and also those that are nowhere
 * @param near the point from which distances are measured, by which entries are then ordered; null for none
 * @param today the day of which it is counted how many are open; null when nobody asks
 * @param isOpenToday true for those alone that are open on that day
 * @param order {@code headline}, {@code newest} or a field
 */
public record Selection(
        Map<String, List<String>> values,
        Map<String, Range> ranges,
        List<String> words,
        @Nullable Predicate<Point> within,
        @Nullable Point near,
        @Nullable LocalDate today,
        boolean isOpenToday,
        String order) {

    /** From the first to the last, both included; null for no limit. */
    public record Range(@Nullable String least, @Nullable String most) {}

    public Selection {
        values = Map.copyOf(new TreeMap<>(values));
        ranges = Map.copyOf(ranges);
        words = List.copyOf(words);
    }

    /** Whatever the hours. */
    public Selection(
            Map<String, List<String>> values,
            Map<String, Range> ranges,
            List<String> words,
            @Nullable Predicate<Point> within,
            @Nullable Point near,
            String order) {
        this(values, ranges, words, within, near, null, false, order);
    }

    /** The same, where opening hours are counted by this day. */
    public Selection on(LocalDate day, boolean isOpenThen) {
        return new Selection(values, ranges, words, within, near, day, isOpenThen, order);
    }

    /** All entries in this order. */
    public static Selection all(String order) {
        return new Selection(Map.of(), Map.of(), List.of(), null, null, order);
    }
}
