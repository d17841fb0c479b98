package org.herald.site;

import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The front page of one language.
 *
 * @param today the day, with its weekday
 * @param lead the newest story; nothing in a portal without stories
 * @param latest the next newest, of all sections
 * @param shelves the newest of each section, without those above
 */
public record FrontPage(
        Layout frame, When today, @Nullable Card lead, List<Card> latest, List<Shelf> shelves, Calendar calendar)
        implements TemplateInstance {

    /** The newest stories of one section. */
    public record Shelf(Link section, List<Card> cards) {}
}
