package org.herald.publish;

import org.herald.model.Blank;
import org.herald.model.Content;
import org.herald.model.Item;
import org.herald.model.ItemId;
import org.herald.model.Outcome;
import org.herald.model.State;
import org.herald.model.VerbName;
import org.herald.people.Permission;
import org.jspecify.annotations.Nullable;

/**
 * Publishes a change of meaning with the note that readers see.
 *
 * @param content what it says instead; null means the change that waits, the newest revision
 */
public record Correct(ItemId item, @Nullable Content content, String note, Look look) implements Release<String> {

    /** Publishes the change that waits as a correction. */
    public Correct(ItemId item, String note) {
        this(item, null, note, Look.NONE);
    }

    /** Releases the newest revision, with no warnings seen. */
    public Correct(ItemId item, @Nullable Content content, String note) {
        this(item, content, note, Look.NONE);
    }

    @Override
    public Release<String> seen(Look seen) {
        return new Correct(item, content, note, seen);
    }

    @Override
    public Transitions move() {
        return Transitions.CORRECT;
    }

    @Override
    public Requirement requirement() {
        return new Requirement.OnItem(item, Permission.CORRECT);
    }

    @Override
    public Outcome<String> carryOut(UnitOfWork unit) {
        return switch (Transitions.CORRECT.check(unit, item)) {
            case Outcome.Refused<Item>(var reasons) -> new Outcome.Refused<>(reasons);
            case Outcome.Done<Item>(var found) -> correct(unit, found);
        };
    }

    private Outcome<String> correct(UnitOfWork unit, Item found) {
        Content newest = unit.head(found).content();
        Content text = content == null
                ? newest
                : unit.fieldRules(found)
                        .own(unit.links().settle(CleanContent.of(content)).content(), newest.fields());
        var reasons = unit.fieldRules(found).toSave(text.fields());
        if (!reasons.isEmpty()) {
            return new Outcome.Refused<>(reasons);
        }
        if (Blank.is(PlainText.cleanLines(note))) {
            return Outcome.refused("refused.note-empty");
        }
        if (Blank.is(text.headline())) {
            return Outcome.refused("refused.headline-empty");
        }
        if (!WaitingChange.isNew(unit, item, text)) {
            return Outcome.refused("refused.nothing-corrected");
        }
        var items = unit.transaction().items();
        if (!text.equals(newest)) {
            SharedAlone.revised(unit, found, items.addRevision(item, text, unit.principal(), unit.now()));
        }
        Item revised = items.find(item).orElseThrow();
        var publisher = new Publisher(unit);
        String path = publisher.show(
                ChangedItem.to(revised, State.CORRECTED, found.firstAt(), null), PlainText.cleanLines(note));
        WaitingChange.shown(unit, item);
        unit.transaction().desk().assign(item, null, null);
        unit.announce(VerbName.CORRECT, publisher.announcement());
        return Outcome.done(path);
    }
}
