package org.herald.newsroom.people;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.herald.newsroom.FieldErrors;
import org.herald.newsroom.LanguageChoice;
import org.herald.newsroom.NewsroomFrame;

/** The form by which somebody is invited, with what was typed. */
@CheckedTemplate(basePath = "newsroom")
public record InvitePage(
        NewsroomFrame frame,
        String email,
        String name,
        List<LanguageChoice> uiLanguages,
        RightsForm rights,
        FieldErrors errors)
        implements TemplateInstance {}
