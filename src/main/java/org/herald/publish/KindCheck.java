package org.herald.publish;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.herald.model.ItemId;
import org.herald.model.Principal;
import org.herald.model.kind.Conversion;
import org.herald.model.kind.Field;
import org.herald.model.kind.Fields;
import org.herald.model.kind.JsonValue;
import org.herald.model.kind.Kind;
import org.herald.model.kind.KindChange;
import org.herald.model.kind.KindName;
import org.herald.model.kind.Kinds;
import org.herald.store.KindQueries;
import org.herald.store.KindQueries.Head;

/** What changed declarations of kinds would do to the items there are, and does it. */
public final class KindCheck {

    /** Examples of each effect that are told. */
    public static final int MOST_TOLD = 20;

    private static final int AT_ONCE = 500;

    private final KindQueries queries;
    private final Kinds before;
    private final Now now;

    /**
     * The declarations as they are now.
     *
     * @param renamed the earlier names of fields by their names now
     * @param texts by which they are compared next time
     */
    public record Now(Kinds kinds, Map<KindName, Map<String, String>> renamed, Map<KindName, String> texts) {}

    /**
     * What a change does.
     *
     * @param items the items whose values it touches
     * @param examples some of them, with the values that would be lost
     */
    public record Effect(KindChange change, Weight weight, long items, List<Example> examples) {

        public Effect {
            examples = List.copyOf(examples);
        }
    }

    /** A value of an item. */
    public record Example(ItemId item, String language, String text) {}

    /** What becomes of the values. */
    public enum Weight {
        /** Nothing, or what the next publication asks for. */
        NOTE,
        /** They are written anew. */
        REWRITE,
        /** They are kept and no longer shown. */
        HIDE,
        /** They would be lost, or their items would be. */
        LOSE
    }

    /** All of it. */
    public record Report(List<Effect> effects, List<Blocker> blockers, List<ApplyKinds.Rewrite> rewrites) {

        /** True when the start may take the declarations as they are. */
        public boolean isHarmless() {
            return effects.stream().allMatch(effect -> effect.weight() == Weight.NOTE);
        }

        public boolean has(Weight weight) {
            return effects.stream().anyMatch(effect -> effect.weight() == weight);
        }
    }

    /** What must be done in the newsroom first: an item whose change waits, or drafts with values of a field. */
    public record Blocker(KindName kind, List<ItemId> waiting, long drafts) {}

    public KindCheck(KindQueries queries, Kinds before, Now now) {
        this.queries = queries;
        this.before = before;
        this.now = now;
    }

    public Report report() {
        var effects = new ArrayList<Effect>();
        var rewrites = new LinkedHashMap<ItemId, Fields>();
        var blockers = new ArrayList<Blocker>();
        var byKind = new LinkedHashMap<KindName, List<KindChange>>();
        KindChange.between(before, now.kinds(), now.renamed())
                .forEach(change -> byKind.computeIfAbsent(change.kind(), _ -> new ArrayList<>())
                        .add(change));
        byKind.forEach((kind, changes) -> {
            var tallies = changes.stream().map(Tally::new).toList();
            var waiting = new ArrayList<ItemId>();
            each(kind, head -> {
                Fields fields = head.fields();
                for (Tally tally : tallies) {
                    fields = tally.take(head, fields);
                }
                if (!fields.equals(head.fields())) {
                    rewrites.put(head.item(), fields);
                    if (head.isLive() && !head.isShown()) {
                        waiting.add(head.item());
                    }
                }
            });
            tallies.forEach(tally -> effects.add(tally.effect()));
            long drafts = drafts(kind, tallies);
            if (!waiting.isEmpty() || drafts > 0) {
                blockers.add(new Blocker(kind, List.copyOf(waiting), drafts));
            }
        });
        return new Report(
                List.copyOf(effects),
                List.copyOf(blockers),
                rewrites.entrySet().stream()
                        .map(each -> new ApplyKinds.Rewrite(each.getKey(), each.getValue()))
                        .toList());
    }

    /** Writes what the report says, in one transaction. */
    public int apply(CommandBus bus, Report report) {
        return bus.carryOut(Principal.OPERATOR, new ApplyKinds(now.texts(), report.rewrites(), following()))
                .orThrow();
    }

    /** The live items of kinds of which lists show or filter other fields than before. */
    private List<ItemId> following() {
        var items = new ArrayList<ItemId>();
        for (Kind kind : now.kinds().all()) {
            boolean isOther = before.find(kind.name())
                    .filter(earlier -> !listed(earlier).equals(listed(kind)))
                    .isPresent();
            if (isOther) {
                each(kind.name(), head -> {
                    if (head.isLive()) {
                        items.add(head.item());
                    }
                });
            }
        }
        return items;
    }

    /** What lists do with the fields of a kind. */
    private static List<Object> listed(Kind kind) {
        return kind.fields().stream()
                .<Object>map(field -> List.of(
                        field.name(), field.type(), field.filter(), field.isSort(), field.isCard(), field.isShared()))
                .sorted(Comparator.comparing(Object::toString))
                .toList();
    }

