package org.herald.newsroom.account;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.herald.newsroom.FieldErrors;
import org.herald.newsroom.HeldForm;
import org.herald.newsroom.NewsroomFrame;

/**
 * The second step of a sign-in.
 *
 * @param held the form that is to be done after the sign-in, as {@link HeldForm#packed} writes it; empty for none
 * @param challenge which sign-in it is the second step of
 */
@CheckedTemplate(basePath = "newsroom")
public record SignInCodePage(NewsroomFrame frame, String back, String held, String challenge, FieldErrors errors)
        implements TemplateInstance {}
