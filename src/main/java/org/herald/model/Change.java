package org.herald.model;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One subject that a verb changed, as the change ledger says it. Followers switch over the kinds; which pages are to be
 * rendered anew, the page keys of the {@link LedgerEntry} say.
 */
public sealed interface Change {

    /** The item that it is about; empty for a change of anything else. */
    default Optional<ItemId> about() {
        return Optional.empty();
    }

    /**
     * Readers see this item: for the first time, again, or with something of it changed.
     *
     * @param path its address, where it stood before if readers saw it before
     */
    record ItemShown(ItemId item, Language language, String path) implements Change {
        @Override
        public Optional<ItemId> about() {
            return Optional.of(item);
        }
    }

    /** Readers see this item at another address from now on; its content may have changed, too. */
    record ItemMoved(ItemId item, Language language, String from, String to) implements Change {
        @Override
        public Optional<ItemId> about() {
            return Optional.of(item);
        }
    }

    /** Readers no longer see this item; its addresses say so. */
    record ItemHidden(ItemId item, Language language, String path) implements Change {
        @Override
        public Optional<ItemId> about() {
            return Optional.of(item);
        }
    }

    /** Something about an item changed that readers do not see. */
    record ItemEdited(ItemId item) implements Change {
        @Override
        public Optional<ItemId> about() {
            return Optional.of(item);
        }
    }

    /** There is a new section, or a removed one again, at this path. */
    record SectionAdded(SectionId section, String path) implements Change {}

    /** A section stands at another path; those below it and all items have changes of their own. */
    record SectionMoved(SectionId section, String from, String to) implements Change {}

    /** Some of the items of a section that was moved got their new addresses; each has a change of its own. */
    record SectionFollowed(SectionId section) implements Change {}

    /** A section is no longer at this path. */
    record SectionRemoved(SectionId section, String path) implements Change {}

    /** A section has other titles or descriptions. */
    record SectionTitled(SectionId section) implements Change {}

    /**
     * Another part of the outline changed.
     *
     * @param language null for the order of sections, which is the same in every language
     */
    record OutlineChanged(Part part, @Nullable Language language) implements Change {

        /** What stands around the content of pages. */
        public enum Part {
            SECTIONS,
            MENU,
            BLOCKS,
            BANNER;

            public String word() {
                return name().toLowerCase(Locale.ROOT);
            }

            public static Part of(String word) {
                return valueOf(word.toUpperCase(Locale.ROOT));
            }
        }
    }

    /** An address leads elsewhere: a redirect, or an address that an import brought. */
    record PathChanged(String path) implements Change {}

    /** A file was recorded, or what is known of it changed. */
    record AssetChanged(AssetId asset) implements Change {}

    /** Which files of an earlier site are public changed. */
    record LibraryChanged() implements Change {}

    /** Settings changed that apply to items; each of those has a change of its own. */
    record SettingsChanged() implements Change {}

    /** Something changed that only the newsroom sees and that is about no item: the plan, a preview. */
    record NewsroomChanged() implements Change {}
}
