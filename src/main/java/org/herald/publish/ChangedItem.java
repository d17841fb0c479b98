package org.herald.publish;

import java.time.Instant;
import org.herald.model.Item;
import org.herald.model.RevisionId;
import org.herald.model.SectionId;
import org.herald.model.Slug;
import org.herald.model.State;
import org.jspecify.annotations.Nullable;

/** Items as they are after a move: records with one thing changed. */
final class ChangedItem {

    private ChangedItem() {}

    static Item to(Item item, State state, @Nullable Instant firstAt, @Nullable Instant dueAt) {
        return new Item(
                item.id(),
                item.kind(),
                item.language(),
                item.group(),
                item.section(),
                item.slug(),
                state,
                item.head(),
                firstAt,
                dueAt);
    }

    static Item placed(Item item, SectionId section, Slug slug) {
        return new Item(
                item.id(),
                item.kind(),
                item.language(),
                item.group(),
                section,
                slug,
                item.state(),
                item.head(),
                item.firstAt(),
                item.dueAt());
    }

    static Item atRevision(Item item, RevisionId head) {
        return new Item(
                item.id(),
                item.kind(),
                item.language(),
                item.group(),
                item.section(),
                item.slug(),
                item.state(),
                head,
                item.firstAt(),
                item.dueAt());
    }
}
