package org.herald.newsroom;

import jakarta.ws.rs.core.Response;

/** The sign-in screen, for a form whose author is signed out. */
@FunctionalInterface
public interface HeldAtSignIn {

    /** The screen with the form; it goes on from here with its author. */
    Response hold(HeldForm form);
}
