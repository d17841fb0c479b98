package org.herald.newsroom.account;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.herald.model.Outcome.Reason;
import org.herald.newsroom.FieldErrors;
import org.herald.newsroom.LanguageChoice;
import org.herald.newsroom.NewsroomFrame;
import org.herald.newsroom.NewsroomFrames;
import org.herald.newsroom.Screen;
import org.herald.newsroom.Visitor;
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

    Response show(String flash) {
        return show(200, flash, visitor.account().name(), FieldErrors.NONE);
    }

    /** The screen again, after something was refused. */
    Response again(String name, FieldErrors errors) {
        return show(422, "", name, errors);
    }

    NewsroomFrame frame(String titleKey) {
        return frames.frame(frames.words().say(titleKey), NewsroomFrames.Area.NONE);
    }

    FieldErrors errors(List<Reason> reasons) {
        return FieldErrors.of(frames.words(), reasons);
    }

    private Response show(int status, String flash, String name, FieldErrors errors) {
        var account = visitor.account();
        var person = queries.person(account.id()).orElseThrow();
        return Screen.of(
                status,
                new AccountPage(
                        frames.frame(frames.words().say("account.title"), NewsroomFrames.Area.NONE, flash),
                        account.email(),
                        name,
                        LanguageChoice.spoken(account.uiLanguage()),
                        new AccountPage.Ways(
                                person.hasPassword(),
                                person.asksForCode(),
                                person.recoveryCodes(),
                                person.hasShortcuts()),
                        rows.sessions(visitor.session(), frames.words()),
                        rows.keys(visitor.session(), frames.words()),
                        errors));
    }
}
