package org.herald.store;

import static org.herald.testing.Cast.ENGLISH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.herald.model.Asset;
import org.herald.model.AssetId;
import org.herald.model.Block;
import org.herald.model.BlockId;
import org.herald.model.Body;
import org.herald.model.Content;
import org.herald.model.ItemId;
import org.herald.model.MenuEntry;
import org.herald.model.OutlineChange;
import org.herald.model.PageKey;
import org.herald.model.Picture;
import org.herald.model.Principal;
import org.herald.model.Slug;
import org.herald.model.kind.Fields;
import org.herald.model.kind.KindName;
import org.herald.publish.Arrange;
import org.herald.publish.Correct;
import org.herald.publish.Create;
import org.herald.publish.KeepAddress;
import org.herald.publish.KeepAsset;
import org.herald.publish.KeepLibrary;
import org.herald.publish.LowerBanner;
import org.herald.publish.Move;
import org.herald.publish.PlaceBlock;
import org.herald.publish.PlaceMenuEntry;
import org.herald.publish.Publish;
import org.herald.publish.RaiseBanner;
import org.herald.publish.Rename;
import org.herald.publish.Restore;
import org.herald.publish.Revise;
import org.herald.publish.Update;
import org.herald.publish.Verb;
import org.herald.publish.Withdraw;
import org.herald.store.sqlite.Migrated;
import org.herald.testing.OnFileOnly;
import org.herald.testing.TestPortal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What names what among the things that readers see: kept by every verb as it would be made anew. */
final class ReferencesTest {

    private static final int STEPS = 150;
    private static final String ALL = "select subject, object, from_at, until_at from reference order by 1, 2";

    private final TestPortal portal;
    private final Path file;
    private final List<AssetId> assets = new ArrayList<>();
    private final List<ItemId> items = new ArrayList<>();

    ReferencesTest(@TempDir Path folder) {
        portal = new TestPortal(folder);
        file = folder.resolve("portal.db");
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    @OnFileOnly // compares with the migration of earlier portals
    void whateverIsDoneTheReferencesAreThoseThatAreMadeAnew(long seed) throws SQLException {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < 6; i++) {
            assets.add(asset(i, seed));
        }
        var subjects = new HashSet<String>();
        for (int step = 0; step < STEPS; step++) {
            // what is refused in a state changes nothing, which is looked at like all else
            portal.refusals(verb(random, step));
            items.clear();
            portal.tables().rows("select id from item").forEach(id -> items.add(new ItemId(Long.parseLong(id))));
            if (step % 10 == 0) {
                var kept = portal.tables().rows(ALL);
                assertEquals(madeAnew(), kept, "after " + step);
                kept.forEach(row -> subjects.add(row.replaceFirst(":.*", "")));
            }
        }
        assertEquals(madeAnew(), portal.tables().rows(ALL));
        assertTrue(subjects.containsAll(Set.of("item", "block", "menu", "banner")), subjects.toString());
    }

    @Test
    void aFileThatComesTouchesThePagesThatWereRenderedFromItAlone() {
        var lead = recorded("lead");
        var inside = recorded("inside");
        var nowhere = recorded("nowhere");
        portal.published("Another");
        portal.published(portal.draft("news/culture", ENGLISH, content("First", lead, "")));
        portal.published(portal.draft(
                "tourism", ENGLISH, content("Second", null, "<figure><img src=\"asset:" + inside + "\"></figure>")));
        portal.done(new PlaceBlock(block(recorded("lead"), "", null)));

        for (var each : List.of(Map.entry("lead", lead), Map.entry("inside", inside), Map.entry("nowhere", nowhere))) {
            arrives(each.getKey());
            assertEquals(Set.of("asset:" + each.getValue()), keys());
        }
    }

