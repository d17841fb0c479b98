package org.herald.site.directory;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.geo.Distance;
import org.herald.model.geo.Point;
import org.herald.model.kind.FilterValue;
import org.herald.model.kind.Kind;
import org.herald.model.kind.KindName;
import org.herald.model.kind.OpeningClock;
import org.herald.model.kind.OpeningHours;
import org.herald.model.kind.TextType;
import org.herald.site.directory.Found.Hit;
import org.herald.site.directory.Found.Listed;
import org.herald.site.directory.Found.Neighbour;
import org.herald.site.directory.Found.Placed;
import org.herald.store.DirectoryQueries.Entry;
import org.herald.store.DirectoryQueries.Value;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.IntConsumer;
import org.roaringbitmap.RoaringBitmap;

/**
 * The entries of one kind in one language. Each stands in a slot; for each value of a field there is the set of the slots
 * that have it. Used by one thread at a time.
 */
final class Entries {

    /** An entry and what it is found by. */
    private static final class Slot {

        private final Entry entry;
        private final String folded; // each word of the headline after a space
        private final Map<String, List<FilterValue>> values = new HashMap<>();

        Slot(Entry entry) {
            this.entry = entry;
            this.folded = " " + String.join(" ", Folding.words(entry.headline()));
        }

        /** The lowest of its values as they sort; empty where it has none. */
        String first(String field) {
            var own = values.get(field);
            return own == null ? "" : own.getFirst().sort();
        }

        /** The highest of them. */
        String last(String field) {
            var own = values.get(field);
            return own == null ? "" : own.getLast().sort();
        }
    }

    private final KindName kind;
    private final @Nullable String place;
    private final Collator collator;
    private final Set<String> texts; // the fields that sort as the language does
    private final OpenDay openDay;
    private final List<@Nullable Slot> slots = new ArrayList<>();
    private final ArrayDeque<Integer> free = new ArrayDeque<>();
    private final Map<ItemId, Integer> bySlot = new HashMap<>();
    private final RoaringBitmap all = new RoaringBitmap();
    private final Map<String, Map<String, RoaringBitmap>> sets = new HashMap<>();
    private final Positions positions = new Positions();
    private final Map<String, Ordering> orderings = new HashMap<>(); // those that were asked for
    private final RoaringBitmap changed = new RoaringBitmap(); // what they do not know yet

    Entries(Kind kind, Language language, OpeningClock clock) {
        this.openDay = new OpenDay(clock);
        this.kind = kind.name();
        this.place = kind.place().map(field -> field.name()).orElse(null);
        this.texts = kind.fields().stream()
                .filter(field -> field.type() instanceof TextType)
                .map(field -> field.name())
                .collect(Collectors.toSet());
        this.collator =
                Collator.getInstance(ULocale.forLanguageTag(language.tag())).freeze();
    }

    KindName kind() {
        return kind;
    }

    void add(Entry entry) {
        remove(entry.id());
        Integer slot = free.poll();
        if (slot == null) {
            slot = slots.size();
            slots.add(null);
        }
        slots.set(slot, new Slot(entry));
        bySlot.put(entry.id(), slot);
        all.add(slot);
        changed.add(slot);
    }

    void add(Value value) {
        Integer number = bySlot.get(value.entry());
        if (number == null) {
            return;
        }
        Slot slot = slot(number);
        slot.values.computeIfAbsent(value.field(), _ -> new ArrayList<>(1)).add(value.value());
        if (value.field().equals(place)) {
            Point.typed(value.value().value())
                    .ifPresent(point ->
                            positions.put(number, new MapEntry(slot.entry.headline(), slot.entry.path(), point)));
        } else {
            sets.computeIfAbsent(value.field(), _ -> new HashMap<>())
                    .computeIfAbsent(value.value().value(), _ -> new RoaringBitmap())
                    .add(number);
        }
        changed.add(number);
    }

    /** When an entry is open. */
    void add(ItemId entry, OpeningHours hours) {
        Optional.ofNullable(bySlot.get(entry)).ifPresent(number -> openDay.add(number, hours));
    }

    void remove(ItemId id) {
        Integer number = bySlot.remove(id);
        if (number == null) {
            return;
        }
        slot(number).values.forEach((field, values) -> {
            var ofField = sets.getOrDefault(field, Map.of());
            values.forEach(value -> {
                var set = ofField.get(value.value());
                if (set != null) {
                    set.remove(number);
                    if (set.isEmpty()) {
                        ofField.remove(value.value());
                    }
                }
            });
        });
        slots.set(number, null);
        openDay.remove(number);
        all.remove(number);
        positions.remove(number);
        free.add(number);
        changed.add(number);
    }

