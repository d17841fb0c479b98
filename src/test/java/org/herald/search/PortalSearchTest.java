package org.herald.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.herald.config.KindFiles;
import org.herald.model.Body;
import org.herald.model.Content;
import org.herald.model.ItemId;
import org.herald.model.SearchRules;
import org.herald.model.geo.Outlines;
import org.herald.model.kind.Fields;
import org.herald.publish.Correct;
import org.herald.publish.Move;
import org.herald.publish.Withdraw;
import org.herald.search.lucene.LuceneIndex;
import org.herald.store.ChangeQueries;
import org.herald.store.SearchQueries;
import org.herald.testing.Cast;
import org.herald.testing.TestPortal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is published is found, what is withdrawn is not, whatever happens to the index meanwhile. */
final class PortalSearchTest {

    @TempDir
    private Path folder;

    private Path index() {
        return folder.resolve("search");
    }

    private PortalSearch search(TestPortal portal) {
        return search(portal, "form");
    }

    private PortalSearch search(TestPortal portal, String form) {
        var kinds = KindFiles.ofProduct();
        return new PortalSearch(
                index(),
                at -> new LuceneIndex(at, form, SearchRules.NONE, Clock.systemUTC()),
                new SearchQueries(portal.database(), kinds),
                new ChangeQueries(portal.database()),
                new PortalSearch.Documents(kinds, Outlines.NONE),
                Clock.systemUTC());
    }

    private static void await(BooleanSupplier what) throws InterruptedException {
        for (int i = 0; i < 600 && !what.getAsBoolean(); i++) {
            Thread.sleep(50);
        }
        assertTrue(what.getAsBoolean(), "within half a minute");
    }

    private static Optional<SearchResult> asked(PortalSearch search, String typed) {
        return search.find(SearchQuery.of(Cast.ENGLISH, typed, 10));
    }

    private static List<ItemId> found(PortalSearch search, String typed) {
        return asked(search, typed).orElseThrow().hits().stream()
                .map(SearchResult.Hit::item)
                .toList();
    }

    private static Content content(String headline, String body) {
        return new Content(headline, "", null, List.of(), new Body("<p>" + body + "</p>"), Fields.NONE);
    }

    @Test
    void findsAtOnceWhatReadersSeeAndNothingElse() throws Exception {
        try (var portal = new TestPortal(folder);
                var search = search(portal)) {
            var castle = portal.published("The castle of Mir is open again");
            await(() -> asked(search, "castle").isPresent());
            assertEquals(List.of(castle), found(search, "castles"));

            var other = portal.published("A second castle");
            assertEquals(
                    List.of(other, castle),
                    found(search, "castle").stream()
                            .sorted(Comparator.comparingLong(ItemId::value).reversed())
                            .toList());

            portal.draft("A castle that nobody has published");
            assertEquals(2, asked(search, "castle").orElseThrow().total());

            portal.done(
                    Cast.VERA,
                    new Correct(other, content("A second palace", "It never was a fort."), "It is a palace."));
            assertEquals(List.of(castle), found(search, "castle"));
            assertEquals(List.of(other), found(search, "palace"));
            assertEquals(List.of(other), found(search, "never a fort"));

            portal.done(Cast.VERA, new Withdraw(castle, "It was not true."));
            assertEquals(List.of(), found(search, "castle"));
            assertEquals(List.of(), search.suggest(Cast.ENGLISH, "the cast", 5));
        }
    }

    @Test
    void followsAfterARestartWhatWasWrittenMeanwhile() throws Exception {
        try (var portal = new TestPortal(folder)) {
            var before = portal.published("A mill by the river");
            try (var search = search(portal)) {
                await(() -> asked(search, "mill").isPresent());
            }
            var meanwhile = portal.published("Another mill");
            portal.done(new Move(before, portal.section("news/economy")));
            try (var search = search(portal)) {
                await(() -> asked(search, "mill").isPresent());
                assertEquals(2, asked(search, "mill").orElseThrow().total());
                assertEquals(List.of(meanwhile), found(search, "another"));
                assertEquals(1, indexes().size(), "the index was not made anew");
                assertEquals("index-1", indexes().getFirst().getFileName().toString());
            }
        }
    }

    @Test
    void makesADamagedIndexAnewAndOneThatIsGone() throws Exception {
        try (var portal = new TestPortal(folder)) {
            var item = portal.published("A wooden church");
            try (var search = search(portal)) {
                await(() -> asked(search, "church").isPresent());
            }
            cutShort();
            try (var search = search(portal)) {
                await(() -> asked(search, "church").isPresent());
                assertEquals(List.of(item), found(search, "church"));
                remove(indexes().getFirst());
                await(() -> indexes().size() == 1 && asked(search, "church").isPresent());
                assertEquals(List.of(item), found(search, "church"));
            }
            try (var search = search(portal, "another form")) {
                await(() -> asked(search, "church").isPresent());
                assertEquals(List.of(item), found(search, "church"));
            }
        }
    }

    @Test
    void anIndexOfAnotherPortalIsNotTaken() throws Exception {
        try (var portal = new TestPortal(Files.createDirectory(folder.resolve("one")))) {
            portal.published("A story of the first portal");
            try (var search = search(portal)) {
                await(() -> asked(search, "story").isPresent());
            }
        }
        try (var portal = new TestPortal(Files.createDirectory(folder.resolve("two")))) {
            portal.published("A tale");
            portal.published("A tale of the second one");
            try (var search = search(portal)) {
                await(() -> asked(search, "tale").isPresent());
                assertEquals(2, asked(search, "tale").orElseThrow().total());
                assertEquals(0, asked(search, "story").orElseThrow().total());
            }
        }
    }

    private List<Path> indexes() {
        try (Stream<Path> all = Files.list(index())) {
            return all.filter(each -> each.getFileName().toString().startsWith("index-"))
                    .toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    /** Cuts the largest file of the index in half, as a lost disk block does. */
    private void cutShort() throws IOException {
        Path largest;
        try (Stream<Path> files = Files.list(indexes().getFirst())) {
            largest = files.max(Comparator.comparingLong(file -> file.toFile().length()))
                    .orElseThrow();
        }
        try (var channel = FileChannel.open(largest, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() / 2);
        }
    }

    private static void remove(Path index) throws IOException {
        try (Stream<Path> files = Files.walk(index)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        assertFalse(Files.exists(index));
    }
}
