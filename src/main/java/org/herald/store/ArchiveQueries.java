package org.herald.store;

import static org.herald.store.schema.Tables.ASSET;
import static org.herald.store.schema.Tables.LISTING;
import static org.herald.store.schema.Tables.LIVE;
import static org.herald.store.schema.Tables.TALLY;
import static org.jooq.impl.DSL.inline;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.herald.model.Language;
import org.herald.model.ListKey;
import org.herald.model.LiveItem;
import org.herald.model.PageKey;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectLimitStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a list of articles, newest first. No question here costs more the longer the list is: where a page
 * begins is found by the tallies of years, months and days, not by walking the rows before it.
 */
public final class ArchiveQueries {

    private static final PageKey[] NAMED_BY_CALLERS = {};

    private final Database database;

    public ArchiveQueries(Database database) {
        this.database = database;
    }

    /** The newest items of each list, in one statement; a list without items has an empty entry. */
    public Map<ListKey, List<LiveItem>> newest(Map<ListKey, Integer> counts, Language language) {
        var found = new LinkedHashMap<ListKey, List<LiveItem>>();
        counts.keySet().forEach(list -> found.put(list, new ArrayList<>()));
        Select<Record> union = null;
        for (var entry : counts.entrySet()) {
            var part = DSL.select(DSL.asterisk())
                    .from(items(entry.getKey(), language, DSL.noCondition())
                            .limit(inline(entry.getValue()))
                            .asTable("part"));
            union = union == null ? part : union.unionAll(part);
        }
        if (union == null) {
            return found;
        }
        database.note(counts.keySet().stream()
                .map(list -> PageKey.list(list, language))
                .toList());
        for (Record row : database.reading(PageKey.list(ListKey.ALL, language)).fetch(union)) {
            found.computeIfAbsent(new ListKey(row.get(LISTING.LIST)), list -> new ArrayList<>())
                    .add(Rows.liveItem(row));
        }
        return found;
    }

    /** The newest items of one list. */
    public List<LiveItem> newest(ListKey list, Language language, int count) {
        return database.reading(PageKey.list(list, language))
                .fetch(items(list, language, DSL.noCondition()).limit(inline(count)))
                .map(Rows::liveItem);
    }

    /** The items of one day of a list, at most so many. */
    public List<LiveItem> on(LocalDate day, ListKey list, Language language, int count) {
        return database.reading(PageKey.month(list, language, YearMonth.from(day)))
                .fetch(items(list, language, LISTING.PUBLISHED_DAY.eq(day.toString()))
                        .limit(inline(count)))
                .map(Rows::liveItem);
    }

    /** The items of one month of a list, at most so many. */
    public List<LiveItem> in(YearMonth month, ListKey list, Language language, int count) {
        return database.reading(PageKey.month(list, language, month))
                .fetch(items(
                                list,
                                language,
                                LISTING.PUBLISHED_DAY.between(
                                        month.atDay(1).toString(),
                                        month.atEndOfMonth().toString()))
                        .limit(inline(count)))
                .map(Rows::liveItem);
    }

    /** How many stories a list has in each month that has any. */
    public Months months(ListKey list, Language language) {
        var months = new TreeMap<YearMonth, Long>();
        database.reading(PageKey.months(list, language))
                .select(TALLY.SPAN, TALLY.STORIES)
                .from(TALLY)
                .where(TALLY.LIST.eq(list.value()), TALLY.LANGUAGE.eq(language.tag()))
                .and(TALLY.UNIT.eq(LiveWrites.MONTH))
                .forEach(row -> months.put(YearMonth.parse(row.value1()), row.value2()));
        return new Months(list, language, months, database::note);
    }

    /**
     * What a list has in some languages.
     *
     * @param months by language; a language in which the list is empty is left out
     * @param onDay the languages with stories on the day that was asked about
     */
    public record Languages(Map<Language, Months> months, Set<Language> onDay) {}

