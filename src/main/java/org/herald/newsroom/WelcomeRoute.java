package org.herald.newsroom;

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
import org.herald.people.Joining;
import org.herald.people.Links;
import org.herald.people.SignIn;

/** Where one-time links lead: to become the first administrator, to take up an account, to set a new password. */
@Path("/newsroom/welcome/{token}")
public class WelcomeRoute {

    private static final int REFUSED = 422;
    private static final int GONE = 410;

    private final NewsroomFrames frames;
    private final Links links;
    private final Joining joining;
    private final Door door;

    public WelcomeRoute(NewsroomFrames frames, Links links, Joining joining, Door door) {
        this.frames = frames;
        this.links = links;
        this.joining = joining;
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
                account == null ? own() : account.speaks(),
                Wrongs.NONE));
    }

    @POST
    @Open
    public Response post(
            @PathParam("token") String token,
            @FormParam("email") @DefaultValue("") String email,
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("password") @DefaultValue("") String password,
            @FormParam("speaks") @DefaultValue("") String speaks,
            @Context HttpHeaders headers) {
        var link = require(token);
        var account = link.account();
        var language = LanguageChoice.read(speaks, own());
        var said = new Joining.Said(email, name, password, language);
        return switch (joining.join(token, said, door.caller(headers))) {
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
                                Wrongs.of(frames.words(), reasons)));
        };
    }

    private Response in(SignIn.Result result) {
        return switch (result) {
            case SignIn.Admitted admitted -> door.admit(admitted, "/newsroom?said=said.welcome");
            case SignIn.NeedsCode(var challenge) ->
                Screen.of(new SignInCodePage(
                        frames.frame(frames.words().say("sign-in.code-title"), NewsroomFrames.Place.NONE),
                        "/newsroom",
                        "",
                        challenge,
                        Wrongs.NONE));
            case SignIn.Wrong(), SignIn.Wait _, SignIn.TooLate() -> Screen.goTo("/newsroom/sign-in");
        };
    }

    private WelcomePage page(String token, Links.Link link, String email, String name, Language speaks, Wrongs wrongs) {
        String purpose = link.purpose().name().toLowerCase(Locale.ROOT);
        return new WelcomePage(
                frames.frame(frames.words().say(title(link.purpose())), NewsroomFrames.Place.NONE),
                token,
                purpose,
                email,
                name,
                LanguageChoice.spoken(speaks),
                wrongs);
    }

    private static String title(Links.Purpose purpose) {
        return switch (purpose) {
            case FIRST -> "welcome.first-title";
            case INVITATION -> "welcome.invitation-title";
            case RESET -> "welcome.reset-title";
        };
    }

    private Language own() {
        return new Language(frames.words().tag());
    }

    private Links.Link require(String token) {
        return links.find(token).orElseThrow(() -> Refusal.of(GONE, "error.link"));
    }
}
