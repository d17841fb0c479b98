package org.herald.newsroom.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.herald.newsroom.NewsroomFrame;

/** What became of each of several items with which one thing was to be done. */
@CheckedTemplate(basePath = "newsroom")
public record BatchResultPage(NewsroomFrame frame, List<BatchPage.Line> done, List<BatchPage.Line> refused)
        implements TemplateInstance {}
