package org.herald.newsroom;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The choice of the language in which somebody who is not signed in is spoken to. */
@Path("/newsroom/language")
public class LanguageRoute {

    private final ChosenLanguage chosen;

    public LanguageRoute(SessionCookie session) {
        this.chosen = new ChosenLanguage(session);
    }

    /**
     * Keeps the choice at this browser, and goes back.
     *
     * @param back the page on which it was made
     */
    @POST
    @Open
    public Response choose(
            @FormParam("language") @DefaultValue("") String language,
            @FormParam("back") @DefaultValue("") String back) {
        Response there = Screen.goTo(Door.wished(back));
        return ChosenLanguage.find(language)
                .map(tag ->
                        Response.fromResponse(there).cookie(chosen.keep(tag)).build())
                .orElse(there);
    }
}
