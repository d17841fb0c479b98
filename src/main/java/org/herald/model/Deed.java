package org.herald.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who did what when, as the change ledger remembers it.
 *
 * @param item nothing for changes of menus, blocks and sections
 * @param headline what the item is called now; nothing without an item
 */
public record Deed(
        long position,
        Instant at,
        Principal principal,
        VerbName verb,
        @Nullable ItemId item,
        @Nullable String headline) {}
