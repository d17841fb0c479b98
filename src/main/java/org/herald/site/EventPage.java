package org.herald.site;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.herald.site.directory.MapView;
import org.jspecify.annotations.Nullable;

/**
 * What takes place: an event.
 *
 * @param status in words: cancelled, postponed; empty when it takes place as planned
 * @param isPast true when none of its dates is to come
 * @param when it takes place, as a person would write it
 * @param was when it would have been, when it was put off; empty for nothing
 * @param places where; those without a page have no path
 * @param coming its next dates
 * @param past the newest of its past dates
 * @param ics the address of all its dates for calendar programs; empty when there is one alone
 * @param map of the first of its places that is on one
 * @param news articles that name it
 * @param others what else takes place there; null for nothing
 * @param calendar with all events; null while no section shows it
 * @param linkedData what search engines are told, as JSON-LD; null for nothing
 * @param notPublished of a preview: what is said in place of when it was updated; empty otherwise
 */
public record EventPage(
        Layout frame,
        String headline,
        String standfirst,
        String status,
        boolean isPast,
        List<String> when,
        String was,
        List<Link> places,
        ArticlePage.@Nullable Figure picture,
        RawString body,
        List<RawString> gallery,
        Facts facts,
        List<ArticlePage.Note> corrections,
        List<EventDate> coming,
        List<EventDate> past,
        String ics,
        @Nullable MapView map,
        List<Card> news,
        @Nullable Others others,
        @Nullable Link calendar,
        @Nullable RawString linkedData,
        When updated,
        String notPublished)
        implements TemplateInstance {

    /** Other events at its first place, and where all of them are. */
    public record Others(String title, List<EventRow> rows, Link all) {}
}
