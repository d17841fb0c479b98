package org.herald.people;

import org.herald.model.AccountId;
import org.herald.model.Principal;
import org.jspecify.annotations.Nullable;

/**
 * Who does something to accounts.
 *
 * @param account theirs; nothing for the command line, which may do everything
 * @param address from which they do it; empty for the command line
 */
public record ActingPrincipal(Principal principal, @Nullable AccountId account, String address) {

    /** Whoever has the machine: the command {@code herald user}. */
    public static final ActingPrincipal COMMAND = new ActingPrincipal(Principal.OPERATOR, null, "");

    public static ActingPrincipal of(SignedInSession session, String address) {
        return new ActingPrincipal(
                session.account().principal(), session.account().id(), address);
    }
}
