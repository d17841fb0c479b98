package org.herald.people;

import org.herald.model.Account;

/**
 * Somebody who is signed in, and the session by which we know them.
 *
 * @param id which of their sessions it is; not the secret of its cookie
 * @param csrf what every form of this session carries, and no other site can know
 * @param hasShortcuts true when they want the keyboard shortcuts of the newsroom
 */
public record SignedInSession(Account account, long id, String csrf, boolean hasShortcuts) {

    /** Says nothing of the secret, so that no log does. */
    @Override
    public String toString() {
        return "SignedInSession[" + account.name() + ", " + id + "]";
    }
}
