package org.herald.model;

import org.jspecify.annotations.Nullable;

/** What a preview shows. */
public sealed interface Previewed {

    /** The newest revision of an item, whichever that is when somebody looks. */
    record Newest(ItemId item) implements Previewed {}

    /** One revision of an item. */
    record At(ItemId item, RevisionId revision) implements Previewed {}

    /** A text as it was typed, of an item or of a new one. */
    record Typed(Draft.About about, Content content) implements Previewed {

        /** The item that the text is of; nothing for a new one. */
        public @Nullable ItemId item() {
            return switch (about) {
                case Draft.OfItem(var item, var _) -> item;
                case Draft.OfNew _ -> null;
            };
        }
    }
}
