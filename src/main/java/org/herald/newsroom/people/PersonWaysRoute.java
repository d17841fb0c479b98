package org.herald.newsroom.people;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.herald.model.Account;
import org.herald.model.AccountId;
import org.herald.newsroom.Needs;
import org.herald.newsroom.NewsroomFrames;
import org.herald.newsroom.Refusal;
import org.herald.newsroom.Screen;
import org.herald.newsroom.account.AccountRows;
import org.herald.people.Accounts;
import org.herald.people.Permission;

/** How an administrator takes away by what somebody signs in, when the phone or the account elsewhere is lost. */
@Path("/newsroom/people/{id:[0-9]{1,18}}")
public class PersonWaysRoute {

    private final PersonScreens screens;
    private final PeopleScreens people;
    private final AccountRows rows;
    private final Accounts accounts;
    private final NewsroomFrames frames;

    public PersonWaysRoute(
            PersonScreens screens, PeopleScreens people, AccountRows rows, Accounts accounts, NewsroomFrames frames) {
        this.screens = screens;
        this.people = people;
        this.rows = rows;
        this.accounts = accounts;
        this.frames = frames;
    }

    @GET
    @Needs(Permission.PEOPLE)
    @Path("passkeys/{passkey:[0-9]{1,18}}/removal")
    public Response askPasskey(@PathParam("id") long id, @PathParam("passkey") long passkey) {
        var account = people.require(id).account();
        var found = rows.keys(account, frames.words()).passkeys().stream()
                .filter(each -> each.id() == passkey)
                .findFirst()
                .orElseThrow(Refusal::notThere);
        return ask(account, new Way("passkey", found.label(), "passkeys/" + passkey));
    }

    @POST
    @Needs(Permission.PEOPLE)
    @Path("passkeys/{passkey:[0-9]{1,18}}/removal")
    public Response removePasskey(@PathParam("id") long id, @PathParam("passkey") long passkey) {
        return screens.answer(
                id, accounts.removePasskey(people.actor(), new AccountId(id), passkey), "person-passkey-removed");
    }

    @GET
    @Needs(Permission.PEOPLE)
    @Path("identities/{identity:[0-9]{1,18}}/removal")
    public Response askIdentity(@PathParam("id") long id, @PathParam("identity") long identity) {
        var account = people.require(id).account();
        var found = rows.keys(account, frames.words()).identities().stream()
                .filter(each -> each.id() == identity)
                .findFirst()
                .orElseThrow(Refusal::notThere);
        return ask(account, new Way("openid", found.issuer(), "identities/" + identity));
    }

    @POST
    @Needs(Permission.PEOPLE)
    @Path("identities/{identity:[0-9]{1,18}}/removal")
    public Response unlink(@PathParam("id") long id, @PathParam("identity") long identity) {
        return screens.answer(
                id, accounts.unlink(people.actor(), new AccountId(id), identity), "person-openid-removed");
    }

    @GET
    @Needs(Permission.PEOPLE)
    @Path("codes/removal")
    public Response askCodes(@PathParam("id") long id) {
        var person = people.require(id);
        if (!person.asksForCode()) {
            throw Refusal.notThere();
        }
        return ask(person.account(), new Way("codes", "", "codes"));
    }

    @POST
    @Needs(Permission.PEOPLE)
    @Path("codes/removal")
    public Response turnCodesOff(@PathParam("id") long id) {
        return screens.answer(id, accounts.turnCodesOff(people.actor(), new AccountId(id)), "person-codes-off");
    }

    /**
     * A way to sign in.
     *
     * @param kind the word of it among the words
     * @param called what tells it from others of its kind; empty for the only one
     * @param path below that of the account
     */
    private record Way(String kind, String called, String path) {}

    private Response ask(Account account, Way way) {
        var words = frames.words();
        String person = PersonScreens.path(account.id().value());
        return Screen.of(new PersonWayPage(
                frames.frame(words.say("person." + way.kind() + "-remove"), NewsroomFrames.Area.PEOPLE),
                words.say("person." + way.kind() + "-lost", account.name(), way.called()),
                person + "/" + way.path() + "/removal",
                person));
    }
}
