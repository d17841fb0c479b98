package org.herald.newsroom;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.herald.testing.Seat.fields;
import static org.herald.testing.Seat.location;
import static org.herald.testing.Seat.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.herald.cli.NewsroomSite;
import org.herald.model.Body;
import org.herald.model.Content;
import org.herald.model.ItemId;
import org.herald.publish.CommandBus;
import org.herald.store.Database;
import org.herald.testing.Axe;
import org.herald.testing.Browser;
import org.herald.testing.Cast;
import org.herald.testing.Gifs;
import org.herald.testing.NewsroomCast;
import org.herald.testing.NewsroomCast.Member;
import org.herald.testing.PortalClock;
import org.herald.testing.Vectors;
import org.herald.testing.WritingRoom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Writing in a real browser: two people in one item, hostile HTML, and screens that everybody can use. */
@QuarkusTest
@WithTestResource(NewsroomSite.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WritingBrowserTest {

    private static final String MARKED =
            "text => [...(CSS.highlights.get('herald-sentence') ?? [])].map(String).join('|') === text";
    private static final String EDITOR = ".ProseMirror[contenteditable=true]";

    @TestHTTPResource
    URI server = URI.create(""); // given by Quarkus

    private final WritingRoom room;
    private @Nullable Browser browser; // opened once for all tests

    WritingBrowserTest(Database database, PortalClock clock, CommandBus bus) {
        this.room = new WritingRoom(database, clock, bus);
    }

    @BeforeAll
    void open() {
        browser = Browser.open();
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void twoBrowsersInOneItemLoseNothing() {
        ItemId item = item("<p>It opens on Saturday.</p><p>The entry is free.</p>");
        try (var nastas = window(Member.REPORTER, 1280, ColorScheme.LIGHT);
                var alesias = window(Member.EDITOR, 1280, ColorScheme.LIGHT)) {
            Page hers = writing(nastas, item);
            Page his = writing(alesias, item);
            write(hers, 1, " So says Nasta.");
            write(his, 2, " So says Alesia.");
            his.waitForCondition(() -> his.locator("[data-others]").innerText().contains("Nasta"));
            save(hers);
            save(his);

            String both = his.locator(EDITOR).innerText();
            assertTrue(both.contains("So says Nasta.") && both.contains("So says Alesia."), both);

            Page again = writing(nastas, item);
            again.locator("#headline").fill("Nasta’s headline");
            his.locator("#headline").fill("Alesia’s headline");
            save(again);
            his.locator("button[data-save]").click();
            his.waitForURL("**/merge");
            assertAccessible(his);
            his.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/writing-merge.png")));
            his.locator("#theirs-0").check();
            his.locator("button[data-save]").click();
            his.waitForURL("**/text?flash=**");
            assertEquals("Nasta’s headline", his.locator("#headline").inputValue());
        }
    }

    @Test
    void whatOnePersonLeftInABrowserIsNotShownToTheNextAndWaitsForItsWriter() {
        ItemId item = item("<p>It opens on Saturday.</p>");
        try (var shared = window(Member.REPORTER, 1280, ColorScheme.LIGHT)) {
            Page hers = writing(shared, item);
            shared.setOffline(true);
            hers.locator("#headline").fill("Only Nasta knows");
            hers.waitForCondition(() -> kept(hers).contains("Only Nasta knows"));
            hers.close();
            shared.setOffline(false);

            sit(shared, Member.EDITOR);
            Page his = writing(shared, item);
            assertEquals("Night of museums", his.locator("#headline").inputValue());
            assertEquals(0, his.locator(".ed-notice-put-back").count());
            assertTrue(kept(his).contains("Only Nasta knows"), "nothing is lost");
            his.close();

            sit(shared, Member.REPORTER);
            Page again = writing(shared, item);
            again.locator(".ed-notice-put-back").waitFor();
            assertEquals("Only Nasta knows", again.locator("#headline").inputValue());
        }
    }

    @Test
    void whatOnePersonTypesIsNotSentInTheNameOfTheNextWhoSignsInAtTheBrowser() {
        ItemId item = item("<p>It opens on Saturday.</p>");
        try (var shared = window(Member.REPORTER, 1280, ColorScheme.LIGHT)) {
            Page hers = writing(shared, item);
            sit(shared, Member.EDITOR);
            hers.locator("#headline").fill("Nasta types on");
            hers.locator(".ed-notice-signed-out").waitFor();
            // the second attempt is the one that looks for a token of the new session
            hers.evaluate("dispatchEvent(new Event('focus'))");
            hers.waitForCondition(() -> kept(hers).contains("Nasta types on"));
            assertEquals("0", drafts("Nasta types on"));

            sit(shared, Member.REPORTER);
            hers.evaluate("dispatchEvent(new Event('focus'))");
            hers.waitForCondition(() -> drafts("Nasta types on").equals("1"));
            assertEquals(
                    room.cast().account(Member.REPORTER).id().toString(),
                    room.value(
                            "select account_id from draft where json_extract(content, '$.headline') = ?",
                            "Nasta types on"));
        }
    }

    @Test
    void theSentenceThatIsTranslatedIsMarkedInTheOriginal() {
        ItemId item = item("<p>It opens on Saturday. The entry is free.</p><p>Come early. Bring a friend.</p>");
        var begin = Map.of(
                "kind", "article",
                "language", "be",
                "section", room.section("news"),
                "group", item.toString(),
                "original", room.value("select head_id from item where id = ?", item.value()));
        String screen = location(room.seat(Member.EDITOR).post("/newsroom/new", begin));
        try (var window = window(Member.EDITOR, 1280, ColorScheme.LIGHT)) {
            Page page = window.newPage();
            page.navigate(server.resolve(screen).toString());
            page.locator(EDITOR).click();
            page.keyboard().press("Control+a");
            page.keyboard().type("Адкрыццё ў суботу. Уваход вольны.");
            page.keyboard().press("Enter");
            page.keyboard().type("Прыходзьце раней. Вазьміце сябра.");
            page.waitForFunction(MARKED, "Bring a friend.");
            page.keyboard().press("Home");
            page.waitForFunction(MARKED, "Come early.");
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/writing-sentence.png")));
            assertAccessible(page);
        }
    }

    @Test
    void filesThatCannotBeTakenSayWhatTheyAreWhereTheyAreDroppedAndNoneLeavesThePage(@TempDir Path folder)
            throws IOException {
        var files = Map.of("plan.pdf", "%PDF-1.7", "photo.heic", "0000ftypheic00000000", "half.gif", "GIF89a");
        ItemId item = item("<p>It opens on Saturday.</p>");
        try (var window = window(Member.EDITOR, 1280, ColorScheme.LIGHT)) {
            Page page = writing(window, item);
            String address = page.url();
            page.locator(EDITOR + " p").click();
            page.keyboard().press("End");
            page.keyboard().type(" Typed before.");
            for (var file : files.entrySet()) {
                Path path = Files.writeString(folder.resolve(file.getKey()), file.getValue());
                drop(page, path, page.locator("label[for=headline]"));
                assertThat(page.locator("[data-dropped]")).containsText("The file was not taken");
                drop(page, path, page.locator(EDITOR + " p").first());
                assertThat(page.locator(EDITOR + " .ed-fault").filter(containing(file.getKey())))
                        .hasCount(1);
            }
            assertThat(page.locator(EDITOR + " .ed-fault").filter(containing("plan.pdf")))
                    .containsText("PDF file");
            assertThat(page.locator(EDITOR + " .ed-fault").filter(containing("photo.heic")))
                    .containsText("HEIC file");
            assertThat(page.locator(EDITOR + " .ed-fault").filter(containing("half.gif")))
                    .containsText("damaged");
            drop(
                    page,
                    Files.write(folder.resolve("stork.gif"), Gifs.moving(64, 48)),
                    page.locator(EDITOR + " p").first());
            assertThat(page.locator(EDITOR + " figure img")).hasCount(1);
            assertEquals(address, page.url());
            assertTrue(page.locator(EDITOR).innerText().contains("Typed before."));
            Page elsewhere = window.newPage();
            for (String other : List.of("/newsroom", "/newsroom/plan", "/newsroom/items/" + item)) {
                elsewhere.navigate(server.resolve(other).toString());
                drop(
                        elsewhere,
                        folder.resolve("plan.pdf"),
                        elsewhere.locator("h1").first());
                assertThat(elsewhere.locator("[data-dropped]")).isVisible();
                assertEquals(server.resolve(other).toString(), elsewhere.url());
            }
        }
    }

    /** Drops a file as a hand does, not as a script: what nobody takes, the browser opens in place of the page. */
    private static void drop(Page page, Path file, Locator target) {
        target.scrollIntoViewIfNeeded();
        var box = target.boundingBox();
        var files = new JsonArray();
        files.add(file.toString());
        var data = new JsonObject();
        data.add("items", new JsonArray());
        data.add("files", files);
        data.addProperty("dragOperationsMask", 1);
        var session = page.context().newCDPSession(page);
        for (String type : List.of("dragEnter", "dragOver", "drop")) {
            var event = new JsonObject();
            event.addProperty("type", type);
            event.addProperty("x", box.x + 5);
            event.addProperty("y", box.y + box.height / 2);
            event.add("data", data);
            session.send("Input.dispatchDragEvent", event);
        }
        session.detach();
    }

    private static Locator.FilterOptions containing(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    @Test
    void theTabKeyInTheLastCellAddsARowAndLeavesAfterAnEmptyOne() {
        ItemId item = item("<table><tbody><tr><td>River</td><td>Length</td></tr></tbody></table><p>End.</p>");
        try (var window = window(Member.EDITOR, 1280, ColorScheme.LIGHT)) {
            Page page = writing(window, item);
            page.locator(EDITOR + " td").nth(1).click();
            press(page, "End");
            press(page, "Tab");
            assertThat(page.locator(EDITOR + " tr")).hasCount(2);
            page.keyboard().type("Dnieper");
            press(page, "Tab");
            page.keyboard().type("2201 km");
            assertEquals(
                    List.of("River", "Length", "Dnieper", "2201 km"),
                    page.locator(EDITOR + " td").allInnerTexts().stream()
                            .map(String::strip)
                            .toList());
            press(page, "Tab");
            assertThat(page.locator(EDITOR + " tr")).hasCount(3);
            press(page, "Tab");
            press(page, "Tab");
            assertThat(page.locator(EDITOR + " tr")).hasCount(3);
        }
    }

    /** One key; the editor hears of a moved caret a moment later than a person presses the next. */
    private static void press(Page page, String key) {
        page.keyboard().press(key);
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 10)))");
    }

    @Test
    void lettersTypedWhileAButtonHasTheFocusAreNoShortcuts() {
        try (var window = window(Member.EDITOR, 1280, ColorScheme.LIGHT)) {
            Page page = window.newPage();
            page.navigate(server.resolve("/newsroom").toString());
            String address = page.url();
            var button = page.locator("search button").first();
            button.focus();
            for (String key : List.of("n", "/", "g", "d", "?", "j")) {
                page.keyboard().press(key);
            }
            assertEquals(address, page.url());
            assertThat(button).isFocused();
            assertThat(page.locator("#keys")).isHidden();
            page.locator("body").evaluate("() => document.activeElement.blur()");
            page.keyboard().press("n");
            page.waitForURL("**/newsroom/new");
        }
    }

    private String drafts(String headline) {
        return room.value("select count(*) from draft where json_extract(content, '$.headline') = ?", headline);
    }

    /** All that the browser keeps. */
    private static String kept(Page page) {
        return String.valueOf(page.evaluate("JSON.stringify(localStorage)"));
    }

    /** Somebody else signs in at this browser. */
    private void sit(BrowserContext window, Member member) {
        window.addCookies(
                List.of(new Cookie(NewsroomCast.COOKIE, room.cast().cookie(member)).setUrl(server.toString())));
    }

    @Test
    void hostileHtmlRunsNowhere() {
        var all = Vectors.all();
        assertTrue(all.size() > 100, "vectors " + all.size());
        ItemId item = item("<p>Plain.</p>");
        var alesia = room.seat(Member.EDITOR);
        String text = "/newsroom/items/" + item + "/text";
        var ran = new ArrayList<String>();
        try (var window = window(Member.EDITOR, 1280, ColorScheme.LIGHT)) {
            Page page = window.newPage();
            page.onDialog(dialog -> {
                ran.add(page.url());
                dialog.dismiss();
            });
            for (int from = 0; from < all.size(); from += 12) {
                String html = "<p>Before</p>" + String.join("\n", all.subList(from, Math.min(all.size(), from + 12)));
                var typed = with(fields(alesia.page(text), "text"), "body", html);
                alesia.send("/newsroom/drafts", typed).then().statusCode(200);
                look(page, text, EDITOR, ran);
                look(
                        page,
                        location(alesia.post("/newsroom/previews", fields(alesia.page(text), "text"))),
                        ".body",
                        ran);
                String saved = location(alesia.post("/newsroom/revisions", fields(alesia.page(text), "text")));
                look(page, saved, EDITOR, ran);
                room.release(item);
                look(page, room.value("select path from live where item_id = ?", item.value()), ".body", ran);
                paste(page, text, html, ran);
            }
        }
        assertEquals(List.of(), ran);
    }

    @Test
    void aTranslationBesideItsOriginalIsAccessibleInLightDarkAndNarrow() {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            ItemId item =
                    item("<p>One.</p><figure><img src=\"asset:1\" alt=\"x\"><figcaption>Two</figcaption></figure>");
            var translation = Map.of(
                    "kind", "article",
                    "language", "be",
                    "section", room.section("news"),
                    "group", item.toString(),
                    "original", room.value("select head_id from item where id = ?", item.value()));
            String beside = location(room.seat(Member.EDITOR).post("/newsroom/new", translation));
            int width = scheme == ColorScheme.LIGHT ? 1280 : 390;
            try (var window = window(Member.EDITOR, width, scheme)) {
                Page page = window.newPage();
                page.navigate(server.resolve(beside).toString());
                page.locator(EDITOR).waitFor();
                assertEquals(List.of("One.", "Two"), untranslated(page), "as the original says it");
                assertAccessible(page);
                assertEquals(
                        0,
                        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"),
                        "no wider than " + width);
                page.locator(EDITOR + " p").first().click();
                page.keyboard().press("End");
                page.keyboard().type(" Два.");
                assertEquals(List.of("Two"), untranslated(page));
                page.locator("#headline.untranslated").fill("Ноч музеяў");
                assertEquals(0, page.locator("#headline.untranslated").count());
            }
        }
    }

    /** What is marked as the original's words, without the labels of the fields in which it stands. */
    private static List<String> untranslated(Page page) {
        return page.locator(EDITOR + " .ed-untranslated").allInnerTexts().stream()
                .map(text -> text.lines().toList().getLast())
                .toList();
    }

    /** Opens a page and asks whether anything there could run, or did. */
    private void look(Page page, String path, String root, List<String> ran) {
        page.navigate(server.resolve(path).toString());
        page.locator(root).first().waitFor();
        ran.addAll(live(page, path, root));
    }

    private static List<String> live(Page page, String path, String root) {
        var found = (List<?>) page.evaluate(Vectors.FIND_LIVE, root);
        return found.stream().map(each -> path + ": " + each).toList();
    }

    private void paste(Page page, String text, String html, List<String> ran) {
        page.navigate(server.resolve(text).toString());
        page.locator(EDITOR).click();
        page.locator(EDITOR)
                .evaluate(
                        "(editor, html) => { const data = new DataTransfer(); data.setData('text/html', html);"
                                + " editor.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true,"
                                + " cancelable: true})); }",
                        html);
        ran.addAll(live(page, "pasted", EDITOR));
    }

    private ItemId item(String html) {
        return room.draft(Content.of("Night of museums", new Body(html)), Cast.ENGLISH, "news");
    }

    private Page writing(BrowserContext window, ItemId item) {
        Page page = window.newPage();
        page.navigate(server.resolve("/newsroom/items/" + item + "/text").toString());
        page.locator(EDITOR).waitFor();
        return page;
    }

    private static void write(Page page, int paragraph, String words) {
        page.locator(EDITOR + " > p:nth-child(" + paragraph + ")").click();
        page.keyboard().press("End");
        page.keyboard().type(words);
        page.waitForCondition(
                () -> page.locator("[data-autosave-status]").innerText().matches(".*[0-9]{2}:.*"));
    }

    private static void save(Page page) {
        page.locator("button[data-save]").click();
        page.waitForURL("**/text?flash=**");
        page.locator(EDITOR).waitFor();
    }

    private void assertAccessible(Page page) {
        assertEquals(List.of(), Axe.violations(page));
    }

    private BrowserContext window(Member member, int width, ColorScheme scheme) {
        var window = Objects.requireNonNull(browser).window(width, scheme);
        sit(window, member);
        return window;
    }
}