    /**
     * How many stories a list has in each month in several languages, in one statement.
     *
     * @param day about which is asked, too; null for none
     */
    public Languages languages(ListKey list, Collection<Language> languages, @Nullable LocalDate day) {
        if (languages.isEmpty()) {
            return new Languages(Map.of(), Set.of());
        }
        var isAsked = TALLY.UNIT.eq(LiveWrites.MONTH);
        var counts = new HashMap<Language, SortedMap<YearMonth, Long>>();
        var onDay = new HashSet<Language>();
        database.reading(keys(list, languages, day))
                .select(TALLY.LANGUAGE, TALLY.UNIT, TALLY.SPAN, TALLY.STORIES)
                .from(TALLY)
                .where(TALLY.LIST.eq(list.value()))
                .and(TALLY.LANGUAGE.in(languages.stream().map(Language::tag).toList()))
                .and(
                        day == null
                                ? isAsked
                                : isAsked.or(TALLY.UNIT.eq(LiveWrites.DAY).and(TALLY.SPAN.eq(day.toString()))))
                .forEach(row -> {
                    var language = new Language(row.value1());
                    if (row.value2().equals(LiveWrites.DAY)) {
                        onDay.add(language);
                    } else {
                        counts.computeIfAbsent(language, _ -> new TreeMap<>())
                                .put(YearMonth.parse(row.value3()), row.value4());
                    }
                });
        var months = new HashMap<Language, Months>();
        counts.forEach(
                (language, ofLanguage) -> months.put(language, new Months(list, language, ofLanguage, database::note)));
        return new Languages(months, onDay);
    }

    private static PageKey[] keys(ListKey list, Collection<Language> languages, @Nullable LocalDate day) {
        var keys = new ArrayList<PageKey>();
        for (Language language : languages) {
            keys.add(PageKey.months(list, language));
            if (day != null) {
                keys.add(PageKey.days(list, language, YearMonth.from(day)));
            }
        }
        return keys.toArray(PageKey[]::new);
    }

    /** How many stories a list has on each day of the month that has any. */
    public SortedMap<LocalDate, Long> days(YearMonth month, ListKey list, Language language) {
        database.note(Set.of(PageKey.days(list, language, month)));
        return days(month.atDay(1), month.atEndOfMonth(), list, language);
    }

    /** How many stories a list has on each day of the year that has any. */
    public SortedMap<LocalDate, Long> days(Year year, ListKey list, Language language) {
        database.note(Set.of(PageKey.year(list, language, year)));
        return days(year.atDay(1), year.atMonth(12).atEndOfMonth(), list, language);
    }

    private SortedMap<LocalDate, Long> days(LocalDate first, LocalDate last, ListKey list, Language language) {
        var days = new TreeMap<LocalDate, Long>();
        database.reading(NAMED_BY_CALLERS)
                .select(TALLY.SPAN, TALLY.STORIES)
                .from(TALLY)
                .where(TALLY.LIST.eq(list.value()), TALLY.LANGUAGE.eq(language.tag()))
                .and(TALLY.UNIT.eq(LiveWrites.DAY))
                .and(TALLY.SPAN.between(first.toString(), last.toString()))
                .forEach(row -> days.put(LocalDate.parse(row.value1()), row.value2()));
        return days;
    }

    /**
     * The items of a numbered page, newest first. Pages are counted from the oldest item, so that a page keeps its
     * number and its items when newer ones come.
     *
     * @param number 1 for the oldest page
     * @param months what {@link #months} answered for this list
     * @return nothing when there is no such page
     */
    public List<LiveItem> page(ListKey list, Language language, Months months, long number, int size) {
        if (number < 1 || number - 1 > (months.total() - 1) / size || months.isEmpty()) {
            return List.of();
        }
        long newestOrdinal = Math.min(number * size, months.total());
        long oldestOrdinal = (number - 1) * size + 1;
        var month = months.holding(newestOrdinal);
        var days = days(month.month(), list, language);
        long before = month.before();
        LocalDate day = month.month().atDay(1);
        for (var entry : days.entrySet()) {
            day = entry.getKey();
            if (before + entry.getValue() >= newestOrdinal) {
                break;
            }
            before += entry.getValue();
        }
        long skip = before + days.getOrDefault(day, 0L) - newestOrdinal;
        return database.reading(PageKey.list(list, language))
                .fetch(items(list, language, LISTING.PUBLISHED_DAY.le(day.toString()))
                        .limit(inline(newestOrdinal - oldestOrdinal + 1))
                        .offset(skip))
                .map(Rows::liveItem);
    }

    private static SelectLimitStep<Record> items(ListKey list, Language language, Condition span) {
        return DSL.select(Rows.LIVE_FIELDS)
                .select(LISTING.LIST)
                .from(LISTING)
                .join(LIVE)
                .on(LIVE.ITEM_ID.eq(LISTING.ITEM_ID))
                .leftJoin(ASSET)
                .on(ASSET.ID.eq(LIVE.PICTURE_ID))
                .where(LISTING.LIST.eq(list.value()), LISTING.LANGUAGE.eq(language.tag()))
                .and(span)
                .orderBy(LISTING.PUBLISHED_DAY.desc(), LISTING.PUBLISHED_AT.desc(), LISTING.ITEM_ID.desc());
    }
}
