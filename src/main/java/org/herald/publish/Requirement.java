package org.herald.publish;

import java.util.List;
import java.util.Set;
import org.herald.model.AccountId;
import org.herald.model.CommentId;
import org.herald.model.Draft;
import org.herald.model.DraftId;
import org.herald.model.ItemId;
import org.herald.model.SectionId;
import org.herald.people.Permission;
import org.jspecify.annotations.Nullable;

/** What a verb needs its principal to be allowed, and on what. It is decided in the transaction of the verb. */
public sealed interface Requirement {

    /** One of these permissions, wherever the account works. */
    record Role(Set<Permission> anyOf) implements Requirement {

        public Role {
            anyOf = Set.copyOf(anyOf);
        }
    }

    /** This permission in the item's language and section. */
    record OnItem(ItemId item, Permission permission) implements Requirement {}

    /** To write the item's text: as a writer, or as a translator of a translation. */
    record Writing(ItemId item) implements Requirement {}

    /** To write the item's text, or to review it. */
    record Commenting(ItemId item) implements Requirement {}

    /** As {@link Commenting} of the item that the comment is about. */
    record OnComment(CommentId comment) implements Requirement {}

    /**
     * To change where an item stands: of a live item as those who publish it, otherwise as those who write it.
     *
     * @param section the section in which the account must work, too; null when the item stays in its own
     */
    record Placing(ItemId item, @Nullable SectionId section) implements Requirement {}

    /** To hold an item back as those who write it; where it is held back already, as those who publish it. */
    record HoldingBack(ItemId item) implements Requirement {}

    /** To write what a draft is about: an item, or a new one in its language and section, or in its group of translations. */
    record About(Draft.About about) implements Requirement {}

    /** That the draft is the account's own, and it may do all that the draft asks for. */
    record OwnDraft(DraftId draft) implements Requirement {}

    /** That it is the account itself. */
    record Own(AccountId account) implements Requirement {}

    /** All of these. */
    record All(List<Requirement> each) implements Requirement {

        public All {
            each = List.copyOf(each);
        }
    }

    /** That no person does it, but the product itself: an importer, the schedule, the operator's command. */
    record Product() implements Requirement {}

    static Requirement role(Permission... anyOf) {
        return new Role(Set.of(anyOf));
    }
}
