package org.herald.publish;

import java.time.Duration;
import org.herald.model.Change;
import org.herald.model.ItemId;
import org.herald.model.Outcome;
import org.herald.model.PreviewKey;
import org.herald.model.Previewed;
import org.herald.model.VerbName;
import org.herald.model.kind.Fields;
import org.jspecify.annotations.Nullable;

/**
 * Opens a preview to whoever has its key, which is told once and not kept.
 *
 * @param note for whom it is; may be empty
 */
public record OpenPreview(Previewed shown, Duration lasting, String note) implements Verb<PreviewKey> {

    /** The longest that a preview may stay open. */
    public static final Duration LONGEST = Duration.ofDays(30);

    private static final int LONGEST_NOTE = 500;

    @Override
    public Requirement requirement() {
        return switch (shown) {
            case Previewed.Newest(var item) -> new Requirement.Writing(item);
            case Previewed.At(var item, var _) -> new Requirement.Writing(item);
            case Previewed.Typed(var about, var _) -> new Requirement.About(about);
        };
    }

    @Override
    public Outcome<PreviewKey> carryOut(UnitOfWork unit) {
        if (lasting.isNegative() || lasting.isZero() || lasting.compareTo(LONGEST) > 0) {
            return Outcome.refused("refused.preview-time");
        }
        if (note.length() > LONGEST_NOTE) {
            return Outcome.refused("refused.preview-note", LONGEST_NOTE);
        }
        return switch (shown) {
            case Previewed.Newest(var item) -> {
                boolean isThere = unit.transaction().items().find(item).isPresent();
                yield isThere ? open(unit, shown) : Outcome.refused("refused.item-unknown", item.value());
            }
            case Previewed.At(var item, var revision) -> {
                boolean isOfItem = unit.transaction()
                        .items()
                        .findRevision(revision)
                        .filter(found -> found.item().equals(item))
                        .isPresent();
                yield isOfItem ? open(unit, shown) : Outcome.refused("refused.revision-unknown", revision.value());
            }
            case Previewed.Typed(var about, var content) ->
                open(
                        unit,
                        new Previewed.Typed(
                                about,
                                unit.fieldRules(about)
                                        .own(CleanContent.of(content).content(), Fields.NONE)));
        };
    }

    private Outcome<PreviewKey> open(UnitOfWork unit, Previewed cleaned) {
        var key = PreviewKey.fresh();
        var previews = unit.transaction().previews();
        previews.forgetTyped(unit.now());
        previews.add(key, cleaned, unit.principal(), unit.now(), unit.now().plus(lasting), PlainText.clean(note));
        ItemId item = item(cleaned);
        unit.announce(VerbName.OPEN_PREVIEW, item == null ? new Change.NewsroomChanged() : new Change.ItemEdited(item));
        return Outcome.done(key);
    }

    private static @Nullable ItemId item(Previewed shown) {
        return switch (shown) {
            case Previewed.Newest(var item) -> item;
            case Previewed.At(var item, var _) -> item;
            case Previewed.Typed typed -> typed.item();
        };
    }
}