    /** Where the entry with this headline is that has a position: the very one, or else the first that begins with it. */
    Optional<Placed> named(List<String> words) {
        String folded = " " + String.join(" ", words);
        return IntStream.of(all.toArray())
                .filter(number ->
                        positions.get(number) != null && slot(number).folded.startsWith(folded))
                .boxed()
                .min(Comparator.comparingInt(
                                (Integer number) -> slot(number).folded.length())
                        .thenComparing(number -> slot(number).entry.headline()))
                .flatMap(this::placed);
    }

    /** The nearest ones that have a place; none around an entry that has none. */
    List<Neighbour> around(ItemId id, int most) {
        return place(id).map(center -> near(center, id, most)).orElse(List.of());
    }

    /** The nearest to a point, without this item. */
    List<Neighbour> near(Point center, ItemId without, int most) {
        var others = all.clone();
        Integer own = bySlot.get(without);
        if (own != null) {
            others.remove(own);
        }
        return IntStream.of(positions.nearest(
                        others, center, most, other -> slot(other).entry.id().value()))
                .boxed()
                .flatMap(other -> placed(other).stream())
                .map(each -> new Neighbour(each, Distance.between(center, each.point())))
                .toList();
    }

    /** Where an entry is. */
    Optional<Point> place(ItemId id) {
        return Optional.ofNullable(bySlot.get(id)).flatMap(number -> Optional.ofNullable(point(number)));
    }

    Optional<Listed> listed(ItemId id) {
        return Optional.ofNullable(bySlot.get(id)).map(number -> listed(slot(number)));
    }

    /** The first in an order. */
    List<Listed> first(String order, int most) {
        Ordering ordering = ordering(order, () -> by(order));
        return all.stream()
                .boxed()
                .sorted(Comparator.comparingInt(ordering::rank))
                .limit(most)
                .map(number -> listed(slot(number)))
                .toList();
    }

    /** Some that are others on each day, and the same for all who ask on it, in whatever language. */
    List<Listed> daily(LocalDate day, int most) {
        long seed = day.toEpochDay();
        return all.stream()
                .mapToObj(this::slot)
                .sorted(Comparator.comparingLong(
                                (Slot slot) -> mixed(slot.entry.group().value() + (seed << 32)))
                        .thenComparingLong(slot -> slot.entry.group().value()))
                .limit(most)
                .map(Entries::listed)
                .toList();
    }

    /** Each bit of the result depends on each of the number: the finalizer of SplitMix64. */
    private static long mixed(long number) {
        long one = (number ^ (number >>> 30)) * 0xbf58476d1ce4e5b9L;
        long two = (one ^ (one >>> 27)) * 0x94d049bb133111ebL;
        return two ^ (two >>> 31);
    }

    private static Listed listed(Slot slot) {
        return new Listed(slot.entry.id(), slot.entry.headline(), slot.entry.path());
    }

    Found find(Selection selection, List<String> counted, int from, int most) {
        var chosen = new HashMap<String, RoaringBitmap>();
        selection.values().forEach((field, values) -> chosen.put(field, union(field, values)));
        RoaringBitmap anyDay = rest(selection);
        var today = selection.today();
        RoaringBitmap open = today == null ? new RoaringBitmap() : openDay.on(today);
        RoaringBitmap rest = selection.isOpenToday() ? RoaringBitmap.and(anyDay, open) : anyDay;
        RoaringBitmap found = and(rest, chosen, "");
        var counts = new LinkedHashMap<String, Map<String, Integer>>();
        for (String field : counted) {
            RoaringBitmap others = chosen.containsKey(field) ? and(rest, chosen, field) : found;
            var ofField = new TreeMap<String, Integer>();
            sets.getOrDefault(field, Map.of()).forEach((value, set) -> {
                int count = RoaringBitmap.andCardinality(others, set);
                if (count > 0) {
                    ofField.put(value, count);
                }
            });
            counts.put(field, ofField);
        }
        Ordering order = ordering(selection.order(), () -> by(selection.order()));
        Point near = selection.near();
        if (near != null) {
            order = Ordering.of(positions.byDistance(found, near, order));
        }
        var page = IntStream.of(order.of(found, from, most))
                .mapToObj(number -> hit(number, near))
                .toList();
        return new Found(
                all.getCardinality(),
                found.getCardinality(),
                page,
                counts,
                positions.of(found, order::rank),
                RoaringBitmap.andCardinality(and(anyDay, chosen, ""), open));
    }

