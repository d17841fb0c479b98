package org.herald.newsroom.account;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.herald.model.Outcome;
import org.herald.newsroom.Door;
import org.herald.newsroom.FieldErrors;
import org.herald.newsroom.NewsroomFrames;
import org.herald.newsroom.Open;
import org.herald.newsroom.Screen;
import org.herald.people.PasskeySignIn;
import org.herald.people.SignIn;

/** The sign-in by passkey: what a device is asked to sign, and what it signed. */
@Path("/newsroom/sign-in/passkey")
public class PasskeySignInRoute {

    private static final int REFUSED = 422;
    private static final int MINUTES = 5 * 60 * 1000;

    private final NewsroomFrames frames;
    private final SignInScreens screens;
    private final PasskeySignIn passkeys;
    private final Door door;

    public PasskeySignInRoute(NewsroomFrames frames, SignInScreens screens, PasskeySignIn passkeys, Door door) {
        this.frames = frames;
        this.screens = screens;
        this.passkeys = passkeys;
        this.door = door;
    }

    /** The options of {@code navigator.credentials.get} (WebAuthn Level 3, section 5.5), bytes in base64url. */
    @POST
    @Open
    @Path("challenge")
    public Response challenge() {
        var asked = passkeys.ask();
        return Screen.json(
                200,
                Map.of(
                        "challenge", asked.challenge(),
                        "rpId", asked.party().id(),
                        "timeout", MINUTES,
                        "allowCredentials", List.of(),
                        "userVerification", "required"));
    }

    @POST
    @Open
    public Response post(
            @FormParam("credential") @DefaultValue("") String credential,
            @FormParam("back") @DefaultValue("") String back,
            @FormParam("held") @DefaultValue("") String held,
            @Context HttpHeaders headers) {
        var onward = SignInScreens.Onward.of(back, held);
        var words = frames.words();
        return switch (passkeys.with(credential, door.client(headers))) {
            case Outcome.Refused<SignIn.Result>(var reasons) ->
                screens.again(REFUSED, onward, "", FieldErrors.of(words, reasons));
            case Outcome.Done<SignIn.Result>(SignIn.Admitted admitted) ->
                door.admit(admitted, onward.back(), onward.held());
            case Outcome.Done<SignIn.Result>(SignIn.Wait(var left)) ->
                screens.again(429, onward, "", FieldErrors.of(words, "sign-in-wait", SignIn.seconds(left)));
            case Outcome.Done<SignIn.Result> _ ->
                screens.again(REFUSED, onward, "", FieldErrors.of(words, "passkey-unknown"));
        };
    }
}
