package org.herald.model;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Names one thing a rendered page was made from, so that a change finds the pages it touches. The same text goes out as
 * a surrogate key.
 */
public record PageKey(String value) {

    /** Sections, menus, blocks and notices: what every page shows around its content. */
    public static final PageKey OUTLINE = new PageKey("outline");

    public static PageKey item(ItemId item) {
        return new PageKey("item:" + item);
    }

    /** The translations of one thing: a page that links to them changes when one comes or goes. */
    public static PageKey group(GroupId group) {
        return new PageKey("group:" + group);
    }

    public static PageKey list(ListKey list, Language language) {
        return new PageKey("list:" + list + ":" + language);
    }

    /** The undated pages of a language, as the site map lists them. */
    public static PageKey pages(Language language) {
        return new PageKey("pages:" + language);
    }

    public static PageKey day(Language language, LocalDate day) {
        return new PageKey("day:" + day + ":" + language);
    }

    public static PageKey month(Language language, YearMonth month) {
        return new PageKey("month:" + month + ":" + language);
    }

    /** An address, for pages that say that nothing is there. */
    public static PageKey path(String path) {
        return new PageKey("path:" + path);
    }

    @Override
    public String toString() {
        return value;
    }
}
