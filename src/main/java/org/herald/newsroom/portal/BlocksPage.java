package org.herald.newsroom.portal;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.herald.newsroom.NewsroomFrame;

/** The blocks of one language, by the spots where they stand. */
@CheckedTemplate(basePath = "newsroom")
public record BlocksPage(
        NewsroomFrame frame,
        PortalHead head,
        List<String> reasons,
        String language,
        List<MenuPage.Other> languages,
        List<Spot> spots)
        implements TemplateInstance {

    /**
     * A spot with its blocks in order.
     *
     * @param seen names the order that the form was made from
     */
    public record Spot(String word, String title, String order, String seen, List<Line> lines) {

        public boolean isMany() {
            return lines.size() > 1;
        }
    }

    /** A block, with when it shows in words. */
    public record Line(long id, String kind, String title, String aim, boolean isLost, String when, boolean isNow) {}
}
