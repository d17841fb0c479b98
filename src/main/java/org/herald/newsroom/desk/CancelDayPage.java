package org.herald.newsroom.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.herald.newsroom.FieldErrors;
import org.herald.newsroom.NewsroomFrame;

/**
 * The dates of one day, to be cancelled.
 *
 * @param day as an input for days has it; empty before one is chosen
 * @param lines the dates that the visitor may cancel
 * @param cancelled the events of which dates were cancelled, just now
 */
@CheckedTemplate(basePath = "newsroom")
public record CancelDayPage(
        NewsroomFrame frame, String day, List<Line> lines, List<String> cancelled, FieldErrors errors, Typed typed)
        implements TemplateInstance {

    /**
     * A date.
     *
     * @param value names it, its event and the revision that is shown
     * @param mark why it cannot be chosen: it is cancelled, or a change of the event waits; empty otherwise
     */
    public record Line(
            String value, long item, String headline, String language, String when, String mark, boolean isChosen) {}
}
