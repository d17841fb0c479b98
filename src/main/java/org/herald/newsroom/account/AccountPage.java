package org.herald.newsroom.account;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.herald.newsroom.FieldErrors;
import org.herald.newsroom.LanguageChoice;
import org.herald.newsroom.NewsroomFrame;
import org.herald.newsroom.PortalTime;
import org.jspecify.annotations.Nullable;

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
        Keys keys,
        FieldErrors errors)
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

    /**
     * What one signs in by beside a password.
     *
     * @param label what a passkey that is added now is first called
     */
    public record Keys(List<PasskeyRow> passkeys, List<IdentityRow> identities, String label) {}

    /**
     * A passkey.
     *
     * @param isSynced true when it goes with its owner from device to device
     * @param used when it was last used; nothing when it never was
     */
    public record PasskeyRow(
            long id, String label, boolean isSynced, PortalTime.When made, PortalTime.@Nullable When used) {}

    /** By what an OpenID provider knows one. */
    public record IdentityRow(long id, String issuer, PortalTime.When made) {}
}
