package org.herald.model.kind;

import org.jspecify.annotations.Nullable;

/**
 * One typed value of a kind.
 *
 * @param name lower-case ASCII letters, digits and hyphens, unique in its kind
 * @param group the name of the group in which it stands; null when it stands before all groups
 * @param help a sentence beside the field in the newsroom's form
 * @param isShared true when it is the same in every language: edited at the original, shown in every translation
 * @param isSort true when readers may sort a list by it
 * @param isCard true when it is shown on cards in lists
 * @param schemaOrg the property of schema.org that it is; null when it is none
 */
public record Field(
        String name,
        FieldType type,
        @Nullable String group,
        Labels label,
        Labels help,
        Required required,
        boolean isShared,
        Filter filter,
        boolean isSort,
        boolean isCard,
        @Nullable String schemaOrg) {

    /** From when on a value must be there. */
    public enum Required {
        NO,
        /** A revision may lack it, a publication may not. */
        TO_PUBLISH,
        TO_SAVE
    }

    /** How readers narrow a list by it. */
    public enum Filter {
        NONE,
        /** By each of its values. */
        VALUES,
        /** By the least and the greatest value. */
        RANGE
    }
}
