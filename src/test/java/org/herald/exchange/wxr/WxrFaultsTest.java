package org.herald.exchange.wxr;

import static org.herald.exchange.wxr.Export.attachment;
import static org.herald.exchange.wxr.Export.element;
import static org.herald.exchange.wxr.Export.page;
import static org.herald.exchange.wxr.Export.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.herald.store.StoreFault;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are nearly XML, and parts that cannot be taken: the good is imported, the bad told with its line. */
final class WxrFaultsTest {

    private static final String STORY = "/en/2020/03/04/a-story";

    @TempDir
    private Path folder = Path.of(""); // made by JUnit

    private ImportDesk portal; // opened for each test

    @BeforeEach
    void open() throws IOException {
        portal = new ImportDesk(folder);
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        `\n\n<?xml`                 | <?xml      | -1 |
        `\ufeff<?xml`               | <?xml      | -1 |
        `<b>Warning</b>: x on line 12\n\n<?xml` | <?xml | 1 | what stands before the first tag
        `Wo\013rds`               | Words      | 7  | a character that XML forbids, U+000B
        `Wo\0rds`               | Words      | 7  | a character that XML forbids, U+0000
        `Wo\uffffrds`               | Words      | 7  | bytes that are not in the file's encoding
        `<media:x media:y="z"/><wp:post_id>` | <wp:post_id> | -1 |
        `<x>Tom & Jerry</x><wp:post_id>` | <wp:post_id> | 7 | an & that begins no reference
        `<x>a&nbsp;b &laquo;c&raquo;</x><wp:post_id>` | <wp:post_id> | -1 |
        `<x>&#0;&#x1F;&#x41;</x><wp:post_id>` | <wp:post_id> | 7 | a character that XML forbids, U+001F
        `<x>I <3 you, 1 < 2</x><wp:post_id>` | <wp:post_id> | 7 | a < that begins no tag
        `<x>a ]]> b</x><wp:post_id>` | <wp:post_id> | 7 | a ]]> that ends nothing
        `</rss>\nWarning: x`         | </rss>     | 10 | everything after the end of the export
        `</rss>\n<rss>`              | </rss>     | 10 | import it as a file of its own
        """)
    void fileThatIsNearlyXmlIsReadAndItsFaultsAreTold(String written, String meant, int line, @Nullable String told)
            throws IOException {
        String xml = new Export().add(post(1, "A story")).xml().replace("Words of A story.", "Words");
        String faulty = xml.replaceFirst(Pattern.quote(meant), Matcher.quoteReplacement(written));
        assertTrue(!faulty.equals(xml), written);

        var report = portal.takeText(faulty);

        assertEquals("<p>Words</p>", portal.content(STORY).body().html());
        assertEquals(line < 0 ? List.of() : List.of(line), lines(report, "file"));
        assertTrue(told == null || report.toString().contains(told), report.toPrettyString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        UTF-8        | a4    | Слова |
        UTF-8        | d1    | Слова |
        windows-1251 |       | Слова |
        UTF-16LE     |       | Слова |
        """)
    void wordsAreReadInTheEncodingOfTheFile(String encoding, @Nullable String bad, String words) throws IOException {
        String xml = new Export()
                .add(post(1, "A story"))
                .xml()
                .replace("Words of A story.", "Сло@ва")
                .replace("encoding=\"UTF-8\"", "encoding=\"" + encoding + "\"");
        if (encoding.equals("UTF-16LE")) {
            xml = "\ufeff" + xml;
        }
        String[] around = xml.split("@", 2);
        byte[] before = around[0].getBytes(Charset.forName(encoding));
        byte[] after = around[1].getBytes(Charset.forName(encoding));
        byte[] between = bad == null ? new byte[0] : new byte[] {(byte) Integer.parseInt(bad, 16)};
        Path file = folder.resolve("bytes.xml");
        try (var out = Files.newOutputStream(file)) {
            out.write(before);
            out.write(between);
            out.write(after);
        }

        var report = portal.take(file);

        assertEquals("<p>" + words + "</p>", portal.content(STORY).body().html());
        assertEquals(bad == null ? List.of() : List.of(7), lines(report, "file"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        cut           | it ends in the middle of the export
        open          | the tag <br> is opened before this place and not closed
        document type | it has a document type (<!DOCTYPE), which no export has. Delete it
        """)
    void fileThatIsBrokenSaysInOneSentenceWhatToDo(String fault, String says) throws IOException {
        String xml = new Export().add(post(1, "A story")).xml();
        String broken = switch (fault) {
            case "cut" -> xml.substring(0, xml.indexOf("</channel>"));
            case "open" -> xml.replace("</channel>", "<br>Warning</channel>");
            default -> xml.replace("<rss ", "<!DOCTYPE rss><rss ");
        };
        var before = portal.portal().tables().dump();

        var told = String.valueOf(
                assertThrows(WxrFault.class, () -> portal.takeText(broken)).getMessage());

        assertTrue(told.matches("(?s).*export\\.xml, line [0-9]+, column [0-9]+: the file is broken: .+"), told);
        assertTrue(told.contains(says), told);
        assertEquals(before, portal.portal().tables().dump());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\ufeff",
                "\u200f",
                "\u200d",
                "\u2060",
                "\u0085",
                "\u180e",
                "\udb40\udc01",
                "&nbsp;",
                "&#8203;",
                "<b></b>"
            })
    void invisibleNameStopsNothing(String blank) throws IOException {
        var export = new Export()
                .add("<wp:author><wp:author_login>boris</wp:author_login>" + element("wp:author_display_name", blank)
                        + "</wp:author>")
                .add("<wp:author>" + element("wp:author_login", blank) + element("wp:author_display_name", blank)
                        + "</wp:author>")
                .category(1, "river", blank)
                .category(2, "", blank)
                .category(3, "good", "Good")
                .add("<wp:tag>" + element("wp:tag_slug", "x") + element("wp:tag_name", blank) + "</wp:tag>")
                .add(post(1, "A story").term("category", "good", "Good").term("post_tag", "x", blank))
                .add(post(2, "Blank").with("title", blank).term("category", "river", blank))
                .add(post(3, "No author").with("dc:creator", "boris").term("author", "cap-boris", blank))
                .add(page(4, "Blank page").with("title", blank).with("content:encoded", blank))
                .add(post(5, blank).with("wp:post_type", "nav_menu_item"))
                .add(attachment(6, blank, ""))
                .add(attachment(7, blank, Export.SITE + "/wp-content/uploads/a.jpg"))
                .add(post(8, "Last").term("category", "", blank));
        var report = portal.takeText(export.xml(), true);

        for (long id : List.of(1L, 2L, 3L, 4L, 8L)) {
            assertEquals(
                    "taken",
                    ImportDesk.became(report, id),
                    ImportDesk.line(report, id).toString());
        }
        assertEquals(
                "Words of Blank.", portal.content("/en/river/2020/03/04/blank").headline());
        assertEquals(
                "boris", portal.content("/en/2020/03/04/no-author").fields().text("byline"));
        assertEquals(List.of(), portal.content("/en/good/2020/03/04/a-story").tags());
        assertEquals("left out", ImportDesk.became(report, 6));
        assertEquals("recorded", ImportDesk.became(report, 7));
        assertTrue(ImportDesk.notes(report, 1).contains("left out: a tag without a name"), report.toPrettyString());
        for (String type : List.of("author", "category", "tag")) {
            assertTrue(!lines(report, type).isEmpty(), type + " in " + report.toPrettyString());
        }
        assertEquals(
                List.of(),
                portal.portal()
                        .tables()
                        .rows(
                                "select label from menu where length(trim(label)) = 0 or label like '%' || ? || '%'",
                                blank));
        assertTrue(portal.portal()
                .tables()
                .rows("select label from menu where menu = 'main'")
                .contains("Good"));
    }

    @Test
    void eachBadPartIsToldAndEachGoodOneTaken() throws IOException {
        String deep = "<div>".repeat(20_000) + "deep" + "</div>".repeat(20_000);
        var export = new Export()
                .category(1, "a", "A")
                .add(post(1, "Good one"))
                .add(post(2, "Deep").with("content:encoded", deep))
                .add(post(3, "Date").with("wp:post_date", "soon").with("wp:post_date_gmt", ""))
                .add(post(4, "Address")
                        .with("link", Export.SITE + "/" + "x".repeat(2000))
                        .with("guid", ""))
                .add(page(5, "Status").with("wp:status", "secret"))
                .add(attachment(6, "Long", Export.SITE + "/wp-content/uploads/" + "x".repeat(3000) + ".jpg"))
                .add(attachment(7, "None", ""))
                .add(post(8, "Title " + "x".repeat(5000)).with("wp:post_name", "title"))
                .add(post(9, "Emoji " + "\ud83d\udc1d".repeat(300)).with("wp:post_name", "emoji"))
                .add(post(10, "Good two").term("category", "a", "A"));
        var report = portal.takeText(export.xml(), true);

        for (long id : List.of(1L, 2L, 4L, 8L, 9L, 10L)) {
            assertEquals(
                    "taken",
                    ImportDesk.became(report, id),
                    ImportDesk.line(report, id).toString());
        }
        assertEquals("draft", ImportDesk.became(report, 3));
        assertEquals(
                List.of("kept as a draft: its date \"soon\" cannot be read; publish it here with the date that it had"),
                ImportDesk.notes(report, 3));
        assertEquals("draft", ImportDesk.became(report, 5));
        assertEquals("left out", ImportDesk.became(report, 7));
        assertTrue(ImportDesk.notes(report, 4).toString().contains("its old address, which cannot be one"));
        assertTrue(portal.content("/en/2020/03/04/deep").body().html().contains("deep"));
    }

    /** Whatever a part makes go wrong, the others are kept, in as few transactions as may be. */
    @Test
    void partThatFailsIsPassedOverAlone() {
        var passing = new Passing(portal.portal().bus());
        var taken = new ArrayList<Integer>();
        var lines = passing.each(
                IntStream.rangeClosed(1, 100).boxed().toList(),
                (_, part) -> {
                    if (part == 17) {
                        throw new StackOverflowError();
                    }
                    if (part == 64) {
                        throw new IllegalStateException("bad");
                    }
                    taken.add(part);
                    return List.of(entry(part, "taken"));
                },
                () -> {
                    var before = List.copyOf(taken);
                    return () -> {
                        taken.clear();
                        taken.addAll(before);
                    };
                },
                WxrFaultsTest::entry);

        assertEquals(98, taken.size());
        assertEquals(
                IntStream.rangeClosed(1, 100).boxed().toList(),
                lines.stream().map(ReportEntry::line).toList());
        assertEquals(
                "left out: its elements stand inside one another too deep to be read",
                lines.get(16).notes().getFirst());
        assertEquals(
                "left out: it cannot be taken (java.lang.IllegalStateException: bad)",
                lines.get(63).notes().getFirst());
        assertThrows(
                StoreFault.class,
                () -> passing.each(
                        List.of(1, 2),
                        (_, _) -> {
                            throw new StoreFault("The disk is full", null);
                        },
                        () -> () -> {},
                        WxrFaultsTest::entry));
    }

    private static ReportEntry entry(int part, String note) {
        return new ReportEntry(part, "post", part, "", ReportEntry.Became.TAKEN, "", List.of(note));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        2020-01-01 00:05:00 | 2019-12-31 21:05:00 | 2020-01-01 |
        2020-01-01 00:05:00 | 2019-12-31 23:05:00 | 2020-01-01 | UTC+01:00, but the portal's time zone is Europe/Minsk
        2020-01-01 00:05:00 | 2020-01-01 05:05:00 | 2020-01-01 | UTC-05:00, but the portal's time zone is Europe/Minsk
        2019-12-31 23:05:00 | 2019-12-31 22:05:00 | 2020-01-01 | 1 of 1 posts stand on another day
        2020-01-01 00:05:00 |                     | 2020-01-01 |
        """)
    void clockOfTheOldSiteIsReadAndTold(String local, @Nullable String utc, String day, @Nullable String told)
            throws IOException {
        var report = portal.takeText(new Export()
                .add(post(1, "A story").with("wp:post_date", local).with("wp:post_date_gmt", utc == null ? "" : utc))
                .xml());
        assertEquals(day, portal.portal().tables().value("select published_day from live"));
        assertEquals(told == null ? 0 : 1, report.path("remarks").size());
        assertTrue(told == null || report.path("remarks").path(0).asText().contains(told), report.toPrettyString());
    }

    @Test
    void localTimesWithoutUtcAreThoseOfTheOldSitesClock() throws IOException {
        portal.takeText(new Export()
                .add(post(1, "A story").with("wp:post_date", "2020-03-04 05:00:00"))
                .add(post(2, "Another")
                        .with("wp:post_date", "2020-03-04 05:00:00")
                        .without("wp:post_date_gmt"))
                .xml());
        assertEquals(
                "2020-03-04T10:00:00Z",
                portal.shown("/en/2020/03/04/another").item().publishedAt().toString());
    }

    private static List<Integer> lines(JsonNode report, String type) {
        var lines = new ArrayList<Integer>();
        report.path("items").forEach(line -> {
            if (line.path("type").asText().equals(type)) {
                lines.add(line.path("line").asInt());
            }
        });
        return lines;
    }
}
