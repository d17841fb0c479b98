package org.herald.testing;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.herald.config.KindFiles;
import org.herald.model.AccountId;
import org.herald.model.Body;
import org.herald.model.Content;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.Outcome;
import org.herald.model.Portal;
import org.herald.model.Principal;
import org.herald.model.RevisionId;
import org.herald.model.Role;
import org.herald.model.Section;
import org.herald.model.SectionId;
import org.herald.model.State;
import org.herald.model.kind.Fields;
import org.herald.model.kind.KindName;
import org.herald.publish.AddSection;
import org.herald.publish.Approve;
import org.herald.publish.CommandBus;
import org.herald.publish.Correct;
import org.herald.publish.Create;
import org.herald.publish.Publish;
import org.herald.publish.PublishingRules;
import org.herald.publish.Schedule;
import org.herald.publish.SendToReview;
import org.herald.publish.Verb;
import org.herald.publish.Withdraw;
import org.herald.store.ArchiveQueries;
import org.herald.store.Database;
import org.herald.store.ItemQueries;

/**
 * A small portal in a folder of its own, at noon of 19 August 2024 in Minsk: a root, news with culture and economy below
 * it, tourism and about; and short ways to make items there.
 */
public final class TestPortal implements AutoCloseable {
    public static final Instant NOON = Instant.parse("2024-08-19T09:00:00Z");
    public static final ZoneId MINSK = ZoneId.of("Europe/Minsk");

    /** The portal as addresses name it. */
    public static final Portal PORTAL = Portal.of(URI.create("https://www.portal.test"), List.of());

    private final Path file;
    private final Database database;
    private final TickingClock clock = new TickingClock(NOON);
    private final CommandBus bus;
    private final Map<String, SectionId> sections = new HashMap<>();

    public TestPortal(Path folder) {
        this(folder, MINSK);
    }

    /** @param zone the portal's time zone */
    public TestPortal(Path folder, ZoneId zone) {
        this(folder, zone, PublishingRules.none(KindFiles.ofProduct()));
    }

    /** A portal in Minsk with these rules. */
    public TestPortal(Path folder, PublishingRules rules) {
        this(folder, MINSK, rules);
    }

    private TestPortal(Path folder, ZoneId zone, PublishingRules rules) {
        this(folder, zone, rules, true);
    }

    private TestPortal(Path folder, ZoneId zone, PublishingRules rules, boolean hasPeople) {
        this(folder.resolve("portal.db"), Databases.open(folder.resolve("portal.db")), zone, rules, hasPeople);
    }

    private TestPortal(Path file, Database database, ZoneId zone, PublishingRules rules, boolean hasPeople) {
        this.file = file;
        this.database = database;
        if (hasPeople) {
            Cast.join(database);
            List.of(Cast.ALESIA, Cast.JAN, Cast.VERA).forEach(each -> become(each, Role.CHIEF_EDITOR));
        }
        this.bus = new CommandBus(database, clock, zone, PORTAL, rules);
        List.of("", "news", "news/culture", "news/economy", "tourism", "about").forEach(this::addSection);
    }

    /** A portal in this database, which is empty; its tables are not looked into. */
    public static TestPortal of(Database database) {
        return new TestPortal(Path.of("none"), database, MINSK, PublishingRules.none(KindFiles.ofProduct()), true);
    }

    /** What carries verbs out in this database at noon. */
    public static CommandBus busOf(Database database) {
        return new CommandBus(database, () -> NOON, MINSK, PORTAL, PublishingRules.none(KindFiles.ofProduct()));
    }

    /** A portal in which nobody has an account yet. */
    public static TestPortal withoutPeople(Path folder) {
        return new TestPortal(folder, MINSK, PublishingRules.none(KindFiles.ofProduct()), false);
    }

    /** Gives somebody a role; at the beginning all are chief editors. */
    public void become(Principal principal, Role role) {
        var account = new AccountId(principal.id().value());
        database.write(transaction -> {
            transaction.accounts().setRights(account, role, Set.of(), Set.of());
            return account;
        });
    }

    /** The same portal under other rules. */
    public CommandBus under(PublishingRules rules) {
        return new CommandBus(database, clock, MINSK, PORTAL, rules);
    }

