package org.herald.newsroom;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.herald.model.Outcome.Reason;
import org.herald.store.SignInQueries;

/** Makes the screen of one's own account. */
@Singleton
public final class AccountScreens {

    private final NewsroomFrames frames;
    private final SignInQueries queries;
    private final AccountRows rows;
    private final Visitor visitor;

    public AccountScreens(NewsroomFrames frames, SignInQueries queries, AccountRows rows, Visitor visitor) {
        this.frames = frames;
        this.queries = queries;
        this.rows = rows;
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
                        rows.sessions(visitor.visit(), frames.words()),
                        rows.keys(visitor.visit(), frames.words()),
                        wrongs));
    }
}
