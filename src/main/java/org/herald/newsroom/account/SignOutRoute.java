package org.herald.newsroom.account;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.herald.newsroom.Door;
import org.herald.newsroom.Needs;
import org.herald.people.Permission;
import org.herald.people.SignIn;

/** The sign-out: the session ends here, not only in the browser. */
@Path("/newsroom/sign-out")
public class SignOutRoute {

    private final SignIn signIn;
    private final Door door;

    public SignOutRoute(SignIn signIn, Door door) {
        this.signIn = signIn;
        this.door = door;
    }

    @POST
    @Needs(Permission.DESK)
    public Response post(@Context HttpHeaders headers) {
        signIn.end(door.secret(headers), door.client(headers));
        return door.leave("/newsroom/sign-in?flash=said.signed-out");
    }
}