    private Optional<Placed> placed(int number) {
        return Optional.ofNullable(positions.get(number))
                .map(place -> new Placed(slot(number).entry.id(), place.name(), place.address(), place.place()));
    }

    private Hit hit(int number, @Nullable Point near) {
        Point point = point(number);
        return new Hit(
                slot(number).entry.id(), point, near == null || point == null ? null : Distance.between(near, point));
    }

    private @Nullable Point point(int number) {
        MapEntry place = positions.get(number);
        return place == null ? null : place.place();
    }

    private RoaringBitmap union(String field, List<String> values) {
        var ofField = sets.getOrDefault(field, Map.of());
        return RoaringBitmap.or(
                values.stream().map(ofField::get).filter(Objects::nonNull).toArray(RoaringBitmap[]::new));
    }

    /** What the choices of values leave, but for those of one field. */
    private static RoaringBitmap and(RoaringBitmap rest, Map<String, RoaringBitmap> chosen, String without) {
        RoaringBitmap left = rest;
        for (var each : chosen.entrySet()) {
            if (!each.getKey().equals(without)) {
                left = RoaringBitmap.and(left, each.getValue());
            }
        }
        return left;
    }

    /** What ranges, words and the part of the map leave. */
    private RoaringBitmap rest(Selection selection) {
        RoaringBitmap left = all;
        for (var range : selection.ranges().entrySet()) {
            left = inRange(left, range.getKey(), range.getValue());
        }
        for (String word : selection.words()) {
            String beginning = " " + word;
            left = keep(left, number -> slot(number).folded.contains(beginning));
        }
        var within = selection.within();
        if (within != null) {
            left = keep(left, number -> {
                Point point = point(number);
                return point != null && within.test(point);
            });
        }
        return left;
    }

    /** A span, as of years, is in a range that it touches: it ends after the beginning and begins before the end. */
    private RoaringBitmap inRange(RoaringBitmap of, String field, Selection.Range range) {
        Ordering ends = ordering("last:" + field, () -> byValue(slot -> slot.last(field), Comparator.naturalOrder()));
        String least = range.least();
        int from = least == null ? 0 : ends.count(number -> isBelow(slot(number).last(field), least));
        int until = ends.count(number -> !slot(number).last(field).isEmpty());
        Ordering beginnings =
                ordering("first:" + field, () -> byValue(slot -> slot.first(field), Comparator.naturalOrder()));
        String most = range.most();
        int begun = most == null
                ? until
                : beginnings.count(number -> isWithin(slot(number).first(field), most));
        return keep(
                of,
                number -> beginnings.rank(number) < begun && ends.rank(number) >= from && ends.rank(number) < until);
    }

    private static boolean isBelow(String value, String least) {
        return !value.isEmpty() && value.compareTo(least) < 0;
    }

    private static boolean isWithin(String value, String most) {
        return !value.isEmpty() && value.compareTo(most) <= 0;
    }

    private static RoaringBitmap keep(RoaringBitmap of, IntPredicate which) {
        var kept = new RoaringBitmap();
        of.forEach((IntConsumer) number -> {
            if (which.test(number)) {
                kept.add(number);
            }
        });
        return kept;
    }

    /** An order as it is after all changes. */
    private Ordering ordering(String name, Supplier<Comparator<Integer>> by) {
        if (!changed.isEmpty()) {
            orderings.values().forEach(each -> each.follow(changed, all));
            changed.clear();
        }
        return orderings.computeIfAbsent(name, _ -> {
            var ordering = new Ordering(by.get());
            ordering.follow(all, all);
            return ordering;
        });
    }

    private Comparator<Integer> by(String order) {
        return switch (order) {
            case "headline" -> byHeadline();
            case "newest" ->
                Comparator.comparing((Integer number) -> slot(number).entry.publishedAt())
                        .reversed()
                        .thenComparing(byHeadline());
            default ->
                byValue(
                        slot -> slot.first(order),
                        texts.contains(order) ? collator::compare : Comparator.naturalOrder());
        };
    }

    private Comparator<Integer> byHeadline() {
        return Comparator.comparing((Integer number) -> slot(number).entry.headline(), collator::compare)
                .thenComparingLong(number -> slot(number).entry.id().value());
    }

    /** Entries without a value come last. */
    private Comparator<Integer> byValue(Function<Slot, String> value, Comparator<String> by) {
        return Comparator.comparing(
                        (Integer number) -> value.apply(slot(number)).isEmpty())
                .thenComparing(number -> value.apply(slot(number)), by)
                .thenComparing(byHeadline());
    }

    private Slot slot(int number) {
        return Objects.requireNonNull(slots.get(number), "a slot without an entry");
    }
}
