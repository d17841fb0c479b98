package org.herald.newsroom.account;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.herald.config.Settings;
import org.herald.model.Account;
import org.herald.model.Outcome;
import org.herald.newsroom.Door;
import org.herald.newsroom.FieldErrors;
import org.herald.newsroom.Needs;
import org.herald.newsroom.Screen;
import org.herald.newsroom.Visitor;
import org.herald.people.OwnAccount;
import org.herald.people.Permission;

/** The codes of one's own account: turned on with the first code, turned off, recovery codes made anew. */
@Path("/newsroom/account/codes")
public class AccountCodesRoute {

    private final AccountScreens screens;
    private final OwnAccount own;
    private final Door door;
    private final Visitor visitor;
    private final Settings settings;

    public AccountCodesRoute(AccountScreens screens, OwnAccount own, Door door, Visitor visitor, Settings settings) {
        this.screens = screens;
        this.own = own;
        this.door = door;
        this.visitor = visitor;
        this.settings = settings;
    }

    @GET
    @Needs(Permission.DESK)
    public Response get() {
        return page(200, own.beginCodes(visitor.account(), portal()), FieldErrors.NONE);
    }

    @POST
    @Needs(Permission.DESK)
    public Response post(
            @FormParam("confirm") @DefaultValue("") String confirm,
            @FormParam("sealed") @DefaultValue("") String secret,
            @FormParam("code") @DefaultValue("") String code,
            @Context HttpHeaders headers) {
        return switch (own.turnCodesOn(visitor.session(), confirm, secret, code, door.client(headers))) {
            case Outcome.Done<List<String>>(var codes) -> recoveryCodes(codes);
            case Outcome.Refused<List<String>>(var reasons) ->
                page(422, own.againCodes(visitor.account(), secret, portal()), screens.errors(reasons));
        };
    }

    @POST
    @Needs(Permission.DESK)
    @Path("off")
    public Response off(@FormParam("confirm") @DefaultValue("") String confirm, @Context HttpHeaders headers) {
        return switch (own.turnCodesOff(visitor.session(), confirm, door.client(headers))) {
            case Outcome.Done<Account> _ -> Screen.goTo("/newsroom/account?flash=said.codes-off");
            case Outcome.Refused<Account>(var reasons) ->
                screens.again(visitor.account().name(), screens.errors(reasons).confirming("off"));
        };
    }

    @POST
    @Needs(Permission.DESK)
    @Path("recovery")
    public Response recovery(@FormParam("confirm") @DefaultValue("") String confirm, @Context HttpHeaders headers) {
        return switch (own.renewRecoveryCodes(visitor.session(), confirm, door.client(headers))) {
            case Outcome.Done<List<String>>(var codes) -> recoveryCodes(codes);
            case Outcome.Refused<List<String>>(var reasons) ->
                screens.again(visitor.account().name(), screens.errors(reasons).confirming("recovery"));
        };
    }

    private Response page(int status, OwnAccount.Enrolment enrolment, FieldErrors errors) {
        return Screen.of(
                status,
                new AccountCodesPage(
                        screens.frame("codes.title"),
                        enrolment,
                        enrolment.secret().replaceAll("(.{4})(?!$)", "$1 "),
                        QrDrawing.of(enrolment.address()),
                        errors));
    }

    private Response recoveryCodes(List<String> codes) {
        return Screen.of(new RecoveryCodesPage(screens.frame("recovery.title"), codes));
    }

    private String portal() {
        return settings.nameIn(settings.defaultLanguage());
    }
}
