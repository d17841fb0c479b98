package org.herald.newsroom;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

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
