package org.herald.site.directory;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.geo.Distance;
import org.herald.model.geo.Point;
import org.herald.model.kind.FilterValue;
import org.herald.model.kind.Kind;
import org.herald.model.kind.TextType;
import org.herald.site.directory.Found.Hit;
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
        private @Nullable Point point; // comes after the entry, with its values

        Slot(Entry entry) {
            this.entry = entry;
            this.folded = " " + String.join(" ", Folding.words(entry.headline()));
        }

        /** Empty, which is before all others, where it has none. */
        String sort(String field) {
            var own = values.get(field);
            return own == null ? "" : own.getFirst().sort();
        }
    }

    private final @Nullable String place;
    private final Collator collator;
    private final Set<String> texts; // the fields that sort as the language does
    private final List<@Nullable Slot> slots = new ArrayList<>();
    private final ArrayDeque<Integer> free = new ArrayDeque<>();
    private final Map<ItemId, Integer> bySlot = new HashMap<>();
    private final RoaringBitmap all = new RoaringBitmap();
    private final Map<String, Map<String, RoaringBitmap>> sets = new HashMap<>();
    private final Map<String, int[]> ranks =
            new HashMap<>(); // by order, the rank of each slot; forgotten with each change

    Entries(Kind kind, Language language) {
        this.place = kind.place().map(field -> field.name()).orElse(null);
        this.texts = kind.fields().stream()
                .filter(field -> field.type() instanceof TextType)
                .map(field -> field.name())
                .collect(Collectors.toSet());
        this.collator =
                Collator.getInstance(ULocale.forLanguageTag(language.tag())).freeze();
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
        ranks.clear();
    }

    void add(Value value) {
        Integer number = bySlot.get(value.entry());
        if (number == null) {
            return;
        }
        Slot slot = slot(number);
        slot.values.computeIfAbsent(value.field(), _ -> new ArrayList<>(1)).add(value.value());
        if (value.field().equals(place)) {
            slot.point = Point.typed(value.value().value()).orElse(null);
        } else {
            sets.computeIfAbsent(value.field(), _ -> new HashMap<>())
                    .computeIfAbsent(value.value().value(), _ -> new RoaringBitmap())
                    .add(number);
        }
        ranks.clear();
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
        all.remove(number);
        free.add(number);
        ranks.clear();
    }

    /** Where the entry with this headline is that has a position: the very one, or else the first that begins with it. */
    Optional<Placed> named(List<String> words) {
        String folded = " " + String.join(" ", words);
        return IntStream.of(all.toArray())
                .mapToObj(this::slot)
                .filter(slot -> slot.point != null && slot.folded.startsWith(folded))
                .min(Comparator.comparingInt((Slot slot) -> slot.folded.length())
                        .thenComparing(slot -> slot.entry.headline()))
                .map(Entries::placed);
    }

    /** The nearest ones that have a place; none around an entry that has none. */
    List<Neighbour> around(ItemId id, int most) {
        Integer number = bySlot.get(id);
        Point center = number == null ? null : slot(number).point;
        return center == null
                ? List.of()
                : IntStream.of(all.toArray())
                        .filter(other -> !slot(other).entry.id().equals(id))
                        .mapToObj(this::slot)
                        .filter(slot -> slot.point != null)
                        .map(slot -> new Neighbour(
                                placed(slot), Distance.between(center, Objects.requireNonNull(slot.point))))
                        .sorted(Comparator.comparing(Neighbour::distance)
                                .thenComparingLong(each -> each.entry().id().value()))
                        .limit(most)
                        .toList();
    }

    Found find(Selection selection, List<String> counted, int from, int most) {
        var chosen = new HashMap<String, RoaringBitmap>();
        selection.values().forEach((field, values) -> chosen.put(field, union(field, values)));
        RoaringBitmap rest = rest(selection);
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
        int[] ordered = ordered(found, selection);
        var page = IntStream.of(ordered)
                .skip(from)
                .limit(most)
                .mapToObj(number -> hit(slot(number), selection.near()))
                .toList();
        var places = IntStream.of(ordered)
                .mapToObj(this::slot)
                .filter(slot -> slot.point != null)
                .map(Entries::placed)
                .toList();
        return new Found(all.getCardinality(), ordered.length, page, counts, places);
    }

    private static Placed placed(Slot slot) {
        return new Placed(
                slot.entry.id(), slot.entry.headline(), slot.entry.path(), Objects.requireNonNull(slot.point));
    }

    private static Hit hit(Slot slot, @Nullable Point near) {
        return new Hit(
                slot.entry.id(),
                slot.point,
                near == null || slot.point == null ? null : Distance.between(near, slot.point));
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
            String field = range.getKey();
            left = keep(
                    left, number -> isIn(range.getValue(), slot(number).values.get(field)));
        }
        for (String word : selection.words()) {
            left = keep(left, number -> slot(number).folded.contains(" " + word));
        }
        var within = selection.within();
        if (within != null) {
            left = keep(left, number -> {
                Point point = slot(number).point;
                return point != null && within.test(point);
            });
        }
        return left;
    }

    /** A span, as of years, is in a range that it touches. */
    private static boolean isIn(Selection.Range range, @Nullable List<FilterValue> values) {
        String least = range.least();
        String most = range.most();
        return values != null
                && (least == null || values.getLast().sort().compareTo(least) >= 0)
                && (most == null || values.getFirst().sort().compareTo(most) <= 0);
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

    /** The slots in the reader's order: the nearest first when there is a point, those without a position last. */
    private int[] ordered(RoaringBitmap found, Selection selection) {
        int[] rank = ranks.computeIfAbsent(selection.order(), this::rank);
        Point near = selection.near();
        if (near == null) {
            // as one number, so that no object is made for each entry
            return found.stream()
                    .mapToLong(number -> ((long) rank[number] << 32) | number)
                    .sorted()
                    .mapToInt(each -> (int) each)
                    .toArray();
        }
        record Far(int number, double metres, int rank) {}
        return found.stream()
                .mapToObj(number -> {
                    Point point = slot(number).point;
                    double metres = point == null
                            ? Double.MAX_VALUE
                            : Distance.between(near, point).metres();
                    return new Far(number, metres, rank[number]);
                })
                .sorted(Comparator.comparingDouble(Far::metres).thenComparingInt(Far::rank))
                .mapToInt(Far::number)
                .toArray();
    }

    /** Which place each slot has in an order; entries without the field come last. */
    private int[] rank(String order) {
        Comparator<Integer> byHeadline = Comparator.comparing(
                        (Integer number) -> slot(number).entry.headline(), collator::compare)
                .thenComparingLong(number -> slot(number).entry.id().value());
        Comparator<Integer> by = switch (order) {
            case "headline" -> byHeadline;
            case "newest" ->
                Comparator.comparing((Integer number) -> slot(number).entry.publishedAt())
                        .reversed()
                        .thenComparing(byHeadline);
            default ->
                Comparator.comparing(
                                (Integer number) -> slot(number).sort(order).isEmpty())
                        .thenComparing(
                                number -> slot(number).sort(order),
                                texts.contains(order) ? collator::compare : Comparator.<String>naturalOrder())
                        .thenComparing(byHeadline);
        };
        Integer[] numbers = IntStream.of(all.toArray()).boxed().toArray(Integer[]::new);
        Arrays.sort(numbers, by);
        int[] rank = new int[slots.size()];
        for (int i = 0; i < numbers.length; i++) {
            rank[numbers[i]] = i;
        }
        return rank;
    }

    private Slot slot(int number) {
        return Objects.requireNonNull(slots.get(number), "a slot without an entry");
    }
}