    /** The keys of the reasons why a verb is refused; empty when it is done. */
    public static List<String> refusals(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> _ -> List.of();
            case Outcome.Refused<?>(var reasons) ->
                reasons.stream().map(Outcome.Reason::key).toList();
        };
    }

    /** A verb that must be done, by Alesia. */
    public <T> T done(Verb<T> verb) {
        return done(Cast.ALESIA, verb);
    }

    /** A verb that must be done. */
    public <T> T done(Principal principal, Verb<T> verb) {
        return bus.carryOut(principal, verb).orThrow();
    }

    /** The keys of the reasons why a verb by Alesia is refused; empty when it is done. */
    public List<String> refusals(Verb<?> verb) {
        return refusals(bus.carryOut(Cast.ALESIA, verb));
    }

    /** A draft of an English article under {@code news/culture}. */
    public ItemId draft(String headline) {
        return draft("news/culture", headline);
    }

    /** A draft of an English article. */
    public ItemId draft(String section, String headline) {
        return draft(section, Cast.ENGLISH, content(headline));
    }

    /** A draft of an article with this content. */
    public ItemId draft(String section, Language language, Content content) {
        return done(new Create(KindName.ARTICLE, language, null, section(section), null, content, null));
    }

    /** An English article under {@code news/culture} that readers see. */
    public ItemId published(String headline) {
        return published("news/culture", headline);
    }

    /** An English article that readers see. */
    public ItemId published(String section, String headline) {
        return published(draft(section, headline));
    }

    /** The item, now published. */
    public ItemId published(ItemId item) {
        done(new Publish(item, null));
        return item;
    }

    /** An English page that readers see. */
    public ItemId page(String section, String headline) {
        return published(
                done(new Create(KindName.PAGE, Cast.ENGLISH, null, section(section), null, content(headline), null)));
    }

    /** An English article under {@code news/culture} in this state. */
    public ItemId in(State state, String headline) {
        ItemId item = draft(headline);
        switch (state) {
            case DRAFT -> {}
            case IN_REVIEW -> done(new SendToReview(item));
            case APPROVED -> approved(item);
            case SCHEDULED -> done(new Schedule(item, clock.instant().plus(Duration.ofDays(1))));
            case PUBLISHED -> published(item);
            case CORRECTED -> {
                published(item);
                done(Cast.VERA, new Correct(item, reworded(headline), "A date was wrong."));
            }
            case WITHDRAWN -> {
                published(item);
                done(Cast.VERA, new Withdraw(item, "It was not true."));
            }
        }
        return item;
    }

    /** The draft, now approved by Vera. */
    public ItemId approved(ItemId draft) {
        done(new SendToReview(draft));
        done(Cast.VERA, new Approve(draft, head(draft)));
        return draft;
    }

    /** The newest revision of an item. */
    public RevisionId head(ItemId item) {
        return new RevisionId(Long.parseLong(tables().value("select head_id from item where id = ?", item.value())));
    }

    /** A content with this headline and some words. */
    public static Content content(String headline) {
        return Content.of(headline, new Body("<p>" + headline + ", in other words.</p>"));
    }

    /** A content with this headline and other words than {@link #content}. */
    public static Content reworded(String headline) {
        return Content.of(headline, new Body("<p>" + headline + ", in right words.</p>"));
    }

    /** A content with this headline and tags. */
    public static Content tagged(String headline, String... tags) {
        return new Content(headline, "", null, List.of(tags), Body.EMPTY, Fields.NONE);
    }

    /** The section at this path. */
    public SectionId section(String path) {
        SectionId section = sections.get(path);
        if (section == null) {
            throw new IllegalArgumentException("No section at " + path);
        }
        return section;
    }

    /** Adds a section whose title is its path. */
    public SectionId addSection(String path) {
        var title = new Section.Title(path.isEmpty() ? "Belarus" : path, "");
        SectionId section = done(Principal.OPERATOR, new AddSection(path, Map.of(Cast.ENGLISH, title)));
        sections.put(path, section);
        return section;
    }

    /** The state of an item, as its row says. */
    public State state(ItemId item) {
        return State.of(tables().value("select state from item where id = ?", item.value()));
    }

    public CommandBus bus() {
        return bus;
    }

    public TickingClock clock() {
        return clock;
    }

    public Database database() {
        return database;
    }

    public ItemQueries items() {
        return new ItemQueries(database);
    }

    public ArchiveQueries archive() {
        return new ArchiveQueries(database);
    }

    /** The database file, seen from outside. */
    public Tables tables() {
        return new Tables(file);
    }

    @Override
    public void close() {
        database.close();
    }
}
