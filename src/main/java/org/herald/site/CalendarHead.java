package org.herald.site;

import java.util.List;

/**
 * What stands at the head of every page of a calendar.
 *
 * @param title of the page
 * @param description of the section; empty but on its own page
 * @param views the other pages of the calendar
 * @param facets by which its events can be chosen, those with events alone
 * @param chosen what is chosen, each with the page without it
 * @param plain the page without any choice
 */
public record CalendarHead(
        String title,
        String description,
        List<View> views,
        List<DirectoryPage.Facet> facets,
        List<Link> chosen,
        String plain,
        Dates dates) {

    /** A page of the calendar. */
    public record View(String label, String path, boolean isCurrent) {}

    /**
     * The form that asks for a range of days.
     *
     * @param action where it is sent
     * @param hidden what is chosen and stays
     * @param from the day that was typed, as the following; empty for what is no day
     * @param fault what is wrong with it; empty for nothing
     */
    public record Dates(String action, List<Hidden> hidden, String from, String until, String fault) {}

    /** A value that the form carries along. */
    public record Hidden(String name, String value) {}
}
