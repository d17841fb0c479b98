package org.herald.newsroom.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.Set;
import org.herald.newsroom.Choice;
import org.herald.newsroom.CommentLine;
import org.herald.newsroom.FieldErrors;
import org.herald.newsroom.ItemHead;
import org.herald.newsroom.NewsroomFrame;
import org.herald.newsroom.PortalTime.When;
import org.jspecify.annotations.Nullable;

/**
 * An item at the desk: where it stands, what can be done with it now, what the checks find, what is said about it.
 *
 * @param errors why the last thing was refused
 * @param typed what was typed into the form that was refused
 */
@CheckedTemplate(basePath = "newsroom")
public record ItemDeskPage(
        NewsroomFrame frame,
        ItemHead head,
        Actions actions,
        Looked looked,
        List<CommentLine> comments,
        List<CorrectionLine> corrections,
        Beside beside,
        FieldErrors errors,
        Typed typed)
        implements TemplateInstance {

    /**
     * What can be done with the item now by the visitor.
     *
     * @param read the newest revision, which is what is approved and let out
     * @param isLive true while readers see the item
     * @param actions the words of all that can be done
     * @param first the word of what is done next most often
     * @param hints sentences that say where the item stands
     * @param isAgain true for an event that can be begun again for next year
     */
    public record Actions(
            long item,
            long read,
            boolean isLive,
            Set<String> actions,
            String first,
            List<String> hints,
            TimeForm time,
            boolean isAgain) {

        public boolean may(String gesture) {
            return actions.contains(gesture);
        }

        /** The class of the button that is pressed most often. */
        public String style(String gesture) {
            return gesture.equals(first) ? "first" : "";
        }

        public boolean isNone() {
            return actions.stream().noneMatch(Shown.BUTTONS::contains);
        }
    }

    /** Which actions stand among the buttons. */
    static final class Shown {

        static final Set<String> BUTTONS = Set.of(
                "review", "approval", "return", "publication", "schedule", "unschedule", "withdrawal", "restoration");

        private Shown() {}
    }

    /**
     * The fields of a time of the portal's clock.
     *
     * @param zone what the portal's time zone is called
     * @param folds the two instants that a time means which comes twice; empty otherwise
     */
    public record TimeForm(String date, String time, String zone, List<Choice> folds) {}

    /**
     * What was looked at before the item goes out.
     *
     * @param changes what readers do not see yet; nothing when they see everything or nothing
     */
    public record Looked(
            List<FoundLine> blocking,
            List<FoundLine> warnings,
            String embargo,
            boolean mayWrite,
            @Nullable Changes changes) {}

    /** What a check found, in words. */
    public record FoundLine(String name, String text) {}

    /** What stands beside: who is to do what, where it stands, what was done. */
    public record Beside(TaskForm task, PlaceForm place, List<DeedLine> deeds) {}

    /** Who is to do something until when. */
    public record TaskForm(String name, @Nullable When due, List<Choice> people, String date, String time) {}

    /** Where the item stands. */
    public record PlaceForm(String section, List<Choice> sections, String slug) {}

    /** Something that was done with the item. */
    public record DeedLine(String by, String what, When at) {}
}
