package org.herald.site;

import java.util.List;
import org.herald.model.Words;
import org.jspecify.annotations.Nullable;

/**
 * What every page shows around its content. Templates, those of themes too, know it as {@code frame}.
 *
 * @param front rows of entries; on front pages alone
 */
public record Layout(
        Words words,
        Head head,
        Masthead masthead,
        List<Link> crumbs,
        List<Promotion> notices,
        List<Promotion> front,
        List<Promotion> beside,
        List<Promotion> below,
        Foot foot) {

    /** The same page with one notice in place of the portal's own. */
    Layout withNotice(Promotion notice) {
        return new Layout(words, head, masthead, crumbs, List.of(notice), front, beside, below, foot);
    }

    /** The same page, which search engines need not keep. */
    Layout withoutIndex() {
        return new Layout(words, head.withoutIndex(), masthead, crumbs, notices, front, beside, below, foot);
    }

    /** The same page without the box of the search at its head. */
    Layout withoutSearch() {
        return new Layout(words, head, masthead.withoutSearch(), crumbs, notices, front, beside, below, foot);
    }

    /** The same page, which other programs can have in these formats. */
    Layout withDocuments(List<Document> documents) {
        return new Layout(words, head.withDocuments(documents), masthead, crumbs, notices, front, beside, below, foot);
    }

    /**
     * What browsers and search engines are told.
     *
     * @param title the whole title of the window
     * @param canonical the page's absolute address; empty for pages that have none, such as errors
     * @param alternates the same thing in other languages, absolute addresses as {@code path}, language tags as label
     * @param documents the same for other programs
     * @param feeds those that tell of news here, the nearest first
     * @param isIndexed false for one of the many lists that a reader may choose
     * @param style the whole style sheet, put into the page so that it comes in one round trip
     */
    public record Head(
            String title,
            String description,
            String canonical,
            List<Link> alternates,
            List<Document> documents,
            List<Document> feeds,
            boolean isIndexed,
            String style) {

        private Head withoutIndex() {
            return new Head(title, description, canonical, alternates, documents, feeds, false, style);
        }

        private Head withDocuments(List<Document> others) {
            return new Head(title, description, canonical, alternates, List.copyOf(others), feeds, isIndexed, style);
        }
    }

    /**
     * What the page says, for other programs.
     *
     * @param name of the format
     * @param type its media type
     */
    public record Document(String name, String type, String path) {}

    /**
     * The head of the page.
     *
     * @param emblem the path of the portal's emblem; empty for none
     * @param menu the main menu; the entry in whose branch the page stands is current
     * @param search the page of the search
     * @param hasSearchBox false on that page, which has a box of its own
     * @param breaking breaking news, nothing when there is none
     * @param isPreview true for a page that readers do not see
     */
    public record Masthead(
            String name,
            String home,
            String emblem,
            List<MenuLine> menu,
            List<Tongue> languages,
            String search,
            boolean hasSearchBox,
            @Nullable Breaking breaking,
            boolean isPreview) {

        private Masthead withoutSearch() {
            return new Masthead(name, home, emblem, menu, languages, search, false, breaking, isPreview);
        }
    }

    /**
     * Breaking news.
     *
     * @param path where it leads; empty when nowhere
     */
    public record Breaking(String text, String path, When since) {}

    /**
     * A line of a menu.
     *
     * @param isCurrent true for the one line in whose branch the page stands, the nearest of several
     * @param isPage true when that line leads to this page itself
     */
    public record MenuLine(String label, String path, boolean isCurrent, boolean isPage) {}

    /**
     * A language of the switch.
     *
     * @param name its own name
     * @param path this page in it or, when it is not translated, the nearest page that is, or its front page
     * @param isTranslated false when it leads elsewhere for want of a translation
     * @param note says so, in that language; empty for a translation
     */
    public record Tongue(String tag, String name, String path, boolean isCurrent, boolean isTranslated, String note) {}

    /** The foot of the page; its text may be empty. */
    public record Foot(String text, List<Link> menu, String siteMap, String archive, String feeds) {}
}
