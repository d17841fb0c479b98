package org.herald.newsroom;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.herald.model.Account;
import org.herald.model.AccountId;
import org.herald.model.Outcome;
import org.herald.people.Accounts;
import org.herald.people.Links;
import org.herald.people.Permission;
import org.herald.store.SignInQueries;

/** Somebody's account, for administrators: rights, locks, links. */
@Path("/newsroom/people/{id:[0-9]{1,18}}")
public class PersonRoute {

    private final PeopleScreens screens;
    private final SignInQueries queries;
    private final Accounts accounts;
    private final RightsForms forms;
    private final NewsroomFrames frames;

    public PersonRoute(
            PeopleScreens screens, SignInQueries queries, Accounts accounts, RightsForms forms, NewsroomFrames frames) {
        this.screens = screens;
        this.queries = queries;
        this.accounts = accounts;
        this.forms = forms;
        this.frames = frames;
    }

    @GET
    @Needs(Permission.PEOPLE)
    public Response get(@PathParam("id") long id, @QueryParam("said") @DefaultValue("") String said) {
        return page(200, require(id), said, Wrongs.NONE);
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
                ? page(422, require(id), "", Wrongs.of(frames.words(), "role-unknown"))
                : answer(id, accounts.setRights(screens.doer(), new AccountId(id), rights.get()), "rights-kept");
    }

    @POST
    @Needs(Permission.PEOPLE)
    @Path("lock")
    public Response lock(@PathParam("id") long id) {
        return answer(id, accounts.lock(screens.doer(), new AccountId(id)), "locked");
    }

    @POST
    @Needs(Permission.PEOPLE)
    @Path("unlock")
    public Response unlock(@PathParam("id") long id) {
        return answer(id, accounts.unlock(screens.doer(), new AccountId(id)), "unlocked");
    }

    @POST
    @Needs(Permission.PEOPLE)
    @Path("codes-off")
    public Response codesOff(@PathParam("id") long id) {
        return answer(id, accounts.turnCodesOff(screens.doer(), new AccountId(id)), "person-codes-off");
    }

    @POST
    @Needs(Permission.PEOPLE)
    @Path("link")
    public Response link(@PathParam("id") long id) {
        var person = require(id);
        var purpose = person.hasJoined() ? Links.Purpose.RESET : Links.Purpose.INVITATION;
        return switch (accounts.makeLink(screens.doer(), new AccountId(id), person.hasJoined())) {
            case Outcome.Done<String>(var token) ->
                screens.link(person.account().name(), purpose, token);
            case Outcome.Refused<String>(var reasons) -> page(422, person, "", Wrongs.of(frames.words(), reasons));
        };
    }

    private Response answer(long id, Outcome<Account> outcome, String said) {
        return switch (outcome) {
            case Outcome.Done<Account> _ -> Screen.goTo("/newsroom/people/" + id + "?said=said." + said);
            case Outcome.Refused<Account>(var reasons) ->
                page(422, require(id), "", Wrongs.of(frames.words(), reasons));
        };
    }

    private Response page(int status, SignInQueries.Person person, String said, Wrongs wrongs) {
        var account = person.account();
        var words = frames.words();
        return Screen.of(
                status,
                new PersonPage(
                        frames.frame(account.name(), NewsroomFrames.Place.PEOPLE, said),
                        screens.row(person),
                        new PersonPage.Signs(
                                account.id().equals(screens.doer().account()),
                                account.isLocked(),
                                person.hasJoined(),
                                person.asksForCode()),
                        forms.of(new Accounts.Rights(account.role(), account.languages(), account.sections()), words),
                        wrongs));
    }

    private SignInQueries.Person require(long id) {
        return queries.person(new AccountId(id)).orElseThrow(Refusal::notThere);
    }
}
