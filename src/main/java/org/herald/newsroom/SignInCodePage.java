package org.herald.newsroom;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * The second step of a sign-in.
 *
 * @param challenge which sign-in it is the second step of
 */
@CheckedTemplate(basePath = "newsroom")
public record SignInCodePage(NewsroomFrame frame, String back, String challenge, Wrongs wrongs)
        implements TemplateInstance {}
