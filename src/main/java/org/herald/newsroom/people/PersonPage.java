package org.herald.newsroom.people;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.herald.newsroom.FieldErrors;
import org.herald.newsroom.NewsroomFrame;
import org.herald.newsroom.account.AccountPage;

/** Somebody else's account, and what an administrator may do to it. */
@CheckedTemplate(basePath = "newsroom")
public record PersonPage(
        NewsroomFrame frame,
        PeoplePage.PersonRow person,
        Signs signs,
        AccountPage.Keys keys,
        RightsForm rights,
        FieldErrors errors)
        implements TemplateInstance {

    /**
     * How they stand.
     *
     * @param isSelf true for the administrator who looks: nobody changes their own rights
     */
    public record Signs(boolean isSelf, boolean isLocked, boolean hasJoined, boolean asksForCode) {}
}
