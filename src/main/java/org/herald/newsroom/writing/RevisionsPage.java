package org.herald.newsroom.writing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.herald.newsroom.FieldErrors;
import org.herald.newsroom.ItemHead;
import org.herald.newsroom.NewsroomFrame;
import org.herald.newsroom.PortalTime;

/**
 * The revisions of an item, newest first.
 *
 * @param next the number before which the part that follows begins; 0 for none
 * @param mayRestore true for those who may write the item
 */
@CheckedTemplate(basePath = "newsroom")
public record RevisionsPage(
        NewsroomFrame frame,
        ItemHead head,
        FieldErrors errors,
        List<Line> lines,
        Compared compared,
        long next,
        boolean mayRestore)
        implements TemplateInstance {

    /**
     * The numbers of the two that are chosen to be compared; 0 for none.
     *
     * @param wrong what is wrong with the choice; empty for nothing
     */
    public record Compared(long from, long to, String wrong) {

        /** True when the earlier one is what has to be chosen yet. */
        public boolean isFromMissing() {
            return !wrong.isEmpty() && from == 0;
        }

        /** True when the later one is. */
        public boolean isToMissing() {
            return !wrong.isEmpty() && from != 0;
        }
    }

    /**
     * One of them.
     *
     * @param marks what became of it, in words
     * @param before the number of the one before; 0 for the first
     */
    public record Line(
            long number,
            String headline,
            String by,
            PortalTime.When saved,
            List<String> marks,
            long before,
            boolean isNewest) {}
}
