package org.herald.newsroom;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.herald.model.Account;
import org.herald.model.Outcome;
import org.herald.people.OwnAccount;
import org.herald.people.Permission;

/** One's own account: name and language, password, and where one is signed in. */
@Path("/newsroom/account")
public class AccountRoute {

    private static final String HERE = "/newsroom/account?said=said.";

    private final AccountScreens screens;
    private final OwnAccount own;
    private final Door door;
    private final Visitor visitor;

    public AccountRoute(AccountScreens screens, OwnAccount own, Door door, Visitor visitor) {
        this.screens = screens;
        this.own = own;
        this.door = door;
        this.visitor = visitor;
    }

    @GET
    @Needs(Permission.DESK)
    public Response get(@QueryParam("said") @DefaultValue("") String said) {
        return screens.show(said);
    }

    @POST
    @Needs(Permission.DESK)
    public Response post(
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("speaks") @DefaultValue("") String speaks,
            @FormParam("shortcuts") @DefaultValue("") String shortcuts,
            @Context HttpHeaders headers) {
        var visit = visitor.visit();
        return switch (own.rename(visit, name, door.caller(headers))) {
            case Outcome.Refused<Account>(var reasons) -> screens.again(name, screens.wrongs(reasons));
            case Outcome.Done<Account>(var account) -> {
                own.setTaste(account.id(), LanguageChoice.read(speaks, account.speaks()), "on".equals(shortcuts));
                yield Screen.goTo(HERE + "account-kept");
            }
        };
    }

    @POST
    @Needs(Permission.DESK)
    @Path("password")
    public Response password(
            @FormParam("confirm") @DefaultValue("") String confirm,
            @FormParam("password") @DefaultValue("") String password,
            @Context HttpHeaders headers) {
        return switch (own.changePassword(visitor.visit(), confirm, password, door.caller(headers))) {
            case Outcome.Refused<Account>(var reasons) ->
                screens.again(visitor.account().name(), screens.wrongs(reasons));
            case Outcome.Done<Account> _ -> Screen.goTo(HERE + "password-changed");
        };
    }

    @POST
    @Needs(Permission.DESK)
    @Path("sessions/{session:[0-9]{1,18}}/end")
    public Response endSession(@PathParam("session") long session, @Context HttpHeaders headers) {
        own.revoke(visitor.visit(), session, door.caller(headers));
        return Screen.goTo(HERE + "session-ended");
    }

    @POST
    @Needs(Permission.DESK)
    @Path("sessions/end")
    public Response endOthers(@Context HttpHeaders headers) {
        own.revokeOthers(visitor.visit(), door.caller(headers));
        return Screen.goTo(HERE + "sessions-ended");
    }
}
