package org.herald.newsroom;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Objects;
import java.util.regex.Pattern;
import org.herald.cli.NewsroomSite;
import org.herald.publish.CommandBus;
import org.herald.store.Database;
import org.herald.testing.NewsroomCast.Member;
import org.herald.testing.Photos;
import org.herald.testing.PortalClock;
import org.herald.testing.WritingRoom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A text with everything that a text can have, written with nothing but the keyboard. */
@QuarkusTest
@WithTestResource(NewsroomSite.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class KeyboardWritingTest {

    @TestHTTPResource
    URI server = URI.create(""); // given by Quarkus

    private final WritingRoom room;
    private @Nullable Windows windows; // opened once for all tests
    private @Nullable Page page; // new for each test
    private @Nullable Hands hands; // new for each test

    KeyboardWritingTest(Database database, PortalClock clock, CommandBus bus) {
        this.room = new WritingRoom(database, clock, bus);
    }

    @BeforeAll
    void open() {
        windows = new Windows(server, room.cast());
    }

    @BeforeEach
    void begin() {
        page = windows().page(Member.REPORTER, "/newsroom");
        hands = new Hands(page()).go("n");
        hands().to("Section").type("News");
        hands().follow("Start writing");
        hands().to("Headline").type("Written with keys");
    }

    @AfterEach
    void shut() {
        windows().shut();
    }

    @AfterAll
    void close() {
        if (windows != null) {
            windows.close();
        }
    }

    @Test
    void wordsHeadingsListsAndQuotes() {
        hands().to("Text").type("Rivers rise in \"April\".").press("Enter");
        hands().press("Alt+F10");
        if (!hands().stop().is("Kind of paragraph")) {
            hands().arrow("ArrowLeft", "Kind of paragraph");
        }
        hands().press("ArrowDown", "Escape").type("What is done").press("Enter");
        hands().tool("List").type("Dams").press("Enter").type("Walls").press("Enter");
        hands().tool("One level deeper").type("of stone").press("Enter");
        hands().tool("One level higher").type("Pumps").press("Enter", "Enter");
        hands().tool("Numbered list").type("First").press("Enter", "Enter");
        hands().tool("Quote")
                .type("It rises.")
                .press("Enter", "Enter")
                .type("A warden")
                .press("Enter");
        hands().type("So he said").press("Control+Shift+ArrowLeft");
        hands().tool("Editorial insertion, shown in [square brackets]");
        hands().press("End", "Enter").tool("Dividing line").type("The end");

        assertEquals(
                "<p>Rivers rise in “April”.</p><h2>What is done</h2>"
                        + "<ul><li>Dams</li><li>Walls<ul><li>of stone</li></ul></li><li>Pumps</li></ul>"
                        + "<ol><li>First</li></ol>"
                        + "<blockquote><p>It rises.</p><footer>A warden</footer></blockquote>"
                        + "<p>So he <ins>said</ins></p><hr><p>The end</p>",
                body());
        hands().assertSawEverything();
    }

    @Test
    void everyMarkIsSetAndTakenAgain() {
        hands().to("Text");
        for (String mark : new String[] {
            "Strong",
            "Emphasis",
            "Quotation within the text",
            "Title of a work",
            "Struck through",
            "Subscript",
            "Superscript",
            "Code"
        }) {
            hands().tool(mark).type("x").tool(mark).type(" ");
        }

        String marked = body();
        for (String tag : new String[] {"strong", "em", "q", "cite", "s", "sub", "sup", "code"}) {
            assertThat(marked, containsString("<" + tag + ">x</" + tag + ">"));
        }
        hands().press("Control+a").tool("Remove emphasis");
        assertEquals("<p>x x x x x x x x</p>", body());
        hands().tool("Undo");
        assertEquals(marked, body());
        hands().press("Control+End").tool("No-break space").type("z");
        assertTrue(body().contains("\u00a0z") || body().contains("&nbsp;z"), body());
        hands().assertSawEverything();
    }

    @Test
    void linksToItemsAndAddresses() {
        room.published("The cooperage opens on Saturday");
        hands().to("Text").type("It is said of the mill").press("Control+Shift+ArrowLeft", "Control+k");
        hands().assertAt("An address, or words from the headline of an item").type("cooperage opens");
        assertThat(page().locator("[role=option]")).hasCount(1);
        hands().press("ArrowDown", "Enter", "Enter");
        assertThat(body(), containsString("<a href=\"item:"));
        assertThat(page().locator(".ed-foot")).containsText("Leads to: The cooperage opens on Saturday");
        hands().press("End").type(" and ").tool("Link");
        hands().assertAt("An address, or words from the headline of an item").type("https://example.org/");
        hands().to("Words of the link").type("elsewhere").press("Enter");
        assertThat(body(), containsString("<a href=\"https://example.org/\">elsewhere</a>"));
        hands().press("ArrowLeft").to("Change link").press("Enter");
        hands().to("Remove link").press("Enter");
        assertThat(body(), not(containsString("example.org")));
        hands().press("Control+k", "Escape");
        assertThat(page().locator(".ed-body")).isFocused();
        hands().assertSawEverything();
    }

    @Test
    void aTableIsMadeFilledChangedLeftAndRemoved() {
        hands().to("Text").tool("Table");
        hands().type("River").press("Tab").type("Length").press("Tab").type("Rises");
        hands().tool("Remove column").type("Dnieper").press("Tab").type("2201 km");
        hands().tool("Row below").press("Tab").type("Pripyat");
        hands().tool("First column is a header");
        assertThat(page().locator(".ed-body table tr")).hasCount(4);
        String made = body();
        assertThat(made, containsString("<th scope=\"col\">River</th><th scope=\"col\">Length</th>"));
        assertThat(made, containsString("<th scope=\"row\">Dnieper</th><td>2201 km</td>"));
        for (int i = 0; i < 20 && isInText(); i++) {
            hands().press("Tab");
        }
        assertEquals(false, isInText(), "the Tab key leaves the table, and the editor");
        hands().back("Text")
                .press("Alt+F10")
                .arrow("ArrowLeft", "Remove the table")
                .press("Enter");
        assertThat(page().locator(".ed-body table")).hasCount(0);
        hands().press("Escape").type("After it");
        assertEquals("<p>After it</p>", body());
        hands().assertSawEverything();
    }

    @Test
    void aPictureIsBroughtDescribedMovedAndTakenAway() {
        hands().to("Text").type("Before").press("Enter").press("Alt+F10");
        hands().arrow("ArrowRight", "Pictures");
        var chooser = page().waitForFileChooser(() -> hands().press("Enter"));
        chooser.setFiles(new FilePayload("mill.png", "image/png", Photos.png(60, 40)));
        assertThat(page().locator("figure img")).hasAttribute("src", Pattern.compile("/newsroom/pictures/[0-9]+"));
        assertThat(page().locator(".ed-body")).isFocused();
        hands().to("Alternative text").type("A mill");
        hands().back("Text").press("Control+Home");
        reachCaption();
        hands().type("The old mill").press("Enter").type("Nasta").press("Enter").type("After");
        assertThat(body(), containsString("alt=\"A mill\""));
        assertThat(body(), containsString("<figcaption>The old mill <cite>Nasta</cite></figcaption>"));
        assertThat(body(), containsString("<p>After</p>"));
        hands().press("Control+Home").to("Move up").press("Enter");
        assertTrue(body().startsWith("<figure>"), body());
        hands().to("Remove the picture").press("Enter");
        assertThat(body(), not(containsString("<figure>")));
        assertTrue(isInText());
        hands().assertSawEverything();
    }

    @Test
    void whatIsWrittenIsKeptSavedAndDiscarded() {
        hands().to("Standfirst").type("What it is about.");
        hands().to("Text").type("It is kept.").press("Tab");
        assertThat(page().locator("[data-autosave-status]")).hasText(Pattern.compile("Saved as a draft at .*"));
        hands().to("Tags").type("keys, water");
        hands().to("Embargo until").type("12012026").press("Tab").type("0900AM");
        hands().go("Control+s");
        assertThat(page().locator(".said")).hasText("Saved.");
        hands().to("Kicker").type("Water");
        hands().back("Discard").go("Enter");
        hands().follow("Discard the draft");
        assertThat(page().locator(".said")).hasText("The draft is discarded.");
        assertThat(page().locator("[id='field.kicker']")).hasValue("");
        hands().assertSawEverything();
    }

    /** With the arrow keys, from the line before the picture. */
    private void reachCaption() {
        for (int i = 0; i < 6 && !isIn(".ed-caption"); i++) {
            hands().press("ArrowDown");
        }
        assertTrue(isIn(".ed-caption"), "the caption is reached from the text");
    }

    private boolean isIn(String selector) {
        return Boolean.TRUE.equals(page().evaluate(
                        "selector => !!getSelection().anchorNode && !!(getSelection().anchorNode.closest"
                                + " ? getSelection().anchorNode : getSelection().anchorNode.parentElement).closest(selector)",
                        selector));
    }

    private boolean isInText() {
        return Boolean.TRUE.equals(page().evaluate("document.activeElement.matches('.ed-body')"));
    }

    private String body() {
        return page().locator("textarea[name=body]").inputValue();
    }

    private Page page() {
        return Objects.requireNonNull(page);
    }

    private Hands hands() {
        return Objects.requireNonNull(hands);
    }

    private Windows windows() {
        return Objects.requireNonNull(windows);
    }
}
