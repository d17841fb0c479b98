package org.herald.newsroom.people;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.herald.newsroom.NewsroomFrame;

/**
 * Asks whether a way to sign in is to be taken away from somebody.
 *
 * @param text what that means for them
 * @param action where the form goes
 * @param back the screen of their account
 */
@CheckedTemplate(basePath = "newsroom")
public record PersonWayPage(NewsroomFrame frame, String text, String action, String back) implements TemplateInstance {}
