package org.herald.newsroom.people;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.herald.newsroom.NewsroomFrame;

/**
 * A one-time link, shown this once to whoever hands it on.
 *
 * @param address of the link
 * @param explanation for whom it is, and how long it is good
 */
@CheckedTemplate(basePath = "newsroom")
public record LinkPage(NewsroomFrame frame, String address, String explanation) implements TemplateInstance {}
