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
public record Doer(Principal principal, @Nullable AccountId account, String address) {

    /** Whoever has the machine: the command {@code herald user}. */
    public static final Doer COMMAND = new Doer(Principal.OPERATOR, null, "");

    public static Doer of(Visit visit, String address) {
        return new Doer(visit.account().principal(), visit.account().id(), address);
    }
}
