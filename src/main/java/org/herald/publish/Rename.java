package org.herald.publish;

import org.herald.model.Item;
import org.herald.model.ItemId;
import org.herald.model.Outcome;
import org.herald.model.Slug;

/**
 * Changes the slug of an item; its earlier addresses lead to the new one.
 *
 * @param typed becomes the slug in the form of slugs, with the letters of another script in Latin ones
 */
public record Rename(ItemId item, String typed) implements Verb<ItemId> {

    public Rename(ItemId item, Slug slug) {
        this(item, slug.value());
    }

    @Override
    public Requirement requirement() {
        return new Requirement.Placing(item, null);
    }

    @Override
    public Outcome<ItemId> carryOut(UnitOfWork unit) {
        return switch (Transitions.RENAME.check(unit, item)) {
            case Outcome.Refused<Item>(var reasons) -> new Outcome.Refused<>(reasons);
            case Outcome.Done<Item>(var known) ->
                switch (TypedSlug.read(typed, known.language())) {
                    case Outcome.Refused<Slug>(var reasons) -> new Outcome.Refused<>(reasons);
                    case Outcome.Done<Slug>(var slug) ->
                        AddressChange.carryOut(
                                unit,
                                Transitions.RENAME,
                                item,
                                found -> ChangedItem.placed(found, found.section(), slug));
                };
        };
    }
}
