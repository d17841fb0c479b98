package org.herald.newsroom.account;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.herald.newsroom.FieldErrors;
import org.herald.newsroom.HeldForm;
import org.herald.newsroom.NewsroomFrame;
import org.jspecify.annotations.Nullable;

/**
 * The first step of a sign-in.
 *
 * @param back where they wished to go
 * @param held the form that is to be done after the sign-in, as {@link HeldForm#packed} writes it; empty for none
 * @param email as it was typed
 * @param byPassword false where passwords are turned off
 * @param provider the OpenID provider; nothing where there is none
 */
@CheckedTemplate(basePath = "newsroom")
public record SignInPage(
        NewsroomFrame frame,
        String back,
        String held,
        String email,
        boolean byPassword,
        @Nullable Provider provider,
        FieldErrors errors)
        implements TemplateInstance {

    /** An OpenID provider by what people call it, and the way there. */
    public record Provider(String label, String path) {}
}
