package org.herald.model;

/** The name of a list of articles that readers can page through: the whole portal, a section or a tag. */
public record ListKey(String value) {

    private static final String TAG = "tag:";

    /** Every article of the portal. */
    public static final ListKey ALL = new ListKey("all");

    /** The articles of a section and of all sections below it; the root's are {@link #ALL}. */
    public static ListKey section(SectionId section) {
        return section.equals(Section.ROOT) ? ALL : new ListKey("section:" + section);
    }

    /** The articles with a tag. */
    public static ListKey tag(Slug tag) {
        return new ListKey(TAG + tag);
    }

    /** True for the list of a section, also for that of the root. */
    public boolean isSection() {
        return !value.startsWith(TAG);
    }

    @Override
    public String toString() {
        return value;
    }
}
