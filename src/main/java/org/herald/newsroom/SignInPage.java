package org.herald.newsroom;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * The first step of a sign-in.
 *
 * @param back where they wished to go
 * @param email as it was typed
 */
@CheckedTemplate(basePath = "newsroom")
public record SignInPage(NewsroomFrame frame, String back, String email, Wrongs wrongs) implements TemplateInstance {}
