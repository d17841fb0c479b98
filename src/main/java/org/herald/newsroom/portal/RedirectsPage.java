package org.herald.newsroom.portal;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.herald.newsroom.FieldErrors;
import org.herald.newsroom.NewsroomFrame;
import org.herald.newsroom.PortalTime;

/**
 * The addresses that lead elsewhere: those that editors made, or those that things had.
 *
 * @param isOwn true while those that editors made are shown
 * @param more the address of the next part of the list; empty at its end
 */
@CheckedTemplate(basePath = "newsroom")
public record RedirectsPage(
        NewsroomFrame frame,
        PortalHead head,
        FieldErrors errors,
        boolean isOwn,
        String search,
        List<Line> lines,
        String more,
        Form form)
        implements TemplateInstance {

    /** A redirect. */
    public record Line(String path, String label, String target, String by, PortalTime.When at) {}

    /**
     * A redirect as it was typed.
     *
     * @param aim what it would lead to, when that was asked for; empty before
     */
    public record Form(String path, String target, List<BlockPage.Pick> languages, String aim) {}
}
