package org.herald.newsroom;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/**
 * One's own account.
 *
 * @param name as it is, or as it was typed
 * @param sessions where one is signed in, the present one first
 */
@CheckedTemplate(basePath = "newsroom")
public record AccountPage(
        NewsroomFrame frame,
        String email,
        String name,
        List<LanguageChoice> languages,
        Ways ways,
        List<SessionRow> sessions,
        Wrongs wrongs)
        implements TemplateInstance {

    /**
     * How one signs in.
     *
     * @param recoveryCodes how many are left
     * @param hasShortcuts true when single keys are shortcuts
     */
    public record Ways(boolean hasPassword, boolean asksForCode, int recoveryCodes, boolean hasShortcuts) {}

    /**
     * A browser that is signed in.
     *
     * @param browser empty when nothing is known of it
     */
    public record SessionRow(
            long id, String browser, String address, PortalTime.When begun, PortalTime.When seen, boolean isPresent) {}
}
