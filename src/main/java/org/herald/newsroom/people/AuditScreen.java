package org.herald.newsroom.people;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.herald.model.AccountId;
import org.herald.model.AuditEntry;
import org.herald.model.Deed;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.VerbName;
import org.herald.model.Words;
import org.herald.newsroom.Choice;
import org.herald.newsroom.NewsroomFrames;
import org.herald.newsroom.NewsroomFrames.Area;
import org.herald.newsroom.NewsroomQueries;
import org.herald.newsroom.PortalTime;
import org.herald.newsroom.PrincipalNames;
import org.herald.newsroom.TypedNumber;
import org.herald.newsroom.Visitor;
import org.herald.newsroom.people.AuditPage.Row;
import org.herald.people.Permission;
import org.herald.people.Permissions;
import org.herald.store.AccountLogQueries;
import org.herald.store.AuditQueries;
import org.jspecify.annotations.Nullable;

/** Reads the two logs for whoever looks at them: what was done to the portal, and what to the accounts. */
@Singleton
public final class AuditScreen {

    static final String PORTAL = "/newsroom/audit";
    static final String ACCOUNTS = "/newsroom/audit/accounts";

    private static final int ROWS = 100;

    /** What the ledger can say was done. */
    private final NewsroomFrames frames;

    private final NewsroomQueries queries;
    private final PortalTime time;
    private final Visitor visitor;

    public AuditScreen(NewsroomFrames frames, NewsroomQueries queries, PortalTime time, Visitor visitor) {
        this.frames = frames;
        this.queries = queries;
        this.time = time;
        this.visitor = visitor;
    }

    /** Where a part of a log ends. */
    record Mark(Instant at, long position) {

        String text() {
            return at.toEpochMilli() + "-" + position;
        }

        static @Nullable Mark of(String text) {
            if (!text.matches("-?[0-9]{1,18}-[0-9]{1,18}")) {
                return null;
            }
            int end = text.lastIndexOf('-');
            return new Mark(
                    Instant.ofEpochMilli(Long.parseLong(text.substring(0, end))),
                    Long.parseLong(text.substring(end + 1)));
        }
    }

    AuditPage portal(Audit audit, String after) {
        Words words = frames.words();
        boolean isUnknown = !audit.what().isEmpty() && audit.verb().isEmpty();
        var deeds = audit.isWrong() || isUnknown ? List.<Deed>of() : deeds(audit, Mark.of(after), ROWS + 1);
        var people = queries.audit().principals().stream()
                .map(each -> Choice.of(each.id().toString(), PrincipalNames.name(each, words), audit.who()))
                .sorted(Comparator.comparing(Choice::label, String.CASE_INSENSITIVE_ORDER))
                .toList();
        var whats = Arrays.stream(VerbName.values())
                .map(verb -> Choice.of(verb.word(), words.say("deed." + verb.word()), audit.what()))
                .toList();
        return page(
                words,
                false,
                form(audit, people, whats),
                rows(deeds, deed -> row(deed, words)),
                next(audit, PORTAL, deeds, deed -> new Mark(deed.at(), deed.position())),
                audit);
    }

    AuditPage accounts(Audit audit, String after) {
        Words words = frames.words();
        var deeds = audit.isWrong() ? List.<AuditEntry>of() : accountDeeds(audit, Mark.of(after), ROWS + 1);
        var whats = Arrays.stream(AuditEntry.Kind.values())
                .map(kind -> Choice.of(kind.word(), words.say("log." + kind.word()), audit.what()))
                .toList();
        return page(
                words,
                true,
                form(audit, queries.choices(audit.who()), whats),
                rows(deeds, entry -> row(entry, words)),
                next(audit, ACCOUNTS, deeds, entry -> new Mark(entry.at(), entry.position())),
                audit);
    }

    private AuditPage page(
            Words words, boolean isOfAccounts, AuditPage.Form form, List<Row> rows, String more, Audit audit) {
        boolean mayReadAccounts = Permissions.allow(visitor.account(), Permission.PEOPLE);
        String page = isOfAccounts ? ACCOUNTS : PORTAL;
        return new AuditPage(
                frames.frame(words.say("audit.title"), Area.AUDIT),
                new AuditPage.Book(isOfAccounts, mayReadAccounts),
                form,
                rows,
                more,
                audit.path(page + "/table", List.of()),
                audit.isWrong());
    }

    private static AuditPage.Form form(Audit audit, List<Choice> people, List<Choice> whats) {
        return new AuditPage.Form(people, whats, audit.item(), audit.from(), audit.until());
    }

