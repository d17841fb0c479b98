package org.herald.newsroom.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.herald.newsroom.NewsroomFrame;

/** The kinds of the portal, each with the way to the table of its items. */
@CheckedTemplate(basePath = "newsroom")
public record KindsPage(NewsroomFrame frame, List<Line> kinds) implements TemplateInstance {

    /** A kind. */
    public record Line(String word, String name, int count, int fields) {}
}
