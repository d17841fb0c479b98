package org.herald.newsroom.people;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import org.herald.model.Outcome;
import org.herald.model.Role;
import org.herald.newsroom.FieldErrors;
import org.herald.newsroom.LanguageChoice;
import org.herald.newsroom.Needs;
import org.herald.newsroom.NewsroomFrames;
import org.herald.newsroom.Screen;
import org.herald.people.Accounts;
import org.herald.people.OneTimeTokens;
import org.herald.people.Permission;

/** Everybody of the newsroom, and how somebody is invited. */
@Path("/newsroom/people")
public class PeopleRoute {

    private static final Accounts.Rights USUAL = new Accounts.Rights(Role.REPORTER, Set.of(), Set.of());

    private final PeopleScreens screens;
    private final Accounts accounts;
    private final RightsForms forms;
    private final NewsroomFrames frames;

    public PeopleRoute(PeopleScreens screens, Accounts accounts, RightsForms forms, NewsroomFrames frames) {
        this.screens = screens;
        this.accounts = accounts;
        this.forms = forms;
        this.frames = frames;
    }

    @GET
    @Needs(Permission.PEOPLE)
    public Response get(@QueryParam("flash") @DefaultValue("") String flash) {
        return Screen.of(new PeoplePage(
                frames.frame(frames.words().say("people.title"), NewsroomFrames.Area.PEOPLE, flash), screens.rows()));
    }

    @GET
    @Needs(Permission.PEOPLE)
    @Path("invitation")
    public Response form() {
        return invite(200, "", "", "", USUAL, FieldErrors.NONE);
    }

    @POST
    @Needs(Permission.PEOPLE)
    @Path("invitation")
    public Response post(
            @FormParam("email") @DefaultValue("") String email,
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("speaks") @DefaultValue("") String uiLanguage,
            @FormParam("role") @DefaultValue("") String role,
            @FormParam("language") List<String> languages,
            @FormParam("section") List<String> sections) {
        var rights = forms.read(role, languages, sections);
        if (rights.isEmpty()) {
            return invite(422, email, name, uiLanguage, USUAL, FieldErrors.of(frames.words(), "role-unknown"));
        }
        var invited = accounts.invite(
                screens.actor(), email, name, rights.get(), LanguageChoice.read(uiLanguage, screens.own()));
        return switch (invited) {
            case Outcome.Done<Accounts.Invited>(var done) ->
                screens.link(name.strip(), OneTimeTokens.Purpose.INVITATION, done.token());
            case Outcome.Refused<Accounts.Invited>(var reasons) ->
                invite(422, email, name, uiLanguage, rights.get(), FieldErrors.of(frames.words(), reasons));
        };
    }

    private Response invite(
            int status, String email, String name, String uiLanguage, Accounts.Rights rights, FieldErrors errors) {
        var words = frames.words();
        return Screen.of(
                status,
                new InvitePage(
                        frames.frame(words.say("invite.title"), NewsroomFrames.Area.PEOPLE),
                        email,
                        name,
                        LanguageChoice.spoken(LanguageChoice.read(uiLanguage, screens.own())),
                        forms.of(rights, words),
                        errors));
    }
}
