package org.herald.newsroom;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.herald.model.Account;
import org.herald.people.Visit;
import org.jspecify.annotations.Nullable;

/** Who makes this request; {@link Gate} says it, routes ask. */
@RequestScoped
public class Visitor {

    private @Nullable Visit visit; // set by the gate, once a request

    void is(Visit known) {
        visit = known;
    }

    /** Who it is; nothing for somebody who is not signed in, at the open routes. */
    Optional<Visit> find() {
        return Optional.ofNullable(visit);
    }

    /** Who it is, at every route that needs a permission. */
    Visit visit() {
        return find().orElseThrow(() -> new IllegalStateException("The gate let somebody unknown through"));
    }

    Account account() {
        return visit().account();
    }
}
