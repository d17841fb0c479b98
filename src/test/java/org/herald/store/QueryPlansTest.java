package org.herald.store;

import static org.herald.testing.Cast.BELARUSIAN;
import static org.herald.testing.Cast.ENGLISH;
import static org.herald.testing.TestPortal.content;
import static org.herald.testing.TestPortal.tagged;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.herald.model.AccountId;
import org.herald.model.AssetId;
import org.herald.model.DraftId;
import org.herald.model.GroupId;
import org.herald.model.ItemId;
import org.herald.model.ListKey;
import org.herald.model.LiveItem;
import org.herald.model.PageKey;
import org.herald.model.RevisionId;
import org.herald.model.Slug;
import org.herald.model.State;
import org.herald.model.VerbName;
import org.herald.model.kind.KindName;
import org.herald.publish.Create;
import org.herald.publish.Publish;
import org.herald.store.Asked.Statement;
import org.herald.store.DeskQueries.Filter;
import org.herald.testing.Cast;
import org.herald.testing.OnFileOnly;
import org.herald.testing.TestPortal;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What SQLite says it will do for each question of a reader: find rows by an index, in order, and never more. */
@OnFileOnly
final class QueryPlansTest {
    private final TestPortal portal;
    private final Asked asked;

    QueryPlansTest(@TempDir Path folder) {
        portal = new TestPortal(folder);
        for (int i = 0; i < 40; i++) {
            portal.draft("news/economy", "A draft");
            ItemId item =
                    portal.draft(i % 2 == 0 ? "news/culture" : "tourism", ENGLISH, tagged("Story " + i, "Castles"));
            portal.done(new Publish(item, TestPortal.NOON.minus(Duration.ofDays(i * 9L))));
        }
        portal.page("about", "Contact us");
        asked = new Asked(portal.database(), portal.tables());
    }

    @AfterEach
    void close() {
        assertEquals(List.of(), asked.boundLimits());
        portal.close();
    }

    @Test
    void listsAreReadInTheirOrderFromTheIndex() {
        var archive = portal.archive();
        var news = ListKey.section(portal.section("news"));
        var day = LocalDate.of(2024, 8, 19);
        var month = YearMonth.from(day);
        archive.newest(news, ENGLISH, 20);
        archive.on(day, news, ENGLISH, 100);
        archive.in(month, news, ENGLISH, 100);
        var months = archive.months(ListKey.ALL, ENGLISH);
        archive.days(month, news, ENGLISH);
        archive.days(Year.of(2024), news, ENGLISH);
        archive.page(ListKey.ALL, ENGLISH, months, 2, 10);
        check(8);
    }

    @Test
    void newestOfSeveralListsAreReadInTheirOrderFromTheIndex() {
        var counts = new LinkedHashMap<ListKey, Integer>(Map.of(ListKey.ALL, 5));
        counts.put(ListKey.section(portal.section("tourism")), 4);
        counts.put(ListKey.tag(new Slug("castles")), 4);
        portal.archive().newest(counts, ENGLISH);
        check(1);
    }

    @Test
    void feedsAreReadInTheirOrderFromTheIndex() {
        portal.in(State.WITHDRAWN, "Withdrawn");
        int before = asked.count();
        var feeds = new FeedQueries(portal.database());
        var news = ListKey.section(portal.section("news"));
        feeds.newest(news, ENGLISH, 20);
        feeds.newest(new KindName("event"), ENGLISH, 20);
        var withdrawn = feeds.withdrawn(
                PageKey.list(news, ENGLISH), ENGLISH, TestPortal.NOON.minus(Duration.ofDays(31)), _ -> true, 20);
        assertEquals(1, withdrawn.size());
        feeds.corrections(List.of(new ItemId(2), new ItemId(4)));
        feeds.restored(List.of(new ItemId(2), new ItemId(4)));
        feeds.files(List.of(new AssetId(1)));
        feeds.ofOriginals(List.of(new GroupId(2), new GroupId(4)));
        check(7, asked.statements().subList(before, asked.count()));
    }

