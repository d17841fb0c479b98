package org.herald.newsroom.writing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.herald.newsroom.FieldErrors;
import org.herald.newsroom.NewsroomFrame;

/**
 * Lets choose the lead picture of a draft among those that are here, or bring one.
 *
 * @param q the text that the names shown have
 * @param next the rest of the address of the part that follows; empty for none
 */
@CheckedTemplate(basePath = "newsroom")
public record PicturesPage(
        NewsroomFrame frame, FieldErrors errors, Draft draft, List<Line> pictures, String q, String next)
        implements TemplateInstance {

    /** The draft, and where it is written. */
    public record Draft(long id, long version, String picture, String back) {}

    /** A picture. */
    public record Line(long id, String name, int width, int height, boolean isChosen) {}
}
