package org.herald.newsroom;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The kinds of the portal, each with the way to the table of its items. */
@CheckedTemplate(basePath = "newsroom")
public record KindsPage(NewsroomFrame frame, List<Line> kinds) implements TemplateInstance {

    /** A kind. */
    public record Line(String word, String name, int count, int fields) {}
}
