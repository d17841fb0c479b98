package org.herald.newsroom;

import jakarta.inject.Singleton;
import java.util.List;
import org.herald.model.Account;
import org.herald.model.Language;
import org.herald.store.AccountLogQueries;
import org.herald.store.AccountQueries;
import org.herald.store.AuditQueries;
import org.herald.store.CheckQueries;
import org.herald.store.CommentQueries;
import org.herald.store.CorrectionQueries;
import org.herald.store.Database;
import org.herald.store.DeskQueries;
import org.herald.store.DeskQueries.Person;
import org.herald.store.DraftQueries;
import org.herald.store.KindTableQueries;
import org.herald.store.OutlineQueries;
import org.herald.store.RevisionQueries;
import org.herald.store.SavedViewQueries;
import org.herald.store.TranslationQueries;

/** Everything in which the desk looks things up. */
@Singleton
public final class NewsroomQueries {

    private final Database database;

    public NewsroomQueries(Database database) {
        this.database = database;
    }

    DeskQueries desk() {
        return new DeskQueries(database);
    }

    DraftQueries drafts() {
        return new DraftQueries(database);
    }

    SavedViewQueries views() {
        return new SavedViewQueries(database);
    }

    CorrectionQueries corrections() {
        return new CorrectionQueries(database);
    }

    CommentQueries comments() {
        return new CommentQueries(database);
    }

    AuditQueries audit() {
        return new AuditQueries(database);
    }

    AccountLogQueries accountLog() {
        return new AccountLogQueries(database);
    }

    RevisionQueries revisions() {
        return new RevisionQueries(database);
    }

    TranslationQueries translations() {
        return new TranslationQueries(database);
    }

    KindTableQueries kindTable() {
        return new KindTableQueries(database);
    }

    CheckQueries checks() {
        return new CheckQueries(database);
    }

    Sections sections(Language language) {
        return new Sections(new OutlineQueries(database).sections(), language);
    }

    /** The user, as the desk asks for what waits for them. */
    static Person me(Account account) {
        return new Person(account.id(), account.principal().id());
    }

    /** Those who can be given something to do, by name. */
    List<Account> people() {
        return new AccountQueries(database)
                .all().stream().filter(account -> !account.isLocked()).toList();
    }

    /** The people as the choices of a form. */
    List<Choice> choices(String selected) {
        return people().stream()
                .map(person -> Choice.of(person.id().toString(), person.name(), selected))
                .toList();
    }
}
