package org.herald.newsroom.writing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.herald.newsroom.Choice;
import org.herald.newsroom.FieldErrors;
import org.herald.newsroom.ItemHead;
import org.herald.newsroom.NewsroomFrame;
import org.herald.newsroom.PortalTime;

/**
 * The preview links of an item, for people outside the newsroom.
 *
 * @param embargo what those who open one are told about an embargo; empty for none
 * @param fresh the address of the link that was just made, shown this once; empty for none
 */
@CheckedTemplate(basePath = "newsroom")
public record PreviewsPage(
        NewsroomFrame frame,
        ItemHead head,
        FieldErrors errors,
        String embargo,
        String fresh,
        Typed typed,
        List<Line> lines)
        implements TemplateInstance {

    /**
     * What was typed into the form.
     *
     * @param newest the number of the newest revision
     * @param isOfNow true when the link is to show that one, not whichever is newest when it is opened
     */
    public record Typed(String note, long newest, List<Choice> lasting, boolean isOfNow) {}

    /**
     * A link.
     *
     * @param shows what it shows, in words
     * @param status whether it can still be opened, in words
     */
    public record Line(
            long id,
            String note,
            String by,
            PortalTime.When made,
            PortalTime.When until,
            String shows,
            String status,
            boolean isOpen) {}
}
