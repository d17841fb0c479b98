package org.herald.newsroom.people;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.herald.config.Settings;
import org.herald.model.AccountId;
import org.herald.model.Language;
import org.herald.newsroom.Door;
import org.herald.newsroom.NewsroomFrames;
import org.herald.newsroom.PortalTime;
import org.herald.newsroom.Refusal;
import org.herald.newsroom.Screen;
import org.herald.newsroom.Visitor;
import org.herald.people.ActingPrincipal;
import org.herald.people.OneTimeTokens;
import org.herald.store.SignInQueries;

/** What the screens about people have in common. */
@Singleton
public final class PeopleScreens {

    private final NewsroomFrames frames;
    private final SignInQueries queries;
    private final RightsForms forms;
    private final PortalTime time;
    private final Around around;

    /** Where the screens stand: the portal, the door, and who looks at them. */
    public record Around(Settings settings, Door door, Visitor visitor) {}

    public PeopleScreens(
            NewsroomFrames frames, SignInQueries queries, RightsForms forms, PortalTime time, Around around) {
        this.frames = frames;
        this.queries = queries;
        this.forms = forms;
        this.time = time;
        this.around = around;
    }

    ActingPrincipal actor() {
        return ActingPrincipal.of(around.visitor().session(), around.door().address());
    }

    /** The language of whoever looks. */
    Language own() {
        return new Language(frames.words().tag());
    }

    /** Somebody with how they sign in. */
    SignInQueries.Person require(long id) {
        return queries.person(new AccountId(id)).orElseThrow(Refusal::notThere);
    }

    List<PeoplePage.PersonRow> rows() {
        return queries.people().stream().map(this::row).toList();
    }

    PeoplePage.PersonRow row(SignInQueries.Person person) {
        var account = person.account();
        var words = frames.words();
        var lastAt = person.lastAt();
        return new PeoplePage.PersonRow(
                account.id().value(),
                account.name(),
                account.email(),
                account.role().word(),
                forms.limits(account, words),
                account.isLocked() ? "locked" : person.hasJoined() ? "joined" : "invited",
                lastAt == null ? null : time.at(lastAt, words));
    }

    /** Shows a one-time link to whoever hands it on. */
    Response link(String name, OneTimeTokens.Purpose purpose, String token) {
        var words = frames.words();
        String explanation = switch (purpose) {
            case FIRST, INVITATION -> words.say("link.invitation", name);
            case RESET -> words.say("link.reset", name);
        };
        return Screen.of(new LinkPage(
                frames.frame(words.say("link.title"), NewsroomFrames.Area.PEOPLE),
                around.settings().baseUrl() + "/newsroom/welcome/" + token,
                explanation));
    }
}
