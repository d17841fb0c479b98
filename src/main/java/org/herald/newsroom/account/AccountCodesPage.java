package org.herald.newsroom.account;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.herald.newsroom.FieldErrors;
import org.herald.newsroom.NewsroomFrame;
import org.herald.people.OwnAccount;

/**
 * Where one begins to be asked for codes: the secret for the app, and the first code of it.
 *
 * @param groups the secret as it is typed
 */
@CheckedTemplate(basePath = "newsroom")
public record AccountCodesPage(
        NewsroomFrame frame, OwnAccount.Enrolment enrolment, String groups, QrDrawing drawing, FieldErrors errors)
        implements TemplateInstance {}
