package org.herald.newsroom;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.herald.people.SignIn;

/** The sign-in: e-mail address and password, then a code where one is asked for. */
@Path("/newsroom/sign-in")
public class SignInRoute {

    private static final int REFUSED = 422;
    private static final int TOO_MANY = 429;

    private final NewsroomFrames frames;
    private final SignIn signIn;
    private final Door door;
    private final Visitor visitor;

    public SignInRoute(NewsroomFrames frames, SignIn signIn, Door door, Visitor visitor) {
        this.frames = frames;
        this.signIn = signIn;
        this.door = door;
        this.visitor = visitor;
    }

    @GET
    @Open
    public Response get(
            @QueryParam("back") @DefaultValue("") String back, @QueryParam("said") @DefaultValue("") String said) {
        String wished = Door.wished(back);
        return visitor.find().isPresent()
                ? Screen.goTo(wished)
                : Screen.of(new SignInPage(frame("sign-in.title", said), wished, "", Wrongs.NONE));
    }

    @POST
    @Open
    public Response post(
            @FormParam("email") @DefaultValue("") String email,
            @FormParam("password") @DefaultValue("") String password,
            @FormParam("back") @DefaultValue("") String back,
            @Context HttpHeaders headers) {
        return answer(
                signIn.withPassword(email, password, door.caller(headers)),
                Door.wished(back),
                (status, wrongs) -> Screen.of(
                        status, new SignInPage(frame("sign-in.title", ""), Door.wished(back), email.strip(), wrongs)),
                "sign-in-wrong");
    }

    @POST
    @Open
    @Path("code")
    public Response code(
            @FormParam("challenge") @DefaultValue("") String challenge,
            @FormParam("code") @DefaultValue("") String code,
            @FormParam("back") @DefaultValue("") String back,
            @Context HttpHeaders headers) {
        return answer(
                signIn.withCode(challenge, code, door.caller(headers)),
                Door.wished(back),
                (status, wrongs) -> Screen.of(
                        status,
                        new SignInCodePage(frame("sign-in.code-title", ""), Door.wished(back), challenge, wrongs)),
                "code-wrong");
    }

    /** The form again, with what was wrong. */
    @FunctionalInterface
    private interface Again {
        Response with(int status, Wrongs wrongs);
    }

    private Response answer(SignIn.Result result, String wished, Again again, String wrong) {
        var words = frames.words();
        return switch (result) {
            case SignIn.Admitted admitted -> door.admit(admitted, wished);
            case SignIn.NeedsCode(var challenge) ->
                Screen.of(new SignInCodePage(frame("sign-in.code-title", ""), wished, challenge, Wrongs.NONE));
            case SignIn.Wrong() -> again.with(REFUSED, Wrongs.of(words, wrong));
            case SignIn.Wait(var left) -> {
                long seconds = SignIn.seconds(left);
                yield Response.fromResponse(again.with(TOO_MANY, Wrongs.of(words, "sign-in-wait", seconds)))
                        .header(HttpHeaders.RETRY_AFTER, seconds)
                        .build();
            }
            case SignIn.TooLate() ->
                Screen.of(
                        REFUSED,
                        new SignInPage(frame("sign-in.title", ""), wished, "", Wrongs.of(words, "sign-in-too-late")));
        };
    }

    private NewsroomFrame frame(String title, String said) {
        return frames.frame(frames.words().say(title), NewsroomFrames.Place.NONE, said);
    }
}