    @Test
    @OnFileOnly // compares with the migration of earlier portals
    void filesOfAnEarlierSiteStayPublicUnlessOnlyWhatIsNotPublishedShowsThem() throws SQLException {
        var document = asset(1, 9);
        var ofDraft = asset(2, 9);
        var shown = asset(3, 9);
        for (var each : List.of(document, ofDraft, shown)) {
            portal.done(Principal.OPERATOR, new KeepAddress(new KeepAddress.ToFile(each), ENGLISH, "/uploads/" + each));
        }
        portal.draft("news/culture", ENGLISH, content("Draft", ofDraft, ""));
        ItemId item = portal.published(portal.draft("news/culture", ENGLISH, content("Shown", shown, "")));
        library(Set.of());

        assertEquals(List.of("item:" + item + "|asset:" + shown, "library|asset:" + document), named());
        assertEquals(madeAnew(), portal.tables().rows(ALL));
        library(Set.of(document));
        assertEquals(List.of("item:" + item + "|asset:" + shown), named());
        library(Set.of());
        ItemId other = portal.published(portal.draft("news/culture", ENGLISH, content("Of a document", document, "")));
        portal.done(new Withdraw(other, "Not true."));
        assertEquals(List.of("item:" + item + "|asset:" + shown), named());
    }

    private void library(Set<AssetId> withheld) {
        portal.done(Principal.WXR_IMPORTER, new KeepLibrary(withheld));
    }

    private List<String> named() {
        return portal.tables().rows("select subject, object from reference order by 1");
    }

    private Verb<?> verb(SplittableRandom random, int step) {
        if (items.isEmpty() || random.nextInt(5) == 0) {
            return new Create(
                    KindName.ARTICLE, ENGLISH, null, portal.section("news/culture"), null, text(random, step), null);
        }
        var item = items.get(random.nextInt(items.size()));
        return switch (random.nextInt(16)) {
            case 0, 1, 2 -> new Publish(item, null);
            case 3 -> new Revise(item, text(random, step), null);
            case 4 -> new Update(item);
            case 5 -> new Correct(item, text(random, step), "It was wrong.");
            case 6 -> new Withdraw(item, "It was not true.");
            case 7 -> new Restore(item);
            case 8 -> new Move(item, portal.section(random.nextBoolean() ? "tourism" : "news/economy"));
            case 9 -> new Rename(item, new Slug("story-" + step));
            case 10 ->
                new PlaceBlock(
                        random.nextBoolean()
                                ? block(any(random), target(random), until(random))
                                : list("Here | " + target(random) + "\nThere | " + target(random)));
            case 11 -> new Arrange(new OutlineChange.BlockRemoved(new BlockId(1L + random.nextInt(5))));
            case 12 ->
                new Arrange(new OutlineChange.BlockChanged(
                        new BlockId(1L + random.nextInt(5)), block(any(random), target(random), until(random))));
            case 13 ->
                random.nextBoolean()
                        ? new PlaceMenuEntry(new MenuEntry("main", ENGLISH, 1, "Here", target(random)))
                        : new Arrange(new OutlineChange.Menu(
                                "main", ENGLISH, List.of(new OutlineChange.Menu.Entry("There", target(random)))));
            case 14 -> new RaiseBanner(ENGLISH, "Breaking " + step, target(random), until(random));
            default -> new LowerBanner(ENGLISH);
        };
    }

    private AssetId any(SplittableRandom random) {
        return assets.get(random.nextInt(assets.size()));
    }

