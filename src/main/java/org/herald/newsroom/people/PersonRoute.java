package org.herald.newsroom.people;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.herald.model.AccountId;
import org.herald.model.Outcome;
import org.herald.newsroom.FieldErrors;
import org.herald.newsroom.Needs;
import org.herald.newsroom.NewsroomFrames;
import org.herald.people.Accounts;
import org.herald.people.OneTimeTokens;
import org.herald.people.Permission;

/** Somebody's account, for administrators: rights, locks, links; how they sign in is {@link PersonWaysRoute}. */
@Path("/newsroom/people/{id:[0-9]{1,18}}")
public class PersonRoute {

    private final PersonScreens screens;
    private final PeopleScreens people;
    private final Accounts accounts;
    private final RightsForms forms;
    private final NewsroomFrames frames;

    public PersonRoute(
            PersonScreens screens, PeopleScreens people, Accounts accounts, RightsForms forms, NewsroomFrames frames) {
        this.screens = screens;
        this.people = people;
        this.accounts = accounts;
        this.forms = forms;
        this.frames = frames;
    }

    @GET
    @Needs(Permission.PEOPLE)
    public Response get(@PathParam("id") long id, @QueryParam("flash") @DefaultValue("") String flash) {
        return screens.show(id, flash);
    }

    @POST
    @Needs(Permission.PEOPLE)
    public Response rights(
            @PathParam("id") long id,
            @FormParam("role") @DefaultValue("") String role,
            @FormParam("language") List<String> languages,
            @FormParam("section") List<String> sections) {
        var rights = forms.read(role, languages, sections);
        return rights.isEmpty()
                ? screens.again(id, FieldErrors.of(frames.words(), "role-unknown"))
                : screens.answer(
                        id, accounts.setRights(people.actor(), new AccountId(id), rights.get()), "rights-kept");
    }

    @POST
    @Needs(Permission.PEOPLE)
    @Path("lock")
    public Response lock(@PathParam("id") long id) {
        return screens.answer(id, accounts.lock(people.actor(), new AccountId(id)), "locked");
    }

    @POST
    @Needs(Permission.PEOPLE)
    @Path("unlock")
    public Response unlock(@PathParam("id") long id) {
        return screens.answer(id, accounts.unlock(people.actor(), new AccountId(id)), "unlocked");
    }

    @POST
    @Needs(Permission.PEOPLE)
    @Path("link")
    public Response link(@PathParam("id") long id) {
        var person = people.require(id);
        var purpose = person.hasJoined() ? OneTimeTokens.Purpose.RESET : OneTimeTokens.Purpose.INVITATION;
        return switch (accounts.makeLink(people.actor(), new AccountId(id), person.hasJoined())) {
            case Outcome.Done<String>(var token) -> people.link(person.account().name(), purpose, token);
            case Outcome.Refused<String>(var reasons) -> screens.again(id, FieldErrors.of(frames.words(), reasons));
        };
    }
}
