package org.herald.store;

import java.time.Instant;
import org.herald.model.Asset;
import org.herald.model.Content;
import org.herald.model.GroupId;
import org.herald.model.Language;
import org.herald.model.LiveItem;
import org.herald.model.SectionId;
import org.herald.model.Slug;
import org.herald.model.Withdrawal;

/** What stands at an address that was ever used here. */
public sealed interface PathTarget {

    /**
     * An item that readers see, at its current address.
     *
     * @param revisedAt since when readers see this revision, wherever it stood
     */
    record Shown(LiveItem item, GroupId group, Content content, Instant revisedAt) implements PathTarget {}

    /** An earlier or imported address of an item that readers see elsewhere. */
    record Moved(String path) implements PathTarget {}

    /** An item that was withdrawn. */
    record Gone(Withdrawal withdrawal) implements PathTarget {}

    /** An earlier or imported address of a section. */
    record OfSection(SectionId section, Language language) implements PathTarget {}

    /** An imported address of a file that is here. */
    record OfFile(Asset asset) implements PathTarget {}

    /** An imported address of the list of a tag. */
    record OfTag(Slug tag, Language language) implements PathTarget {}

    /** A redirect that an editor made, to an address of the portal. */
    record Redirected(String path) implements PathTarget {}
}
