package org.herald.newsroom.account;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.herald.model.Outcome;
import org.herald.model.Outcome.Reason;
import org.herald.newsroom.Door;
import org.herald.newsroom.FieldErrors;
import org.herald.newsroom.NewsroomFrames;
import org.herald.newsroom.Open;
import org.herald.newsroom.Screen;
import org.herald.newsroom.SessionCookie;
import org.herald.people.OpenIdSignIn;
import org.herald.people.SignIn;

/** The sign-in at an OpenID provider: the way there, and the way back. */
@Path("/newsroom/sign-in/openid")
public class OpenIdRoute {

    private static final int REFUSED = 422;
    private static final int AWAY = 503;

    private final NewsroomFrames frames;
    private final SignInScreens screens;
    private final OpenIdWay way;
    private final Door door;
    private final SessionCookie session;

    public OpenIdRoute(NewsroomFrames frames, SignInScreens screens, OpenIdWay way, Door door, SessionCookie session) {
        this.frames = frames;
        this.screens = screens;
        this.way = way;
        this.door = door;
        this.session = session;
    }

    @GET
    @Open
    public Response begin(@QueryParam("back") @DefaultValue("") String back) {
        String wished = Door.wished(back);
        return switch (way.signIn().begin(way.provider(), wished)) {
            case Outcome.Refused<OpenIdSignIn.Begun>(var reasons) -> again(wished, reasons);
            case Outcome.Done<OpenIdSignIn.Begun>(var begun) ->
                Response.fromResponse(Screen.goTo(begun.address().toString()))
                        .cookie(cookie(begun.cookie(), (int) OpenIdSignIn.GOOD.toSeconds()))
                        .build();
        };
    }

    @GET
    @Open
    @Path("return")
    public Response back(
            @QueryParam("code") @DefaultValue("") String code,
            @QueryParam("state") @DefaultValue("") String state,
            @QueryParam("error") @DefaultValue("") String error,
            @QueryParam("iss") @DefaultValue("") String issuer,
            @Context HttpHeaders headers) {
        Cookie sent = headers.getCookies().get(name());
        var brought = new OpenIdSignIn.Brought(code, state, error, issuer, sent == null ? "" : sent.getValue());
        var outcome = way.signIn().finish(way.provider(), brought, screens.newcomers(), door.client(headers));
        return Response.fromResponse(answer(outcome)).cookie(cookie("", 0)).build();
    }

    private Response answer(Outcome<OpenIdSignIn.Finished> outcome) {
        return switch (outcome) {
            case Outcome.Refused<OpenIdSignIn.Finished>(var reasons) -> again("/newsroom", reasons);
            case Outcome.Done<OpenIdSignIn.Finished>(OpenIdSignIn.Finished(SignIn.Admitted admitted, var back)) ->
                door.admit(admitted, Door.wished(back));
            case Outcome.Done<OpenIdSignIn.Finished> _ ->
                again("/newsroom", List.of(new Reason("refused.openid-locked", List.of())));
        };
    }

    private Response again(String wished, List<Reason> reasons) {
        boolean isAway = reasons.getFirst().key().equals("refused.openid-down");
        return screens.again(
                isAway ? AWAY : REFUSED, SignInScreens.Onward.to(wished), "", FieldErrors.of(frames.words(), reasons));
    }

    private String name() {
        return session.name() + "-openid";
    }

    /** Lax, because the browser comes back from another site. */
    private NewCookie cookie(String value, int seconds) {
        return new NewCookie.Builder(name())
                .value(value)
                .path("/")
                .httpOnly(true)
                .secure(session.isSecure())
                .sameSite(NewCookie.SameSite.LAX)
                .maxAge(seconds)
                .build();
    }
}
