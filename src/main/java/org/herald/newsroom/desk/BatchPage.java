package org.herald.newsroom.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.herald.newsroom.Choice;
import org.herald.newsroom.FieldErrors;
import org.herald.newsroom.NewsroomFrame;

/**
 * What is about to be done with several items, and what is still to be known for it.
 *
 * @param doing what is done
 * @param people for an assignment
 * @param time for a schedule
 * @param errors why it was not done
 * @param typed what was typed into the form that was refused
 */
@CheckedTemplate(basePath = "newsroom")
public record BatchPage(
        NewsroomFrame frame,
        Doing doing,
        List<Line> lines,
        List<Choice> people,
        ItemDeskPage.TimeForm time,
        FieldErrors errors,
        Typed typed)
        implements TemplateInstance {

    /**
     * One of the items.
     *
     * @param value the item with the revision that is shown
     * @param hints what speaks against it, or what the checks say
     */
    public record Line(String value, long item, String headline, String language, String state, List<String> hints) {

        public String stateKey() {
            return "state." + state;
        }
    }

    /** What is done: its word, and what the button says. */
    public record Doing(String word, String label) {}
}
