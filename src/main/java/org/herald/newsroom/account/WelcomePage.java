package org.herald.newsroom.account;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.herald.newsroom.FieldErrors;
import org.herald.newsroom.LanguageChoice;
import org.herald.newsroom.NewsroomFrame;

/**
 * What somebody fills in who followed a one-time link.
 *
 * @param purpose {@code first}, {@code invitation} or {@code reset}
 * @param email of the account; as it was typed by the first administrator
 * @param languages that the newsroom speaks, with their own names
 */
@CheckedTemplate(basePath = "newsroom")
public record WelcomePage(
        NewsroomFrame frame,
        String token,
        String purpose,
        String email,
        String name,
        List<LanguageChoice> languages,
        FieldErrors errors)
        implements TemplateInstance {}
