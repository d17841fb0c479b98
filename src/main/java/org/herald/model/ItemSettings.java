package org.herald.model;

import org.jspecify.annotations.Nullable;

/**
 * Where an editor wishes an item to stand and how long it is to be held back, beside its words. Nothing leaves the item as
 * it is; texts are as typed.
 *
 * @param slug empty takes it from the headline
 * @param embargo a time on the portal's clocks, {@code 2026-11-22T09:00}; empty lifts the embargo
 */
public record ItemSettings(
        @Nullable SectionId section,
        @Nullable String slug,
        @Nullable String embargo) {

    public static final ItemSettings AS_IT_IS = new ItemSettings(null, null, null);

    public boolean isAsItIs() {
        return equals(AS_IT_IS);
    }
}
