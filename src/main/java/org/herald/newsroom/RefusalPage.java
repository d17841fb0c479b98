package org.herald.newsroom;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Says why something cannot be done, and where to go instead. */
@CheckedTemplate(basePath = "newsroom")
public record RefusalPage(NewsroomFrame frame, String explanation) implements TemplateInstance {}
