package org.herald.newsroom;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.herald.model.Account;
import org.herald.model.Language;
import org.herald.people.SignedInSession;
import org.jspecify.annotations.Nullable;

/** Who makes this request; {@link Gate} says it, routes ask. */
@RequestScoped
public class Visitor {

    private @Nullable SignedInSession session; // set by the gate, once a request
    private @Nullable Language language; // the same
    private String here = ""; // the same

    void is(SignedInSession known) {
        session = known;
    }

    /**
     * Where they are, and what their browser says.
     *
     * @param address of this page, or of one from which what was posted can be begun anew
     * @param asked the language that the browser asks for; nothing when the newsroom does not speak it
     */
    void comes(String address, @Nullable Language asked) {
        here = address;
        language = asked;
    }

    /** The language of somebody who is not signed in, as far as their browser says it. */
    Optional<Language> language() {
        return Optional.ofNullable(language);
    }

    /** The address of this page, or of one from which what was posted can be begun anew. */
    String here() {
        return here;
    }

    /** Who it is; nothing for somebody who is not signed in, at the open routes. */
    public Optional<SignedInSession> find() {
        return Optional.ofNullable(session);
    }

    /** Who it is, at every route that needs a permission. */
    public SignedInSession session() {
        return find().orElseThrow(() -> new IllegalStateException("The gate let somebody unknown through"));
    }

    public Account account() {
        return session().account();
    }
}
