package org.herald.publish;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.herald.model.ItemId;
import org.herald.model.Outcome;
import org.herald.model.Principal;
import org.herald.model.kind.Field;
import org.herald.model.kind.Fields;
import org.herald.model.kind.Kind;
import org.herald.model.kind.KindChange;
import org.herald.model.kind.KindName;
import org.herald.model.kind.Kinds;
import org.herald.store.KindQueries;
import org.herald.store.KindQueries.Head;
import org.herald.store.KindQueries.OpenDraft;

/** What changed declarations of kinds would do to the items there are, and does it. */
public final class KindCheck {

    /** Examples of each effect that are told. */
    public static final int MOST_TOLD = 20;

    private static final int AT_ONCE = 500;

    private final KindQueries queries;
    private final Kinds before;
    private final Now now;
    private final List<KindChange> changes;
    private final Map<ItemId, Fields> earlier;

    /**
     * The declarations as they are now.
     *
     * @param texts by which they are compared next time
     * @param removed the same of the fields that are not declared any more, for each kind that had some
     */
    public record Now(Kinds kinds, Map<KindName, String> texts, Map<KindName, String> removed) {}

    /**
     * What a change does.
     *
     * @param items the items whose values it touches
     * @param drafts those whose values would no longer be shown
     * @param examples some of the items, with the values that it touches
     */
    public record Effect(KindChange change, Weight weight, long items, long drafts, List<Example> examples) {

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
        /** They stay the same numbers, of something else. */
        OTHER_UNIT,
        /** They are kept and no longer shown. */
        HIDE,
        /** They would be lost, or their items would be. */
        LOSE
    }

    /** All of it. */
    public record Report(List<Effect> effects, List<Blocker> blockers, List<ApplyKinds.Rewrite> rewrites) {

        /** True when the start may take the declarations as they are. */
        public boolean isHarmless() {
            return blockers.isEmpty() && effects.stream().allMatch(effect -> effect.weight() == Weight.NOTE);
        }

        public boolean has(Weight weight) {
            return effects.stream().anyMatch(effect -> effect.weight() == weight);
        }
    }

    /**
     * What must be done in the newsroom first.
     *
     * @param waiting items whose change waits behind what readers see
     * @param lending items that readers do not see, but whose shared values they see in translations
     * @param drafts those with values that would be written anew
     */
    public record Blocker(KindName kind, List<ItemId> waiting, List<ItemId> lending, List<OpenDraft> drafts) {}

    public KindCheck(KindQueries queries, Kinds before, List<KindChange> changes, Now now) {
        this(queries, before, changes, now, Map.of());
    }

    private KindCheck(
            KindQueries queries, Kinds before, List<KindChange> changes, Now now, Map<ItemId, Fields> earlier) {
        this.queries = queries;
        this.before = before;
        this.now = now;
        this.changes = List.copyOf(changes);
        this.earlier = earlier;
    }

    /** The way back: items that were rewritten when declarations were applied last get the fields that they had before. */
    public KindCheck back() {
        var fields = new LinkedHashMap<ItemId, Fields>();
        queries.rewritten().stream()
                .filter(KindQueries.Rewritten::isHead)
                .forEach(each -> fields.put(each.item(), each.before()));
        return new KindCheck(queries, before, changes, now, fields);
    }

    public Report report() {
        var effects = new ArrayList<Effect>();
        var blockers = new ArrayList<Blocker>();
        var rewrites = new ArrayList<ApplyKinds.Rewrite>();
        var byKind = new LinkedHashMap<KindName, List<KindTally>>();
        changes.forEach(change ->
                byKind.computeIfAbsent(change.kind(), _ -> new ArrayList<>()).add(new KindTally(change)));
        byKind.forEach((kind, tallies) -> {
            var survey = new Survey(kind, tallies);
            each(kind, survey::take);
            var drafts =
                    queries.drafts(kind).stream().filter(survey::mustFinish).toList();
            tallies.forEach(tally -> effects.add(tally.effect()));
            if (!survey.waiting.isEmpty() || !survey.lending.isEmpty() || !drafts.isEmpty()) {
                blockers.add(new Blocker(kind, List.copyOf(survey.waiting), List.copyOf(survey.lending), drafts));
            }
            survey.rewrites.forEach((item, rewrite) -> rewrites.add(rewrite));
        });
        return new Report(List.copyOf(effects), List.copyOf(blockers), List.copyOf(rewrites));
    }