    @Test
    void addressIsFoundByTheIndex() {
        portal.items().at("/en/news/culture/2024/08/19/story-0");
        portal.items().at("/en/nowhere");
        check(2);
    }

    @Test
    void surroundingsAreFoundByTheIndex() {
        var shown = shown("/en/news/culture/2024/08/01/story-2");
        portal.items().around(shown.item(), shown.group());
        portal.items().attached(shown.item().id(), List.of(new ItemId(2), new ItemId(4)), List.of(new AssetId(1)));
        check(3);
    }

    @Test
    void translationsSuggestionsAndPagesAreFoundByTheIndex() {
        var shown = shown("/en/about/contact-us");
        portal.items().translations(shown.group(), shown.item().id());
        portal.items().withSlugLike(new Slug("story"), ENGLISH, 5);
        portal.items().pages(ENGLISH, 100);
        check(4);
    }

    @Test
    void changesAreReadByPosition() {
        var ledger = new ChangeQueries(portal.database());
        ledger.newest();
        ledger.after(3, 10);
        check(2);
    }

    @Test
    void deedsAreReadInTheirOrderFromTheIndex() {
        var audit = new AuditQueries(portal.database());
        var now = TestPortal.NOON;
        var newest = audit.deeds(AuditQueries.Filter.ALL, null, 1).getFirst();
        audit.deeds(AuditQueries.Filter.ALL, newest, 10);
        audit.deeds(new AuditQueries.Filter(Cast.ALESIA.id(), null, null, null, null), newest, 10);
        audit.deeds(new AuditQueries.Filter(null, VerbName.PUBLISH, null, null, null), newest, 10);
        audit.deeds(new AuditQueries.Filter(null, null, new ItemId(2), null, null), newest, 10);
        audit.deeds(new AuditQueries.Filter(null, null, null, now, now.plusSeconds(1)), null, 10);
        assertEquals(List.of(), sorted(asked.statements()));
    }

    @Test
    void draftsRevisionsAndCommentsAreFoundByTheIndex() {
        var item = new ItemId(2);
        new RevisionQueries(portal.database()).of(item, RevisionQueries.NEWEST, 10);
        new RevisionQueries(portal.database()).find(new RevisionId(2));
        new DraftQueries(portal.database()).of(item);
        new DraftQueries(portal.database()).by(1, 10);
        new DraftQueries(portal.database()).find(new DraftId(1));
        new CommentQueries(portal.database()).about(item);
        check(6);
    }

    @Test
    void whatShowsAFileIsFoundByTheIndex() {
        new ReferenceQueries(portal.database()).naming("0123456789abcdef");
        assertEquals(2, asked.count());
        assertEquals(List.of(), asked.scans(Set.of()));
    }

    /** What is done for each item that is published must cost the same however many there are. */
    @Test
    void whatIsWrittenForEachItemIsFoundByTheIndex() throws IllegalAccessException {
        var texts = new ArrayList<String>();
        for (var type : List.of(
                ItemWrites.class,
                LiveWrites.class,
                PathWrites.class,
                SectionWrites.class,
                ReferenceWrites.class,
                ChangeWrites.class)) {
            for (var field : type.getDeclaredFields()) {
                if (field.getType().equals(Statements.Text.class)) {
                    field.setAccessible(true);
                    texts.add(((Statements.Text) field.get(null)).sql(SQLDialect.SQLITE));
                }
            }
        }
        assertTrue(texts.size() > 20);
        for (String text : texts) {
            var plan = asked.plan(new Statement(text, List.of()));
            var wrong = plan.stream()
                    .filter(line -> line.startsWith("SCAN ") || line.contains("TEMP B-TREE"))
                    .toList();
            assertEquals(List.of(), wrong, () -> text + "\n" + String.join("\n", plan));
        }
    }

