package org.herald.site;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.herald.site.directory.MapView;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a directory: a sight, a monument. The standfirst may be empty.
 *
 * @param open whether it is open now; null when that is not known
 * @param holiday that today is a public holiday; empty when it is none
 * @param gallery figures
 * @param directory the list of all entries of its kind; null while no section shows it
 * @param map with its neighbours; null for an entry without a place
 * @param nearby the nearest entries of its kind
 * @param news articles that name it
 * @param events what takes place there; null for nothing
 * @param updated since when readers see these words
 * @param notPublished of a preview: what is said in place of that; empty otherwise
 */
public record EntryPage(
        Layout frame,
        String headline,
        String standfirst,
        @Nullable OpenNow open,
        String holiday,
        ArticlePage.@Nullable Figure picture,
        RawString body,
        List<RawString> gallery,
        Facts facts,
        List<ArticlePage.Note> corrections,
        @Nullable Link directory,
        @Nullable MapView map,
        List<Nearby> nearby,
        List<Card> news,
        EventPage.@Nullable Others events,
        When updated,
        String notPublished)
        implements TemplateInstance {

    /** An entry in the neighbourhood. */
    public record Nearby(String headline, String path, String distance) {}
}
