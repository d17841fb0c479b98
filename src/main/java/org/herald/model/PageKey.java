package org.herald.model;

import java.time.Year;
import java.time.YearMonth;
import org.herald.model.kind.KindName;

/**
 * Names one thing a rendered page was made from, so that a change finds the pages it touches. The same text goes out as
 * a surrogate key.
 */
public record PageKey(String value) {

    /** Which sections there are, and their addresses. */
    public static final PageKey OUTLINE = new PageKey("outline");

    /** How many of the newest stories of a list {@link #head} is about. */
    public static final int HEAD = 6;

    private static final String SECTION = "section:";
    private static final String BELOW = "below:";
    private static final String MENU = "menu:";
    private static final String BLOCKS = "blocks:";
    private static final String BANNER = "banner:";
    private static final String PATH = "path:";

    /** The titles and descriptions of a section. */
    public static PageKey section(SectionId section) {
        return new PageKey(SECTION + section);
    }

    /** The order of the sections right below one. */
    public static PageKey below(SectionId section) {
        return new PageKey(BELOW + section);
    }

    /** The entries of a menu in one language. */
    public static PageKey menu(String menu, Language language) {
        return new PageKey(MENU + menu + ":" + language);
    }

    /** The promotions, notices and lists of one language. */
    public static PageKey blocks(Language language) {
        return new PageKey(BLOCKS + language);
    }

    /** The breaking news of one language. */
    public static PageKey banner(Language language) {
        return new PageKey(BANNER + language);
    }

    /** The address at which readers see an item, or that they do not see it. */
    public static PageKey where(ItemId item) {
        return new PageKey("where:" + item);
    }

    public static PageKey item(ItemId item) {
        return new PageKey("item:" + item);
    }

    /** What is known of a file: a page that shows it changes when that does. */
    public static PageKey asset(AssetId asset) {
        return new PageKey("asset:" + asset);
    }

    /** The translations of one thing: a page that links to them changes when one comes or goes. */
    public static PageKey group(GroupId group) {
        return new PageKey("group:" + group);
    }

    public static PageKey list(ListKey list, Language language) {
        return new PageKey("list:" + list + ":" + language);
    }

    /** Which are the newest {@value #HEAD} stories of a list. */
    public static PageKey head(ListKey list, Language language) {
        return new PageKey("head:" + list + ":" + language);
    }

    /** Which stories are next to this one in a list. */
    public static PageKey beside(ItemId item, ListKey list) {
        return new PageKey("beside:" + item + ":" + list);
    }

    /** The undated pages of a language, as the site map lists them. */
    public static PageKey pages(Language language) {
        return new PageKey("pages:" + language);
    }

    /** The entries of directories and calendars of a language, as pages of missing addresses suggest them by their slugs. */
    public static PageKey slugs(Language language) {
        return new PageKey("slugs:" + language);
    }

    /** What searches in a language find, and what they show of it. */
    public static PageKey search(Language language) {
        return new PageKey("search:" + language);
    }

    /** Which other items name this one. */
    public static PageKey naming(ItemId item) {
        return new PageKey("naming:" + item);
    }

    /** Which entries the directory or calendar of a kind has, and what its lists show of them. */
    public static PageKey directory(KindName kind, Language language) {
        return new PageKey("directory:" + kind + ":" + language);
    }

    /** The stories of one month of a list, as the pages of the month and of its days show them. */
    public static PageKey month(ListKey list, Language language, YearMonth month) {
        return new PageKey("month:" + month + ":" + list + ":" + language);
    }

    /** How many stories each day of a month of a list has. */
    public static PageKey days(ListKey list, Language language, YearMonth month) {
        return new PageKey("days:" + month + ":" + list + ":" + language);
    }

    /** How many stories each month of a list has. */
    public static PageKey counts(ListKey list, Language language) {
        return new PageKey("counts:" + list + ":" + language);
    }

    /** How many stories each day of a year of a list has. */
    public static PageKey year(ListKey list, Language language, Year year) {
        return new PageKey("year:" + year + ":" + list + ":" + language);
    }

    /** Which months of a list have stories at all. */
    public static PageKey months(ListKey list, Language language) {
        return new PageKey("months:" + list + ":" + language);
    }

    /** What stands at an address. */
    public static PageKey path(String path) {
        return new PageKey(PATH + path);
    }

    @Override
    public String toString() {
        return value;
    }
}
