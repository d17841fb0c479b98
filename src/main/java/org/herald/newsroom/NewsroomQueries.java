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

    public DeskQueries desk() {
        return new DeskQueries(database);
    }

    public DraftQueries drafts() {
        return new DraftQueries(database);
    }

    public SavedViewQueries views() {
        return new SavedViewQueries(database);
    }

    public CorrectionQueries corrections() {
        return new CorrectionQueries(database);
    }

    public CommentQueries comments() {
        return new CommentQueries(database);
    }

    public AuditQueries audit() {
        return new AuditQueries(database);
    }

    public AccountLogQueries accountLog() {
        return new AccountLogQueries(database);
    }

    public RevisionQueries revisions() {
        return new RevisionQueries(database);
    }

    public TranslationQueries translations() {
        return new TranslationQueries(database);
    }

    public KindTableQueries kindTable() {
        return new KindTableQueries(database);
    }

    public CheckQueries checks() {
        return new CheckQueries(database);
    }

    public Sections sections(Language language) {
        return new Sections(new OutlineQueries(database).sections(), language);
    }

    /** The user, as the desk asks for what waits for them. */
    public static Person me(Account account) {
        return new Person(account.id(), account.principal().id());
    }

    /** Those who can be given something to do, by name. */
    List<Account> people() {
        return new AccountQueries(database)
                .all().stream().filter(account -> !account.isLocked()).toList();
    }

    /** The people as the choices of a form. */
    public List<Choice> choices(String selected) {
        return people().stream()
                .map(person -> Choice.of(person.id().toString(), person.name(), selected))
                .toList();
    }
}