    /** The items that were edited since declarations were applied last, so that this cannot be taken back. */
    public static List<ItemId> editedSince(KindQueries queries) {
        return queries.rewritten().stream()
                .filter(each -> !each.isHead())
                .map(KindQueries.Rewritten::item)
                .toList();
    }

    /** Takes back what was applied last: the declarations before hold again, and the values are as they were. */
    public static int back(CommandBus bus, KindQueries queries) {
        var rewrites = queries.rewritten().stream()
                .map(each -> new ApplyKinds.Rewrite(each.item(), each.before()))
                .toList();
        return bus.carryOut(Principal.OPERATOR, new ApplyKinds(queries.declaredBefore(), rewrites, List.of()))
                .orThrow();
    }

    private void each(KindName kind, Consumer<Head> take) {
        var after = new ItemId(0);
        for (var some = queries.heads(kind, after, AT_ONCE);
                !some.isEmpty();
                some = queries.heads(kind, after, AT_ONCE)) {
            some.forEach(take);
            after = some.getLast().item();
        }
    }

    private long drafts(KindName kind, List<Tally> tallies) {
        var names = tallies.stream()
                .filter(tally -> tally.rewritten > 0)
                .flatMap(tally -> tally.field().stream())
                .map(Field::name)
                .toList();
        return names.isEmpty()
                ? 0
                : queries.drafts(kind).stream()
                        .filter(fields ->
                                names.stream().anyMatch(name -> fields.get(name).isPresent()))
                        .count();
    }

    /** Counts what one change does, item by item. */
    private static final class Tally {

        private final KindChange change;
        private final List<Example> examples = new ArrayList<>();

        private long touched; // grows
        private long rewritten; // grows
        private long lost; // grows

        Tally(KindChange change) {
            this.change = change;
        }

        /** The field whose values it touches. */
        Optional<Field> field() {
            return switch (change) {
                case KindChange.FieldRemoved(var _, Field field) -> Optional.of(field);
                case KindChange.FieldRenamed(var _, Field field, var _) -> Optional.of(field);
                case KindChange.TypeChanged(var _, Field field, var _) -> Optional.of(field);
                case KindChange.SharedChanged(var _, Field field) -> Optional.of(field);
                case KindChange.NowRequired _, KindChange.KindRemoved _, KindChange.StandsElsewhere _ ->
                    Optional.empty();
            };
        }

        Fields take(Head head, Fields fields) {
            return switch (change) {
                case KindChange.KindRemoved _, KindChange.StandsElsewhere _ -> touch(head, "", fields);
                case KindChange.FieldRemoved(var _, Field field) ->
                    fields.get(field.name())
                            .map(value -> touch(head, field.type().text(value), fields))
                            .orElse(fields);
                case KindChange.SharedChanged(var _, Field field) ->
                    fields.get(field.name())
                            .filter(_ -> !field.isShared() || head.isTranslation())
                            .map(value -> touch(head, field.type().text(value), fields))
                            .orElse(fields);
                case KindChange.NowRequired(var _, Field field) ->
                    head.isLive() && fields.get(field.name()).isEmpty() && !(field.isShared() && head.isTranslation())
                            ? touch(head, "", fields)
                            : fields;
                case KindChange.FieldRenamed(var _, Field before, Field now) -> convert(head, fields, before, now);
                case KindChange.TypeChanged(var _, Field before, Field now) -> convert(head, fields, before, now);
            };
        }

        private Fields touch(Head head, String text, Fields fields) {
            touched++;
            example(head, text);
            return fields;
        }

        private void example(Head head, String text) {
            if (examples.size() < MOST_TOLD) {
                examples.add(new Example(head.item(), head.language().tag(), text));
            }
        }

        private Fields convert(Head head, Fields fields, Field before, Field now) {
            var value = fields.get(before.name());
            if (value.isEmpty()) {
                return fields;
            }
            Optional<JsonValue> converted = Conversion.of(value.get(), before.type(), now.type());
            if (converted.isEmpty()) {
                lost++;
                example(head, before.type().text(value.get()));
                return fields;
            }
            Fields changed = fields.with(before.name(), (JsonValue) null).with(now.name(), converted.get());
            if (!changed.equals(fields)) {
                touched++;
                rewritten++;
            }
            return changed;
        }

        Effect effect() {
            Weight weight = switch (change) {
                case KindChange.NowRequired _ -> Weight.NOTE;
                case KindChange.KindRemoved _, KindChange.StandsElsewhere _ -> Weight.LOSE;
                case KindChange.FieldRemoved _, KindChange.SharedChanged _ -> Weight.HIDE;
                case KindChange.FieldRenamed _, KindChange.TypeChanged _ -> lost > 0 ? Weight.LOSE : Weight.REWRITE;
            };
            long items = lost > 0 ? lost : touched;
            return new Effect(change, items == 0 ? Weight.NOTE : weight, items, examples);
        }
    }
}
