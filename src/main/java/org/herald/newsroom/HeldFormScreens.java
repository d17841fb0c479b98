package org.herald.newsroom;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import org.herald.people.HeldForms;
import org.herald.people.SignedInSession;

/** Where a form goes that came after its session: onto the sign-in screen, or back to its page. */
@Singleton
public final class HeldFormScreens {

    private final HeldForms forms;
    private final HeldAtSignIn signIn;

    public HeldFormScreens(HeldForms forms, HeldAtSignIn signIn) {
        this.forms = forms;
        this.signIn = signIn;
    }

    /** The sign-in, which carries the form of a user who is signed out. */
    Response atSignIn(HeldForm form) {
        return signIn.hold(form);
    }

    /** The page of the form, filled in again, for a user who is signed in. */
    Response atItsPage(HeldForm form, SignedInSession session) {
        return Screen.goTo(HeldFormReader.withHeld(
                form.page(), forms.keep(session.account().id(), form.toJson())));
    }

    /** Forgets a form that is sent again. */
    void sentAgain(String id, SignedInSession session) {
        forms.remove(session.account().id(), id);
    }
}
