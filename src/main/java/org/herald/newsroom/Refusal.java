package org.herald.newsroom;

import java.util.List;
import org.herald.model.Outcome.Reason;

/** A request that is answered with a page that says why it cannot be done; nothing was changed. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final transient Reason reason; // for the page alone

    private Refusal(int status, Reason reason) {
        super(reason.key(), null, false, false);
        this.status = status;
        this.reason = reason;
    }

    /** 403: the account may not do this. */
    public static Refusal notAllowed() {
        return of(403, "error.not-allowed");
    }

    /** 403: the form was not ours, or came from a session that has ended. */
    static Refusal notOurForm() {
        return of(403, "error.not-our-form");
    }

    /** 404: there is nothing here, or nothing that this account may see. */
    public static Refusal notThere() {
        return of(404, "error.not-there");
    }

    /** Any other status, with {@code KEY.title} and {@code KEY.text} among the words. */
    public static Refusal of(int status, String key, Object... arguments) {
        return new Refusal(status, new Reason(key, List.of(arguments)));
    }

    int status() {
        return status;
    }

    Reason reason() {
        return reason;
    }
}