    private static <T> List<Row> rows(List<T> deeds, Function<T, Row> write) {
        return deeds.stream().limit(ROWS).map(write).toList();
    }

    private static <T> String next(Audit audit, String page, List<T> deeds, Function<T, Mark> mark) {
        return deeds.size() <= ROWS
                ? ""
                : audit.path(
                        page, List.of("after=" + mark.apply(deeds.get(ROWS - 1)).text()));
    }

    private Row row(Deed deed, Words words) {
        var item = deed.item();
        String headline = deed.headline();
        return new Row(
                time.toTheSecond(deed.at(), words),
                PrincipalNames.name(deed.principal(), words),
                words.say("deed." + deed.verb().word()),
                item == null ? 0 : item.value(),
                headline == null ? "" : headline,
                "");
    }

    private Row row(AuditEntry entry, Words words) {
        return new Row(
                time.toTheSecond(entry.at(), words),
                PrincipalNames.name(entry.principal(), words),
                words.say("log." + entry.kind().word()),
                0,
                entry.about(),
                Stream.of(
                                AccountDetails.say(entry, words, queries.sections(new Language(words.tag()))),
                                entry.address())
                        .filter(text -> !text.isEmpty())
                        .reduce((one, other) -> one + ", " + other)
                        .orElse(""));
    }

    /** A part of the ledger, newest first. */
    List<Deed> deeds(Audit audit, @Nullable Mark after, int count) {
        var filter = new AuditQueries.Filter(
                audit.principal().orElse(null),
                audit.verb().orElse(null),
                TypedNumber.read(audit.item()).map(ItemId::new).orElse(null),
                audit.fromAt(time.zone()),
                audit.untilAt(time.zone()));
        return queries.audit()
                .deeds(
                        filter,
                        after == null
                                ? null
                                : new Deed(
                                        after.position(),
                                        after.at(),
                                        visitor.account().principal(),
                                        VerbName.CREATE,
                                        null,
                                        null),
                        count);
    }

    /** A part of the log of accounts, newest first. */
    List<AuditEntry> accountDeeds(Audit audit, @Nullable Mark after, int count) {
        var kind = Arrays.stream(AuditEntry.Kind.values())
                .filter(each -> each.word().equals(audit.what()))
                .findFirst()
                .orElse(null);
        var filter = new AccountLogQueries.Filter(
                TypedNumber.read(audit.who()).map(AccountId::new).orElse(null),
                kind,
                audit.fromAt(time.zone()),
                audit.untilAt(time.zone()));
        return queries.accountLog()
                .deeds(
                        filter,
                        after == null
                                ? null
                                : new AuditEntry(
                                        after.position(),
                                        after.at(),
                                        AuditEntry.Kind.SIGNED_IN,
                                        null,
                                        "",
                                        visitor.account().principal(),
                                        "",
                                        ""),
                        count);
    }

    /** A whole log as lines of a table, a part after the other, so that it may be as long as it is. */
    void write(boolean isOfAccounts, Audit audit, Line out) throws IOException {
        Words words = frames.words();
        out.write(List.of(
                words.say("audit.when"),
                words.say("audit.who"),
                words.say("audit.what"),
                words.say("audit.item"),
                words.say("audit.about"),
                words.say("audit.detail")));
        Mark after = null;
        boolean isMore = !audit.isWrong();
        while (isMore) {
            var rows = new ArrayList<Row>();
            if (isOfAccounts) {
                var deeds = accountDeeds(audit, after, ROWS);
                deeds.forEach(entry -> rows.add(row(entry, words)));
                after = deeds.isEmpty()
                        ? after
                        : new Mark(deeds.getLast().at(), deeds.getLast().position());
            } else {
                var deeds = deeds(audit, after, ROWS);
                deeds.forEach(deed -> rows.add(row(deed, words)));
                after = deeds.isEmpty()
                        ? after
                        : new Mark(deeds.getLast().at(), deeds.getLast().position());
            }
            for (Row row : rows) {
                out.write(List.of(
                        row.at().iso(),
                        row.by(),
                        row.what(),
                        row.item() == 0 ? "" : Long.toString(row.item()),
                        row.about(),
                        row.detail()));
            }
            isMore = rows.size() == ROWS;
        }
    }

    /** Where a line of the table goes. */
    @FunctionalInterface
    interface Line {
        void write(List<String> cells) throws IOException;
    }
}
