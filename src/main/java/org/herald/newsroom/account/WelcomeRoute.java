package org.herald.newsroom.account;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.herald.model.Language;
import org.herald.model.Outcome;
import org.herald.newsroom.Door;
import org.herald.newsroom.FieldErrors;
import org.herald.newsroom.LanguageChoice;
import org.herald.newsroom.NewsroomFrames;
import org.herald.newsroom.Open;
import org.herald.newsroom.Refusal;
import org.herald.newsroom.Screen;
import org.herald.people.OneTimeTokens;
import org.herald.people.Registration;
import org.herald.people.SignIn;

/** Where one-time links lead: to become the first administrator, to take up an account, to set a new password. */
@Path("/newsroom/welcome/{token}")
public class WelcomeRoute {

    private static final int REFUSED = 422;
    private static final int GONE = 410;

    private final NewsroomFrames frames;
    private final OneTimeTokens tokens;
    private final Registration registration;
    private final Door door;

    public WelcomeRoute(NewsroomFrames frames, OneTimeTokens tokens, Registration registration, Door door) {
        this.frames = frames;
        this.tokens = tokens;
        this.registration = registration;
        this.door = door;
    }

    @GET
    @Open
    public Response get(@PathParam("token") String token) {
        var link = require(token);
        var account = link.account();
        return Screen.of(page(
                token,
                link,
                account == null ? "" : account.email(),
                account == null ? "" : account.name(),
                account == null ? own() : account.uiLanguage(),
                FieldErrors.NONE));
    }

    @POST
    @Open
    public Response post(
            @PathParam("token") String token,
            @FormParam("email") @DefaultValue("") String email,
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("password") @DefaultValue("") String password,
            @FormParam("speaks") @DefaultValue("") String uiLanguage,
            @Context HttpHeaders headers) {
        var link = require(token);
        var account = link.account();
        var language = LanguageChoice.read(uiLanguage, own());
        var said = new Registration.Said(email, name, password, language);
        return switch (registration.join(token, said, door.client(headers))) {
            case Outcome.Done<SignIn.Result>(var result) -> in(result);
            case Outcome.Refused<SignIn.Result>(var reasons) ->
                Screen.of(
                        REFUSED,
                        page(
                                token,
                                link,
                                account == null ? email : account.email(),
                                name,
                                language,
                                FieldErrors.of(frames.words(), reasons)));
        };
    }

    private Response in(SignIn.Result result) {
        return switch (result) {
            case SignIn.Admitted admitted -> door.admit(admitted, "/newsroom?flash=said.welcome");
            case SignIn.NeedsCode(var challenge) ->
                Screen.of(new SignInCodePage(
                        frames.frame(frames.words().say("sign-in.code-title"), NewsroomFrames.Area.NONE),
                        "/newsroom",
                        "",
                        challenge,
                        FieldErrors.NONE));
            case SignIn.Wrong(), SignIn.Wait _, SignIn.TooLate() -> Screen.goTo("/newsroom/sign-in");
        };
    }

    private WelcomePage page(
            String token, OneTimeTokens.Link link, String email, String name, Language uiLanguage, FieldErrors errors) {
        String purpose = link.purpose().name().toLowerCase(Locale.ROOT);
        return new WelcomePage(
                frames.frame(frames.words().say(title(link.purpose())), NewsroomFrames.Area.NONE),
                token,
                purpose,
                email,
                name,
                LanguageChoice.spoken(uiLanguage),
                errors);
    }

    private static String title(OneTimeTokens.Purpose purpose) {
        return switch (purpose) {
            case FIRST -> "welcome.first-title";
            case INVITATION -> "welcome.invitation-title";
            case RESET -> "welcome.reset-title";
        };
    }

    private Language own() {
        return new Language(frames.words().tag());
    }

    private OneTimeTokens.Link require(String token) {
        return tokens.find(token).orElseThrow(() -> Refusal.of(GONE, "error.link"));
    }
}
