package org.herald.newsroom.account;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.herald.newsroom.Door;
import org.herald.newsroom.FieldErrors;
import org.herald.newsroom.NewsroomFrames;
import org.herald.newsroom.Open;
import org.herald.newsroom.Screen;
import org.herald.newsroom.Visitor;
import org.herald.newsroom.account.SignInScreens.Onward;
import org.herald.people.SignIn;

/** The sign-in: e-mail address and password, then a code where one is asked for. */
@Path("/newsroom/sign-in")
public class SignInRoute {

    private static final int OK = 200;
    private static final int REFUSED = 422;
    private static final int TOO_MANY = 429;

    private final NewsroomFrames frames;
    private final SignInScreens screens;
    private final SignIn signIn;
    private final Door door;
    private final Visitor visitor;

    public SignInRoute(NewsroomFrames frames, SignInScreens screens, SignIn signIn, Door door, Visitor visitor) {
        this.frames = frames;
        this.screens = screens;
        this.signIn = signIn;
        this.door = door;
        this.visitor = visitor;
    }

    @GET
    @Open
    public Response get(
            @QueryParam("back") @DefaultValue("") String back, @QueryParam("flash") @DefaultValue("") String flash) {
        String wished = Door.wished(back);
        return visitor.find().isPresent() ? Screen.goTo(wished) : screens.show(wished, flash);
    }

    @POST
    @Open
    public Response post(
            @FormParam("email") @DefaultValue("") String email,
            @FormParam("password") @DefaultValue("") String password,
            @FormParam("back") @DefaultValue("") String back,
            @FormParam("held") @DefaultValue("") String held,
            @Context HttpHeaders headers) {
        var onward = Onward.of(back, held);
        if (!screens.isByPassword()) {
            return screens.again(REFUSED, onward, "", FieldErrors.of(frames.words(), "sign-in-off"));
        }
        return answer(
                signIn.withPassword(email, password, door.client(headers)),
                onward,
                (status, errors) -> screens.again(status, onward, email.strip(), errors),
                "sign-in-wrong");
    }

    @POST
    @Open
    @Path("code")
    public Response code(
            @FormParam("challenge") @DefaultValue("") String challenge,
            @FormParam("code") @DefaultValue("") String code,
            @FormParam("back") @DefaultValue("") String back,
            @FormParam("held") @DefaultValue("") String held,
            @Context HttpHeaders headers) {
        var onward = Onward.of(back, held);
        return answer(
                signIn.withCode(challenge, code, door.client(headers)),
                onward,
                (status, errors) -> screens.code(status, onward, challenge, errors),
                "code-wrong");
    }

    /** Goes on with a form that was held for somebody who has signed in meanwhile, in another window of this browser. */
    @POST
    @Open
    @Path("onward")
    public Response onward(
            @FormParam("back") @DefaultValue("") String back, @FormParam("held") @DefaultValue("") String held) {
        var onward = Onward.of(back, held);
        return visitor.find()
                .map(session -> Screen.goTo(door.onward(session, onward.back(), onward.held())))
                .orElseGet(() -> screens.again(REFUSED, onward, "", FieldErrors.of(frames.words(), "sign-in-not-yet")));
    }

    /** The form again, with what was wrong. */
    @FunctionalInterface
    private interface Again {
        Response with(int status, FieldErrors errors);
    }

    private Response answer(SignIn.Result result, Onward onward, Again again, String wrong) {
        var words = frames.words();
        return switch (result) {
            case SignIn.Admitted admitted -> door.admit(admitted, onward.back(), onward.held());
            case SignIn.NeedsCode(var challenge) -> screens.code(OK, onward, challenge, FieldErrors.NONE);
            case SignIn.Wrong() -> again.with(REFUSED, FieldErrors.of(words, wrong));
            case SignIn.Wait(var left) -> {
                long seconds = SignIn.seconds(left);
                yield Response.fromResponse(again.with(TOO_MANY, FieldErrors.of(words, "sign-in-wait", seconds)))
                        .header(HttpHeaders.RETRY_AFTER, seconds)
                        .build();
            }
            case SignIn.TooLate() -> screens.again(REFUSED, onward, "", FieldErrors.of(words, "sign-in-too-late"));
        };
    }
}