    /** At worst, when hardly anything fits, the whole index of changes is read: 50 ms for 100,000 items. */
    @Test
    void theNewsroomsListIsReadInTheOrderOfItsIndexes() {
        var list = new DeskQueries(portal.database());
        var draft = Set.of(State.DRAFT);
        var tourism = Set.of(portal.section("tourism"));
        var cursor = DeskQueries.Cursor.of(list.list(Filter.ALL, null, 1).getFirst());
        list.list(Filter.ALL, cursor, 50);
        list.list(new Filter(draft, Set.of(), null, null, "", null, null, false, false), cursor, 50);
        list.list(new Filter(Set.of(), tourism, null, null, "", null, null, false, false), cursor, 50);
        list.list(new Filter(Set.of(), Set.of(), ENGLISH, null, "story 7", null, null, true, false), cursor, 50);
        var person = new DeskQueries.Person(new AccountId(1), null);
        list.list(new Filter(Set.of(), Set.of(), null, null, "", person, null, false, false), cursor, 50);
        list.released(Filter.ALL, TestPortal.NOON, TestPortal.NOON.plusSeconds(9), 50);
        list.due(Filter.ALL, TestPortal.NOON, TestPortal.NOON.plusSeconds(9), 50);

        assertEquals(List.of(), sorted(asked.statements()));
    }

    /** The statements that sort what they found. Reading the ledger and the list through their indexes of time is a scan by design. */
    private List<String> sorted(List<Statement> statements) {
        return statements.stream()
                .filter(statement -> asked.plan(statement).stream()
                        .anyMatch(line -> line.contains("TEMP B-TREE")
                                || (line.startsWith("SCAN ")
                                        && !line.contains("change_by_time")
                                        && !line.contains("desk_by_change"))))
                .map(Statement::sql)
                .toList();
    }

    @Test
    void neighboursAreTheNextOlderAndNewerOfTheSection() {
        var shown = shown("/en/news/culture/2024/08/01/story-2");
        ItemId translation = portal.done(new Create(
                KindName.ARTICLE,
                BELARUSIAN,
                shown.group(),
                portal.section("news/culture"),
                null,
                content("Навіна"),
                null));
        portal.published(translation);
        var around = portal.items().around(shown.item(), shown.group());
        assertEquals(Optional.of("Story 4"), around.previous().map(LiveItem::headline));
        assertEquals(Optional.of("Story 0"), around.next().map(LiveItem::headline));
        assertEquals(
                List.of("Story 0", "Story 4", "Story 6", "Story 8"),
                around.more().stream().map(LiveItem::headline).toList());
        assertEquals(
                List.of(translation),
                around.translations().stream().map(LiveItem::id).toList());
        var newest = portal.items()
                .around(shown("/en/news/culture/2024/08/19/story-0").item(), shown.group());
        assertEquals(Optional.empty(), newest.next());
    }

    @Test
    void theOutlineReadsNothingOfItsHistory() {
        var outline = new OutlineQueries(portal.database());
        outline.arrangement();
        outline.banners();
        assertEquals(5, asked.count());
        assertEquals(
                List.of(),
                asked.scans(Set.of("section_state_now", "section_title_now", "menu_now", "block_now", "banner_now")));
    }

    private PathTarget.Shown shown(String path) {
        return assertInstanceOf(PathTarget.Shown.class, portal.items().at(path).orElseThrow());
    }

    private void check(int count) {
        check(count, asked.statements());
    }

    private void check(int count, List<Statement> statements) {
        assertEquals(count, statements.size());
        for (Statement statement : statements) {
            var plan = asked.plan(statement);
            var wrong = plan.stream()
                    .filter(line -> (line.startsWith("SCAN ") && !line.equals("SCAN part"))
                            || line.contains("TEMP B-TREE")
                            || line.contains("AUTOMATIC"))
                    .toList();
            assertEquals(List.of(), wrong, () -> statement.sql() + "\n" + String.join("\n", plan));
        }
    }
}
