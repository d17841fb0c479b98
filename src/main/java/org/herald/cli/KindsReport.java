package org.herald.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.Outcome;
import org.herald.model.kind.Field;
import org.herald.model.kind.FieldType;
import org.herald.model.kind.KindChange;
import org.herald.model.kind.NumberType;
import org.herald.model.kind.Unit;
import org.herald.publish.CommandBus;
import org.herald.publish.KindCheck;
import org.herald.publish.KindCheck.Effect;
import org.herald.publish.KindCheck.Report;
import org.herald.publish.KindCheck.Weight;

/** Tells the operator what changed declarations of kinds do, and does it unless it must be refused. */
final class KindsReport {

    static final int REFUSED = 1;

    private static final Language ENGLISH = new Language("en");

    private final PrintWriter out;
    private final KindCheck check;
    private final Report report;

    KindsReport(PrintWriter out, KindCheck check) {
        this.out = out;
        this.check = check;
        this.report = check.report();
    }

    /**
     * Tells all of it, with the reason when it cannot be done.
     *
     * @return false when it cannot be done
     */
    boolean tell(boolean isHiding) {
        report.effects().forEach(this::tell);
        report.blockers().forEach(this::tell);
        if (report.effects().isEmpty()) {
            out.println("The changes touch no value of any item.");
        }
        if (!report.blockers().isEmpty()) {
            out.println("Refused: finish in the newsroom what is open first; nothing was changed.");
            return false;
        }
        if (report.has(Weight.LOSE)) {
            out.println(
                    "Refused: values would be lost. Change them in the newsroom first, or the declaration; nothing was"
                            + " changed.");
            return false;
        }
        if (report.has(Weight.HIDE) && !isHiding) {
            out.println(
                    "Refused: values would no longer be shown. With --hide as well they stay in the revisions and come"
                            + " back when the field is declared again; nothing was changed.");
            return false;
        }
        return true;
    }

    /** Does it; the answer is the code of the command. */
    int apply(CommandBus bus, String done) {
        return switch (check.apply(bus, report)) {
            case Outcome.Done<Integer>(Integer items) -> {
                out.println(done + " Items with a new revision: " + items + ".");
                yield 0;
            }
            case Outcome.Refused<Integer>(var reasons) -> {
                out.println("Refused: item " + reasons.getFirst().arguments().getFirst()
                        + " was saved since it was looked at; nothing was changed. Run the same command again.");
                yield REFUSED;
            }
        };
    }

    private void tell(Effect effect) {
        out.println(effect.change().kind() + ": " + sentence(effect));
        switch (effect.weight()) {
            case NOTE, REWRITE -> {}
            case OTHER_UNIT, HIDE, LOSE -> {
                effect.examples()
                        .forEach(example -> out.println("  item " + example.item() + " (" + example.language() + ")"
                                + (example.text().isEmpty()
                                        ? ""
                                        : ": " + example.text().replaceAll("\\s+", " "))));
                long told = effect.examples().stream()
                        .map(KindCheck.Example::item)
                        .distinct()
                        .count();
                if (effect.items() > told) {
                    out.println("  and " + (effect.items() - told) + " more");
                }
            }
        }
    }

    private void tell(KindCheck.Blocker blocker) {
        if (!blocker.waiting().isEmpty()) {
            out.println(
                    blocker.kind() + ": a change waits behind what readers see of " + named(blocker.waiting()) + ".");
        }
        if (!blocker.lending().isEmpty()) {
            out.println(blocker.kind() + ": readers see values in translations of " + named(blocker.lending())
                    + ", which they do not see itself: restore it, or withdraw the translations.");
        }
        if (!blocker.drafts().isEmpty()) {
            var items = blocker.drafts().stream()
                    .flatMap(draft -> draft.item().stream())
                    .distinct()
                    .toList();
            long fresh = blocker.drafts().stream()
                    .filter(draft -> draft.item().isEmpty())
                    .count();
            var parts = new ArrayList<String>();
            if (!items.isEmpty()) {
                parts.add("of " + named(items));
            }
            if (fresh > 0) {
                parts.add("of new items: " + fresh);
            }
            out.println(blocker.kind() + ": drafts with values of these fields, " + String.join(", and ", parts) + ".");
        }
    }

    private static String named(List<ItemId> items) {
        return items.stream()
                        .limit(KindCheck.MOST_TOLD)
                        .map(item -> "item " + item)
                        .collect(Collectors.joining(", "))
                + (items.size() > KindCheck.MOST_TOLD ? " ..." : "");
    }

    private static String sentence(Effect effect) {
        String items = items(effect);
        return switch (effect.change()) {
            case KindChange.KindRemoved _ -> "is not declared any more; " + items + " of it.";
            case KindChange.StandsElsewhere(var _, var before, var now) ->
                "stands " + now.word() + " instead of " + before.word() + "; " + items
                        + " of it, whose addresses would change.";
            case KindChange.FieldRemoved(var _, var field) ->
                "the field " + field.name() + " is removed; " + items + " with a value that would no longer be shown.";
            case KindChange.FieldRenamed(var _, var before, var now) ->
                "the field " + before.name() + " is renamed " + now.name() + "; " + values(effect, before, now);
            case KindChange.TypeChanged(var _, var before, var now) ->
                "the field " + now.name() + type(effect, before, now) + "; " + values(effect, before, now);
            case KindChange.NowRequired(var _, var field) ->
                "the field " + field.name() + " is required; " + items
                        + " that readers see and that lacks it. Nothing happens to them before they are published again.";
            case KindChange.SharedChanged(var _, var field) ->
                "the field " + field.name() + (field.isShared() ? " is shared" : " is no longer shared") + "; " + items
                        + " with a value that would no longer be shown in a translation.";
        };
    }

    private static String type(Effect effect, Field before, Field now) {
        if (!before.type().word().equals(now.type().word())) {
            return " is " + now.type().word() + ", before " + before.type().word();
        }
        return effect.weight() == Weight.OTHER_UNIT ? " has another unit" : " has other limits or choices";
    }

    private static String values(Effect effect, Field before, Field now) {
        return items(effect)
                + switch (effect.weight()) {
                    case LOSE -> " with a value that cannot be brought over:";
                    case OTHER_UNIT ->
                        " with a number that stays as it is and is " + unit(now.type()) + " from then on, before "
                                + unit(before.type()) + ":";
                    case NOTE, REWRITE, HIDE -> " with a value that is written anew.";
                };
    }

    private static String unit(FieldType type) {
        Unit unit = type instanceof NumberType number ? number.unit() : null;
        if (unit == null) {
            return "without a unit";
        }
        return "in "
                + (unit.identifier().isEmpty()
                        ? String.join(
                                "/",
                                unit.forms()
                                        .getOrDefault(
                                                ENGLISH,
                                                unit.forms().values().stream()
                                                        .findFirst()
                                                        .orElseThrow())
                                        .values())
                        : unit.identifier());
    }

    private static String items(Effect effect) {
        return (effect.items() == 1 ? "1 item" : effect.items() + " items")
                + switch ((int) Math.min(effect.drafts(), 2)) {
                    case 0 -> "";
                    case 1 -> " and 1 draft";
                    default -> " and " + effect.drafts() + " drafts";
                };
    }
}
