package org.herald.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.herald.model.ItemId;
import org.herald.model.kind.Conversion;
import org.herald.model.kind.Field;
import org.herald.model.kind.Fields;
import org.herald.model.kind.JsonValue;
import org.herald.model.kind.KindChange;
import org.herald.publish.KindCheck.Effect;
import org.herald.publish.KindCheck.Example;
import org.herald.publish.KindCheck.Weight;
import org.herald.store.KindQueries.Head;
import org.herald.store.KindQueries.OpenDraft;
import org.jspecify.annotations.Nullable;

/** Counts what one change does, text by text; an item with several texts counts once. */
final class KindTally {

    private final KindChange change;
    private final List<Example> examples = new ArrayList<>();

    private @Nullable ItemId touchedLast; // by which an item counts once
    private @Nullable ItemId lostLast; // the same of values that are lost
    private long touched; // grows
    private long lost; // grows
    private long drafts; // grows

    KindTally(KindChange change) {
        this.change = change;
    }

    /**
     * What becomes of a text of an item.
     *
     * @param fields of its newest revision, or of the one that readers see
     * @param isSeen true for the one that readers see
     */
    Fields take(Head head, Fields fields, boolean isSeen) {
        return switch (change) {
            case KindChange.KindRemoved _, KindChange.StandsElsewhere _ -> touch(head, "", fields);
            case KindChange.FieldRemoved(var _, Field field) ->
                fields.get(field.name())
                        .map(value -> touch(head, field.type().text(value), fields))
                        .orElse(fields);
            case KindChange.SharedChanged(var _, Field field) ->
                fields.get(field.name())
                        .filter(_ -> field.isShared() ? head.isTranslation() : head.isLending())
                        .map(value -> touch(head, field.type().text(value), fields))
                        .orElse(fields);
            case KindChange.NowRequired(var _, Field field) ->
                isSeen
                                && head.isLive()
                                && fields.get(field.name()).isEmpty()
                                && !(field.isShared() && head.isTranslation())
                        ? touch(head, "", fields)
                        : fields;
            case KindChange.FieldRenamed(var _, Field before, Field now) -> convert(head, fields, before, now);
            case KindChange.TypeChanged(var _, Field before, Field now) -> convert(head, fields, before, now);
        };
    }

    /** Counts a text whose fields become again what they were. */
    void takeBack(Head head, Fields earlier) {
        switch (change) {
            case KindChange.FieldRenamed(var _, Field before, Field now) -> takeBack(head, earlier, before, now);
            case KindChange.TypeChanged(var _, Field before, Field now) -> takeBack(head, earlier, before, now);
            case KindChange.FieldRemoved _,
                    KindChange.SharedChanged _,
                    KindChange.NowRequired _,
                    KindChange.KindRemoved _,
                    KindChange.StandsElsewhere _ -> take(head, head.fields(), head.isShown());
        }
    }

    private void takeBack(Head head, Fields earlier, Field before, Field now) {
        if (!head.fields().get(before.name()).equals(earlier.get(now.name()))
                || !before.name().equals(now.name())
                || Conversion.isOtherUnit(before.type(), now.type())) {
            head.fields()
                    .get(before.name())
                    .ifPresent(value -> touch(head, before.type().text(value), head.fields()));
        }
    }

    /** Counts a draft whose values would no longer be shown; true when it must be finished before the change. */
    boolean take(OpenDraft draft) {
        return switch (change) {
            case KindChange.NowRequired _, KindChange.StandsElsewhere _ -> false;
            case KindChange.KindRemoved _ -> {
                drafts++;
                yield false;
            }
            case KindChange.FieldRemoved(var _, Field field) -> hides(draft, field);
            case KindChange.SharedChanged(var _, Field field) ->
                field.isShared() && draft.isTranslation() && hides(draft, field);
            case KindChange.FieldRenamed(var _, Field before, Field now) -> isOpen(draft, before, now);
            case KindChange.TypeChanged(var _, Field before, Field now) -> isOpen(draft, before, now);
        };
    }

    private boolean hides(OpenDraft draft, Field field) {
        if (draft.fields().get(field.name()).isPresent()) {
            drafts++;
        }
        return false;
    }

    private static boolean isOpen(OpenDraft draft, Field before, Field now) {
        return draft.fields()
                .get(before.name())
                .filter(value -> !before.name().equals(now.name())
                        || Conversion.isOtherUnit(before.type(), now.type())
                        || !Conversion.of(value, before.type(), now.type()).equals(Optional.of(value)))
                .isPresent();
    }

    private Fields touch(Head head, String text, Fields fields) {
        if (!head.item().equals(touchedLast)) {
            touchedLast = head.item();
            touched++;
        }
        example(head, text);
        return fields;
    }

    private void example(Head head, String text) {
        var example = new Example(head.item(), head.language().tag(), text);
        if (examples.size() < KindCheck.MOST_TOLD && !examples.contains(example)) {
            examples.add(example);
        }
    }

    private Fields convert(Head head, Fields fields, Field before, Field now) {
        var value = fields.get(before.name());
        if (value.isEmpty()) {
            return fields;
        }
        Optional<JsonValue> converted = Conversion.of(value.get(), before.type(), now.type());
        String text = before.type().text(value.get());
        if (converted.isEmpty()) {
            if (lost == 0) {
                examples.clear(); // what is lost is told alone
            }
            if (!head.item().equals(lostLast)) {
                lostLast = head.item();
                lost++;
            }
            example(head, text);
            return fields;
        }
        Fields changed = fields.with(before.name(), (JsonValue) null).with(now.name(), converted.get());
        if (lost > 0) {
            return changed;
        }
        return changed.equals(fields) && !Conversion.isOtherUnit(before.type(), now.type())
                ? fields
                : touch(head, text, changed);
    }

    Effect effect() {
        long items = lost > 0 ? lost : touched;
        return new Effect(change, items + drafts == 0 ? Weight.NOTE : weight(), items, drafts, examples);
    }

    private Weight weight() {
        return switch (change) {
            case KindChange.NowRequired _ -> Weight.NOTE;
            case KindChange.KindRemoved _, KindChange.StandsElsewhere _ -> Weight.LOSE;
            case KindChange.FieldRemoved _, KindChange.SharedChanged _ -> Weight.HIDE;
            case KindChange.FieldRenamed(var _, Field before, Field now) -> weight(before, now);
            case KindChange.TypeChanged(var _, Field before, Field now) -> weight(before, now);
        };
    }

    private Weight weight(Field before, Field now) {
        if (lost > 0) {
            return Weight.LOSE;
        }
        return Conversion.isOtherUnit(before.type(), now.type()) ? Weight.OTHER_UNIT : Weight.REWRITE;
    }
}
