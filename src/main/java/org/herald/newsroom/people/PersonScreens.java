package org.herald.newsroom.people;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import org.herald.model.Account;
import org.herald.model.Outcome;
import org.herald.newsroom.FieldErrors;
import org.herald.newsroom.NewsroomFrames;
import org.herald.newsroom.Screen;
import org.herald.newsroom.account.AccountRows;
import org.herald.people.Accounts;
import org.herald.store.SignInQueries;

/** Makes the screen of somebody's account, for administrators. */
@Singleton
public final class PersonScreens {

    private final PeopleScreens screens;
    private final AccountRows rows;
    private final RightsForms forms;
    private final NewsroomFrames frames;

    public PersonScreens(PeopleScreens screens, AccountRows rows, RightsForms forms, NewsroomFrames frames) {
        this.screens = screens;
        this.rows = rows;
        this.forms = forms;
        this.frames = frames;
    }

    Response show(long id, String flash) {
        return page(200, screens.require(id), flash, FieldErrors.NONE);
    }

    Response again(long id, FieldErrors errors) {
        return page(422, screens.require(id), "", errors);
    }

    /** What comes after something was done to the account, or refused. */
    Response answer(long id, Outcome<Account> outcome, String flash) {
        return switch (outcome) {
            case Outcome.Done<Account> _ -> Screen.goTo(path(id) + "?flash=said." + flash);
            case Outcome.Refused<Account>(var reasons) -> again(id, FieldErrors.of(frames.words(), reasons));
        };
    }

    static String path(long id) {
        return "/newsroom/people/" + id;
    }

    private Response page(int status, SignInQueries.Person person, String flash, FieldErrors errors) {
        var account = person.account();
        var words = frames.words();
        return Screen.of(
                status,
                new PersonPage(
                        frames.frame(account.name(), NewsroomFrames.Area.PEOPLE, flash),
                        screens.row(person),
                        new PersonPage.Signs(
                                account.id().equals(screens.actor().account()),
                                account.isLocked(),
                                person.hasJoined(),
                                person.asksForCode()),
                        rows.keys(account, words),
                        forms.of(new Accounts.Rights(account.role(), account.languages(), account.sections()), words),
                        errors));
    }
}
