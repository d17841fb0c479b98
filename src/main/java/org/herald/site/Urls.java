package org.herald.site;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import org.herald.model.Language;
import org.herald.model.ListKey;
import org.herald.model.Section;
import org.jspecify.annotations.Nullable;

/** Addresses of the reader's pages, as pure text. */
final class Urls {

    private Urls() {}

    static String front(Language language) {
        return "/" + language;
    }

    static String section(Language language, Section section) {
        return section.isRoot() ? front(language) : front(language) + "/" + section.path();
    }

    static String numbered(String list, long number) {
        return list + "/page/" + number;
    }

    static String siteMap(Language language) {
        return front(language) + "/site-map";
    }

    /** The page that explains and lists the feeds. */
    static String feeds(Language language) {
        return front(language) + "/feeds";
    }

    static String search(Language language) {
        return front(language) + "/search";
    }

    static String tag(Language language, String slug) {
        return front(language) + "/tag/" + slug;
    }

    /** What stands before the year in the archive of a section, or of the whole portal without one. */
    static String archiveBase(Language language, @Nullable Section section) {
        return section == null || section.isRoot() ? front(language) + "/archive" : section(language, section);
    }

    /** The overview of the years. */
    static String archive(Language language, @Nullable Section section) {
        return section == null || section.isRoot()
                ? front(language) + "/archive"
                : section(language, section) + "/archive";
    }

    static String year(String base, int year) {
        return base + "/" + String.format(Locale.ROOT, "%04d", year);
    }

    static String month(String base, YearMonth month) {
        return base + "/" + month.toString().replace('-', '/');
    }

    static String day(String base, LocalDate day) {
        return base + "/" + day.toString().replace('-', '/');
    }

    static ListKey list(@Nullable Section section) {
        return section == null ? ListKey.ALL : ListKey.section(section.id());
    }
}