    /** Looks at every item of a kind, at what was saved last and at what readers see. */
    private final class Survey {

        private final KindName kind;
        private final List<KindTally> tallies;
        private final Map<ItemId, ApplyKinds.Rewrite> rewrites = new LinkedHashMap<>();
        private final List<ItemId> waiting = new ArrayList<>();
        private final List<ItemId> lending = new ArrayList<>();

        Survey(KindName kind, List<KindTally> tallies) {
            this.kind = kind;
            this.tallies = tallies;
        }

        void take(Head head) {
            Fields fields = earlier.get(head.item());
            if (fields == null) {
                fields = taken(head, head.fields(), head.isShown());
            } else {
                for (KindTally tally : tallies) {
                    tally.takeBack(head, fields);
                }
            }
            boolean isRewritten = !fields.equals(head.fields());
            if (isRewritten) {
                rewrites.put(head.item(), new ApplyKinds.Rewrite(head.item(), head.revision(), fields));
            }
            if (head.isLive() && !head.isShown()) {
                boolean isOther = !taken(head, head.shown(), true).equals(head.shown());
                if (isRewritten || isOther) {
                    waiting.add(head.item());
                }
            } else if (!head.isLive() && head.isLending()) {
                Fields lent = shared(head.shown());
                if (!taken(head, lent, true).equals(lent)) {
                    lending.add(head.item());
                }
            }
        }

        private Fields taken(Head head, Fields fields, boolean isSeen) {
            Fields changed = fields;
            for (KindTally tally : tallies) {
                changed = tally.take(head, changed, isSeen);
            }
            return changed;
        }

        private Fields shared(Fields fields) {
            Fields shared = Fields.NONE;
            for (Field field : before.find(kind).map(Kind::shared).orElse(List.of())) {
                shared = shared.with(field.name(), fields.get(field.name()).orElse(null));
            }
            return shared;
        }

        boolean mustFinish(OpenDraft draft) {
            boolean isOpen = draft.item().filter(rewrites::containsKey).isPresent();
            for (KindTally tally : tallies) {
                isOpen |= tally.take(draft);
            }
            return isOpen;
        }
    }

    /** Writes what the report says, in one transaction; refused when an item was saved since. The answer is how many. */
    public Outcome<Integer> apply(CommandBus bus, Report report) {
        var renamed = changes.stream()
                .filter(KindChange.FieldRenamed.class::isInstance)
                .map(KindChange.FieldRenamed.class::cast)
                .toList();
        var declarations = new ApplyKinds.Declarations(now.texts(), now.removed(), renamed);
        return bus.carryOut(Principal.OPERATOR, new ApplyKinds(declarations, report.rewrites(), following()));
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

    /** What lists do with the fields of a kind; their order needs the values of its field even where readers cannot choose it. */
    private static List<Object> listed(Kind kind) {
        return Stream.concat(
                        Stream.of(kind.order().by()),
                        kind.fields().stream()
                                .<Object>map(field -> List.of(
                                        field.name(),
                                        field.type(),
                                        field.filter(),
                                        field.isSort(),
                                        field.isCard(),
                                        field.isShared()))
                                .sorted(Comparator.comparing(Object::toString)))
                .toList();
    }

    /** The items that were edited since declarations were applied last, so that this cannot be taken back. */
    public static List<ItemId> editedSince(KindQueries queries) {
        return queries.rewritten().stream()
                .filter(each -> !each.isHead())
                .map(KindQueries.Rewritten::item)
                .toList();
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
}
