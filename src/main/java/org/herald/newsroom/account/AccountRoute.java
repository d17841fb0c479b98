package org.herald.newsroom.account;

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
import org.herald.newsroom.Door;
import org.herald.newsroom.LanguageChoice;
import org.herald.newsroom.Needs;
import org.herald.newsroom.Screen;
import org.herald.newsroom.Visitor;
import org.herald.people.OwnAccount;
import org.herald.people.Permission;

/** One's own account: name and language, password, and where one is signed in. */
@Path("/newsroom/account")
public class AccountRoute {

    private static final String HERE = "/newsroom/account?flash=said.";

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
    public Response get(@QueryParam("flash") @DefaultValue("") String flash) {
        return screens.show(flash);
    }

    @POST
    @Needs(Permission.DESK)
    public Response post(
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("speaks") @DefaultValue("") String uiLanguage,
            @FormParam("shortcuts") @DefaultValue("") String shortcuts,
            @Context HttpHeaders headers) {
        var session = visitor.session();
        return switch (own.rename(session, name, door.client(headers))) {
            case Outcome.Refused<Account>(var reasons) -> screens.again(name, screens.errors(reasons));
            case Outcome.Done<Account>(var account) -> {
                own.setTaste(
                        account.id(), LanguageChoice.read(uiLanguage, account.uiLanguage()), "on".equals(shortcuts));
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
        return switch (own.changePassword(visitor.session(), confirm, password, door.client(headers))) {
            case Outcome.Refused<Account>(var reasons) ->
                screens.again(visitor.account().name(), screens.errors(reasons));
            case Outcome.Done<Account> _ -> Screen.goTo(HERE + "password-changed");
        };
    }

    @POST
    @Needs(Permission.DESK)
    @Path("sessions/{session:[0-9]{1,18}}/end")
    public Response endSession(@PathParam("session") long session, @Context HttpHeaders headers) {
        own.revoke(visitor.session(), session, door.client(headers));
        return Screen.goTo(HERE + "session-ended");
    }

    @POST
    @Needs(Permission.DESK)
    @Path("sessions/end")
    public Response endOthers(@Context HttpHeaders headers) {
        own.revokeOthers(visitor.session(), door.client(headers));
        return Screen.goTo(HERE + "sessions-ended");
    }
}
