package org.herald.newsroom.account;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.herald.model.Account;
import org.herald.model.Outcome;
import org.herald.newsroom.Door;
import org.herald.newsroom.Needs;
import org.herald.newsroom.Screen;
import org.herald.newsroom.Visitor;
import org.herald.people.OutsideAccounts;
import org.herald.people.Passkeys;
import org.herald.people.Permission;

/** One's passkeys, added and removed, and by what a provider knows one. */
@Path("/newsroom/account")
public class AccountPasskeysRoute {

    private static final String HERE = "/newsroom/account?flash=said.";
    private static final String PASSKEY = "public-key";
    private static final int MINUTES = 5 * 60 * 1000;

    private final AccountScreens screens;
    private final Passkeys passkeys;
    private final OutsideAccounts identities;
    private final Door door;
    private final Visitor visitor;

    public AccountPasskeysRoute(
            AccountScreens screens, Passkeys passkeys, OutsideAccounts identities, Door door, Visitor visitor) {
        this.screens = screens;
        this.passkeys = passkeys;
        this.identities = identities;
        this.door = door;
        this.visitor = visitor;
    }

    @POST
    @Needs(Permission.DESK)
    @Path("passkeys/challenge")
    public Response challenge(
            @FormParam("label") @DefaultValue("") String label,
            @FormParam("confirm") @DefaultValue("") String confirm,
            @Context HttpHeaders headers) {
        return switch (passkeys.begin(visitor.session(), label, confirm, door.client(headers))) {
            case Outcome.Refused<Passkeys.Creation>(var reasons) ->
                Screen.json(
                        422,
                        Map.of(
                                "message",
                                String.join(
                                        " ", screens.errors(reasons).byField().values())));
            case Outcome.Done<Passkeys.Creation>(var creation) -> Screen.json(200, options(creation));
        };
    }

    @POST
    @Needs(Permission.DESK)
    @Path("passkeys")
    public Response add(
            @FormParam("label") @DefaultValue("") String label,
            @FormParam("credential") @DefaultValue("") String credential,
            @Context HttpHeaders headers) {
        return answer(passkeys.add(visitor.account(), label, credential, door.client(headers)), "passkey-added");
    }

    @POST
    @Needs(Permission.DESK)
    @Path("passkeys/{passkey:[0-9]{1,18}}/removal")
    public Response remove(@PathParam("passkey") long passkey, @Context HttpHeaders headers) {
        return answer(passkeys.remove(visitor.account(), passkey, door.client(headers)), "passkey-removed");
    }

    @POST
    @Needs(Permission.DESK)
    @Path("identities/{identity:[0-9]{1,18}}/removal")
    public Response unlink(@PathParam("identity") long identity, @Context HttpHeaders headers) {
        return answer(identities.unlink(visitor.account(), identity, door.client(headers)), "openid-removed");
    }

    private Response answer(Outcome<Account> outcome, String flash) {
        return switch (outcome) {
            case Outcome.Refused<Account>(var reasons) ->
                screens.again(visitor.account().name(), screens.errors(reasons));
            case Outcome.Done<Account> _ -> Screen.goTo(HERE + flash);
        };
    }

    /** The options of {@code navigator.credentials.create} (WebAuthn Level 3, section 5.4), bytes in base64url. */
    private static Map<String, Object> options(Passkeys.Creation creation) {
        var options = new HashMap<String, Object>();
        var account = creation.account();
        options.put("challenge", creation.challenge());
        options.put(
                "rp",
                Map.of("id", creation.party().id(), "name", creation.party().name()));
        options.put("user", Map.of("id", creation.handle(), "name", account.email(), "displayName", account.name()));
        options.put(
                "pubKeyCredParams",
                creation.algorithms().stream()
                        .map(each -> Map.of("type", PASSKEY, "alg", each))
                        .toList());
        options.put("excludeCredentials", known(creation.known()));
        options.put("timeout", MINUTES);
        options.put("attestation", "none");
        // Nobody types an e-mail address to sign in by a passkey: the device itself must know whose it is.
        options.put(
                "authenticatorSelection",
                Map.of("residentKey", "required", "requireResidentKey", true, "userVerification", "required"));
        return options;
    }

    private static List<Map<String, Object>> known(List<Passkeys.Known> known) {
        return known.stream()
                .map(each -> Map.<String, Object>of(
                        "type", PASSKEY, "id", each.credential(), "transports", each.transports()))
                .toList();
    }
}
