package org.herald.people;

import static org.herald.people.Permission.AMEND;
import static org.herald.people.Permission.AUDIT;
import static org.herald.people.Permission.BANNER;
import static org.herald.people.Permission.CORRECT;
import static org.herald.people.Permission.DESK;
import static org.herald.people.Permission.OUTLINE;
import static org.herald.people.Permission.RELEASE;
import static org.herald.people.Permission.RELEASE_UNREVIEWED;
import static org.herald.people.Permission.REVIEW;
import static org.herald.people.Permission.TRANSLATE;
import static org.herald.people.Permission.WITHDRAW;
import static org.herald.people.Permission.WRITE;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.herald.model.Account;
import org.herald.model.Language;
import org.herald.model.Role;
import org.herald.model.SectionId;

/** The table of permissions: what each role may do. The one place that says so; see docs/permissions.md. */
public final class Permissions {

    private Permissions() {}

    /** What this role may do. */
    public static Set<Permission> of(Role role) {
        return switch (role) {
            case REPORTER -> EnumSet.of(DESK, WRITE);
            case TRANSLATOR -> EnumSet.of(DESK, TRANSLATE);
            case EDITOR -> EnumSet.of(DESK, WRITE, TRANSLATE, REVIEW, RELEASE, CORRECT, WITHDRAW);
            case CHIEF_EDITOR ->
                EnumSet.of(
                        DESK,
                        WRITE,
                        TRANSLATE,
                        REVIEW,
                        RELEASE,
                        RELEASE_UNREVIEWED,
                        CORRECT,
                        AMEND,
                        WITHDRAW,
                        BANNER,
                        OUTLINE,
                        AUDIT);
            case ADMINISTRATOR -> EnumSet.allOf(Permission.class);
        };
    }

    /** True when the account may do this at all. */
    public static boolean allow(Account account, Permission permission) {
        return !account.isLocked() && of(account.role()).contains(permission);
    }

    /**
     * True when the account may do this to an item.
     *
     * @param upward the item's section and all above it
     */
    public static boolean allow(
            Account account, Permission permission, Language language, Collection<SectionId> upward) {
        return allow(account, permission) && account.worksIn(language, upward);
    }
}
