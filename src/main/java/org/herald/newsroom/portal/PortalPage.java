package org.herald.newsroom.portal;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.herald.newsroom.NewsroomFrame;

/**
 * What is planned of the portal, now and then, and the ways to its screens.
 *
 * @param seen names the state of the plan that is shown
 * @param languages in which it can be looked at before it is published
 */
@CheckedTemplate(basePath = "newsroom")
public record PortalPage(
        NewsroomFrame frame,
        PortalHead head,
        List<String> reasons,
        List<PlanLine> plan,
        String seen,
        List<Tongue> languages)
        implements TemplateInstance {

    /** A language of the portal. */
    public record Tongue(String tag, String name) {}
}