    private String target(SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> items.isEmpty() ? "/en/news" : "item:" + items.get(random.nextInt(items.size()));
            case 1 -> "section:" + portal.section("news");
            case 2 ->
                portal.tables()
                        .value(
                                "select '/assets/' || substr(hash, 1, 16) || '/' || name from asset where id = ?",
                                any(random).value());
            default -> "https://example.org/";
        };
    }

    private @Nullable Instant until(SplittableRandom random) {
        return random.nextBoolean() ? null : portal.clock().instant().plus(Duration.ofDays(1));
    }

    private Content text(SplittableRandom random, int step) {
        var body = new StringBuilder("<p>Words of ").append(step);
        if (!items.isEmpty() && random.nextBoolean()) {
            body.append(" <a href=\"item:")
                    .append(items.get(random.nextInt(items.size())))
                    .append("\">there</a>");
        }
        if (random.nextInt(4) == 0) {
            body.append(" <a href=\"asset:").append(any(random)).append("\">a file</a>");
        }
        body.append("</p>");
        for (int i = random.nextInt(3); i > 0; i--) {
            body.append("<figure><img src=\"asset:").append(any(random)).append("\" alt=\"x\"></figure>");
        }
        return content("Story " + step, random.nextBoolean() ? any(random) : null, body.toString());
    }

    private static Content content(String headline, @Nullable AssetId picture, String body) {
        return new Content(
                headline,
                "",
                picture == null ? null : new Picture(picture, "Alt", "", ""),
                List.of(),
                new Body("<p>Words.</p>" + body),
                Fields.NONE);
    }

    private Block block(AssetId picture, String target, @Nullable Instant until) {
        var shown = new Asset(picture, "x.jpg", "image/jpeg", "", 0, 0, 0);
        return new Block(Block.Kind.PROMOTION, Block.Spot.BESIDE, ENGLISH, 1, "See", "", target, shown, null, until);
    }

    private static Block list(String lines) {
        return new Block(Block.Kind.LIST, Block.Spot.BELOW, ENGLISH, 1, "Links", lines, "", null, null, null);
    }

    private AssetId asset(int number, long seed) {
        String hash = String.format(Locale.ROOT, "%064x", seed * 1000 + number).replaceFirst("^00", "a" + number);
        return portal.done(
                new KeepAsset(new Asset(new AssetId(0), "p" + number + ".jpg", "image/jpeg", hash, 9, 40, 30), null));
    }

    private AssetId recorded(String name) {
        return portal.done(new KeepAsset(
                new Asset(new AssetId(0), name + ".jpg", "image/jpeg", "", 0, 0, 0), "https://old/" + name));
    }

    private void arrives(String name) {
        String hash = (Integer.toHexString(name.hashCode()) + "0".repeat(64)).substring(0, 64);
        portal.done(new KeepAsset(
                new Asset(new AssetId(0), name + ".jpg", "image/jpeg", hash, 9, 40, 30), "https://old/" + name));
    }

    /** The keys of the newest change. */
    private Set<String> keys() {
        var ledger = new ChangeQueries(portal.database());
        return ledger.after(ledger.newest() - 1, 1).getFirst().keys().stream()
                .map(PageKey::value)
                .collect(Collectors.toSet());
    }

    /** Tables of the outline as they were when the migration came: without what they said earlier. */
    private static void putBackTheOutlineOfThen(Statement statement) throws SQLException {
        statement.executeUpdate("delete from menu where valid_until is not null");
        statement.executeUpdate("alter table block rename to block_of_today");
        statement.executeUpdate("create table block as select block_id as id, picture_id, target, kind, text,"
                + " shown_from as from_at, shown_until as until_at from block_of_today where valid_until is null");
        statement.executeUpdate("alter table banner rename to banner_of_today");
        statement.executeUpdate("create table banner as select id, language, target, shown_from as from_at,"
                + " shown_until as until_at from banner_of_today where valid_until is null");
    }

    /** The rows as the migration would make them, of which nothing is kept. */
    private List<String> madeAnew() throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeUpdate("delete from reference");
            putBackTheOutlineOfThen(statement);
            Migrated.references(connection);
            var rows = new ArrayList<String>();
            try (var row = statement.executeQuery(ALL)) {
                while (row.next()) {
                    rows.add(row.getString(1) + "|" + row.getString(2) + "|" + row.getString(3) + "|"
                            + row.getString(4));
                }
            }
            connection.rollback();
            return rows;
        }
    }
}
