package org.herald.newsroom;

import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import org.herald.model.Outcome.Reason;
import org.herald.model.Session;
import org.herald.people.Sessions;
import org.herald.store.SignInQueries;

/** Makes the screen of one's own account. */
public final class AccountScreens {

    private final NewsroomFrames frames;
    private final SignInQueries queries;
    private final Sessions sessions;
    private final PortalTime time;
    private final Visitor visitor;

    public AccountScreens(
            NewsroomFrames frames, SignInQueries queries, Sessions sessions, PortalTime time, Visitor visitor) {
        this.frames = frames;
        this.queries = queries;
        this.sessions = sessions;
        this.time = time;
        this.visitor = visitor;
    }

    Response show(String said) {
        return show(200, said, visitor.account().name(), Wrongs.NONE);
    }

    /** The screen again, after something was refused. */
    Response again(String name, Wrongs wrongs) {
        return show(422, "", name, wrongs);
    }

    NewsroomFrame frame(String titleKey) {
        return frames.frame(frames.words().say(titleKey), NewsroomFrames.Place.NONE);
    }

    Wrongs wrongs(List<Reason> reasons) {
        return Wrongs.of(frames.words(), reasons);
    }

    private Response show(int status, String said, String name, Wrongs wrongs) {
        var account = visitor.account();
        var person = queries.person(account.id()).orElseThrow();
        return Screen.of(
                status,
                new AccountPage(
                        frames.frame(frames.words().say("account.title"), NewsroomFrames.Place.NONE, said),
                        account.email(),
                        name,
                        LanguageChoice.spoken(account.speaks()),
                        new AccountPage.Ways(
                                person.hasPassword(),
                                person.asksForCode(),
                                person.recoveryCodes(),
                                person.hasShortcuts()),
                        rows(),
                        wrongs));
    }

    private List<AccountPage.SessionRow> rows() {
        long present = visitor.visit().session();
        return sessions.of(visitor.account().id()).stream()
                .map(session -> row(session, session.id() == present))
                .sorted(Comparator.comparing(AccountPage.SessionRow::isPresent).reversed())
                .toList();
    }

    private AccountPage.SessionRow row(Session session, boolean isPresent) {
        var words = frames.words();
        return new AccountPage.SessionRow(
                session.id(),
                Browsers.name(session.agent()),
                session.address(),
                time.at(session.begunAt(), words),
                time.at(session.seenAt(), words),
                isPresent);
    }
}
