package org.herald.newsroom.portal;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.herald.newsroom.FieldErrors;
import org.herald.newsroom.NewsroomFrame;
import org.herald.newsroom.PortalTime;

/**
 * The breaking news of every language, and a form to put some up.
 *
 * @param look how it will look, when that was asked for; its text is empty before
 */
@CheckedTemplate(basePath = "newsroom")
public record BannerPage(
        NewsroomFrame frame, PortalHead head, FieldErrors errors, List<Up> up, Form form, Look look, int longest)
        implements TemplateInstance {

    /** Breaking news that readers see. */
    public record Up(
            String tag, String language, String text, String aim, String by, PortalTime.When since, String until) {}

    /** What was typed. */
    public record Form(String text, String target, String until, List<BlockPage.Pick> languages) {}

    /** How it will look: its text, what it leads to, and when it ends. */
    public record Look(String tag, String text, String aim, String until, String replaced) {

        static final Look NONE = new Look("", "", "", "", "");
    }
}
