package org.herald.site.directory;

import static java.util.Objects.requireNonNull;
import static org.herald.testing.Cast.ENGLISH;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.herald.config.KindFiles;
import org.herald.model.GroupId;
import org.herald.model.ItemId;
import org.herald.model.geo.Distance;
import org.herald.model.geo.Point;
import org.herald.model.kind.FilterValue;
import org.herald.model.kind.Holidays;
import org.herald.model.kind.Kind;
import org.herald.model.kind.KindName;
import org.herald.model.kind.Labels;
import org.herald.model.kind.OpeningClock;
import org.herald.store.DirectoryQueries;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The entries of one kind and language, while they come, change and go. */
final class EntriesTest {

    private static final KindName SIGHT = new KindName("sight");
    private static final Instant NOW = Instant.parse("2026-07-02T09:00:00Z");
    private static final Kind KIND = KindFiles.parse("""
        {"kind": "sight", "names": {"en": {"one": "Sight", "many": "Sights"}}, "stands": "directory", "fields": {
        "built": {"type": "year", "sort": "on", "filter": "range"}, "place": {"type": "coordinates"}}}""");

    /** Ranges, regions, words and orders of random choices, while entries come, change and go, beside going through all. */
    @Test
    void whatIsFoundIsWhatGoingThroughAllFinds() {
        record Sight(
                long id, String name, int built, @Nullable Point point) {}
        var language = ENGLISH;
        var entries = new Entries(KIND, language, clock());
        var all = new TreeMap<Long, Sight>();
        var random = new SplittableRandom(3);
        for (int round = 0; round < 300; round++) {
            for (int change = random.nextInt(40); change >= 0; change--) {
                long id = random.nextInt(400);
                boolean isGone = random.nextInt(4) == 0;
                int built = random.nextInt(3) == 0 ? 0 : 1500 + random.nextInt(80);
                var point = random.nextInt(5) == 0
                        ? null
                        : new Point(random.nextInt(5000, 5600) / 100.0, random.nextInt(2300, 3300) / 100.0);
                var sight = new Sight(id, pick(random, "Old ", "New ") + random.nextInt(50), built, point);
                if (isGone) {
                    entries.remove(new ItemId(id));
                    all.remove(id);
                    continue;
                }
                all.put(id, sight);
                entries.add(new DirectoryQueries.Entry(
                        new ItemId(id),
                        new GroupId(id),
                        SIGHT,
                        language,
                        "/" + id,
                        sight.name(),
                        Instant.ofEpochSecond(id % 7)));
                if (built > 0) {
                    entries.add(new DirectoryQueries.Value(
                            new ItemId(id), "built", new FilterValue(String.valueOf(built), sort(built))));
                }
                if (point != null) {
                    entries.add(new DirectoryQueries.Value(
                            new ItemId(id), "place", new FilterValue(point.latitude() + ", " + point.longitude(), "")));
                }
            }
            int least = random.nextInt(1490, 1590);
            int most = least + random.nextInt(60);
            boolean isRanged = random.nextBoolean();
            String word = pick(random, "", "old", "1");
            double south = 50 + random.nextDouble() * 6;
            boolean isSouth = random.nextInt(3) == 0;
            Point near = random.nextBoolean() ? null : new Point(53, 27.5);
            String order = pick(random, "headline", "newest", "built");
            var found = entries.find(
                    new Selection(
                            Map.of(),
                            isRanged ? Map.of("built", new Selection.Range(sort(least), sort(most))) : Map.of(),
                            word.isEmpty() ? List.of() : List.of(word),
                            isSouth ? point -> point.latitude() < south : null,
                            near,
                            order),
                    List.of(),
                    0,
                    1000);

            var byHeadline = Comparator.comparing(Sight::name, Collator.getInstance(ULocale.ENGLISH)::compare)
                    .thenComparingLong(Sight::id);
            var byOrder = switch (order) {
                case "newest" ->
                    Comparator.comparingLong((Sight sight) -> sight.id() % 7)
                            .reversed()
                            .thenComparing(byHeadline);
                case "built" ->
                    Comparator.comparing((Sight sight) -> sight.built() == 0)
                            .thenComparingInt(Sight::built)
                            .thenComparing(byHeadline);
                default -> byHeadline;
            };
            var byAll = near == null
                    ? byOrder
                    : Comparator.comparingDouble((Sight sight) -> away(near, sight.point()))
                            .thenComparing(byOrder);
            assertEquals(
                    all.values().stream()
                            .filter(sight -> !isRanged || (sight.built() >= least && sight.built() <= most))
                            .filter(sight -> (" " + sight.name().toLowerCase(Locale.ROOT)).contains(" " + word))
                            .filter(sight -> !isSouth
                                    || (sight.point() != null && sight.point().latitude() < south))
                            .sorted(byAll)
                            .map(Sight::id)
                            .toList(),
                    found.page().stream().map(hit -> hit.id().value()).toList(),
                    "round " + round);
            assertEquals(
                    found.page().stream()
                            .filter(hit -> hit.point() != null)
                            .map(hit -> "/" + hit.id())
                            .toList(),
                    found.places().inOrder().stream().map(MapEntry::address).toList());
            for (Sight own : all.values().stream().limit(3).toList()) {
                Point center = own.point();
                assertEquals(
                        center == null
                                ? List.of()
                                : all.values().stream()
                                        .filter(sight -> sight.id() != own.id() && sight.point() != null)
                                        .map(sight -> away(center, sight.point()))
                                        .sorted()
                                        .limit(12)
                                        .toList(),
                        entries.around(new ItemId(own.id()), 12).stream()
                                .map(each -> away(
                                        requireNonNull(center), each.entry().point()))
                                .toList());
            }
        }
    }

    /** In whole millimetres: points that are as far may differ by what a number holds. */
    private static double away(Point from, @Nullable Point to) {
        return to == null
                ? Double.MAX_VALUE
                : Math.rint(Distance.between(from, to).metres() * 1000);
    }

    private static String pick(SplittableRandom random, String... words) {
        return words[random.nextInt(words.length)];
    }

    private static String sort(int year) {
        return FilterValue.sort(BigDecimal.valueOf(year));
    }

    private static OpeningClock clock() {
        return new OpeningClock(
                () -> NOW, ZoneId.of("Europe/Minsk"), new Holidays(Map.of(MonthDay.of(7, 3), Labels.NONE), Map.of()));
    }
}
