package org.herald.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.herald.config.KindFiles;
import org.herald.model.Asset;
import org.herald.model.AssetId;
import org.herald.model.Body;
import org.herald.model.Check;
import org.herald.model.Check.Severity;
import org.herald.model.CheckRules;
import org.herald.model.Content;
import org.herald.model.Finding;
import org.herald.model.ItemId;
import org.herald.model.Picture;
import org.herald.model.Role;
import org.herald.model.State;
import org.herald.model.kind.Fields;
import org.herald.model.kind.Kind;
import org.herald.model.kind.KindName;
import org.herald.store.CheckQueries;
import org.herald.store.OpenItemQueries;
import org.herald.testing.Cast;
import org.herald.testing.TestPortal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the checks find before an item goes out, and what that keeps from readers. */
final class ChecksTest {

    private static final Kind ARTICLE = KindFiles.ofProduct().of(KindName.ARTICLE);

    private static final PublishingRules CHECKED = new PublishingRules(KindFiles.ofProduct(), false, CheckRules.USUAL);

    private final TestPortal portal;

    ChecksTest(@TempDir Path folder) {
        portal = new TestPortal(folder);
        portal.become(Cast.ALESIA, Role.EDITOR);
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void nothingIsFoundInAGoodStory() {
        ItemId linked = portal.published("A castle");
        assertEquals(
                List.of(),
                found("<h2>Part</h2><p>The <a href=\"item:" + linked + "\">castle</a>, its"
                        + " <a href=\"https://example.org/\">museum</a> and <a href=\"/en/news\">other news</a>.</p>"
                        + "<figure><img src=\"asset:1\" alt=\"A tower\"></figure>"));
    }

    @Test
    void noLinkTakesLongOrFillsTheStack() {
        String link = "<p>A <a href=\"https://example.org/\">%s</a></p>";

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertFalse(found(link.formatted("a.".repeat(200_000))).contains(Check.BARE_ADDRESS));
            assertTrue(found(link.formatted("a.".repeat(200_000) + "b/c")).contains(Check.BARE_ADDRESS));
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EMPTY_BODY     |
            EMPTY_BODY     | <p>\u00a0</p>
            MISSING_ALT    | <p>A</p><figure><img src="asset:1"></figure>
            MISSING_ALT    | <p>A</p><figure><img src="asset:1" alt=" "></figure>
            HEADING_ORDER  | <p>A</p><h3>Part</h3>
            HEADING_ORDER  | <h2>Part</h2><h4>Smaller</h4><p>A</p>
            BROKEN_LINK    | <p><a href="item:404">a castle</a></p>
            INTERNAL_LINK  | <p><a href="/newsroom/items/404">a castle</a></p>
            BROKEN_LINK    | <p><a href="/en/nowhere">a castle</a></p>
            BROKEN_LINK    | <p><a href="/xx-no/page?q=1#top">a castle</a></p>
            BROKEN_LINK    | <p><a href="/en/nowhere/archive">an archive</a></p>
            BARE_ADDRESS   | <p><a href="https://example.org/a">https://example.org/a</a></p>
            BARE_ADDRESS   | <p><a href="https://example.org/a">www.example.org</a></p>
            BARE_ADDRESS   | <p><a href="https://example.org/a">example.org/a</a></p>
            """)
    void eachFaultIsFound(Check check, @Nullable String body) {
        assertEquals(List.of(check), found(body == null ? "" : body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "here",
                "Click here",
                "click here!",
                "Read more…",
                "тут",
                "Націсніце тут",
                "Падрабязней",
                "Чытаць далей »",
                "здесь",
                "Нажмите здесь",
                "Подробнее...",
                "ПО ССЫЛКЕ"
            })
    void aLinkThatSaysNothingIsFoundInThreeLanguages(String words) {
        assertEquals(
                List.of(Check.VAGUE_LINK), found("<p>See <a href=\"https://example.org/\">" + words + "</a>.</p>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/en",
                "/en/",
                "/en/news",
                "/en/news/",
                "/en/news/culture?x=1",
                "/en/archive",
                "/en/archive/2024/08/19",
                "/en/news/2024",
                "/en/news/archive",
                "/en/news/page/3",
                "/en/tag/castles",
                "/en/site-map",
                "/en/news/culture/2024/08/19/a-castle",
                "/en/news/culture/2024/08/19/a%2Dcastle#top",
                "/assets/0123456789abcdef/castle.svg",
                "https://example.org/nowhere",
                "mailto:desk@example.org"
            })
    void anAddressAtWhichSomethingIsIsNoFault(String address) {
        portal.published("A castle");
        portal.published(portal.draft("news/culture", Cast.ENGLISH, TestPortal.tagged("Tagged", "castles")));
        portal.done(new KeepAsset(
                new Asset(new AssetId(0), "castle.svg", "image/svg+xml", "0123456789abcdef".repeat(4), 9, 3, 4), null));

        assertEquals(List.of(), found("<p><a href=\"" + address + "\">a castle</a></p>"));
    }

    @Test
    void longHeadlinesAndParagraphsAndAnEmptyStandfirstAreFound() {
        var content = new Content(
                "x".repeat(101),
                "",
                new Picture(new AssetId(1), "", "", ""),
                List.of(),
                new Body("<p>" + "word ".repeat(300) + "</p>"),
                Fields.NONE);

        assertEquals(
                List.of(Check.MISSING_ALT, Check.EMPTY_STANDFIRST, Check.LONG_HEADLINE, Check.LONG_PARAGRAPH),
                look(content, CheckRules.USUAL).stream().map(Finding::check).toList(),
                "what blocks before what warns");
    }

    @Test
    void aLanguageThatIsRequiredIsMissedUntilThereIsATranslation() {
        var rules = new CheckRules(Map.of(), List.of(Cast.ENGLISH, Cast.BELARUSIAN));
        ItemId item = portal.draft("A day at Mir castle");
        var open = new OpenItemQueries(portal.database()).find(item).orElseThrow();
        var good = good("<p>Words.</p>");

        assertEquals(
                List.of("be"),
                Checks.look(new CheckQueries(portal.database()), ARTICLE, open.item(), good, rules).stream()
                        .flatMap(finding -> finding.arguments().stream())
                        .toList());
        portal.done(new Create(
                KindName.ARTICLE,
                Cast.BELARUSIAN,
                open.item().group(),
                portal.section("news"),
                null,
                TestPortal.content("Дзень"),
                null));
        assertEquals(List.of(), Checks.look(new CheckQueries(portal.database()), ARTICLE, open.item(), good, rules));
    }

    @Test
    void whatIsTurnedOffIsNotLookedFor() {
        var rules =
                new CheckRules(Map.of(Check.EMPTY_BODY, Severity.OFF, Check.EMPTY_STANDFIRST, Severity.OFF), List.of());

        assertEquals(List.of(), look(Content.of("A headline", Body.EMPTY), rules));
    }

    @Test
    void blockingFindingsKeepAnItemWhateverWasConfirmed() {
        ItemId item = portal.draft("news", Cast.ENGLISH, good(""));
        for (Release<?> release :
                List.of(new Publish(item, null), new Schedule(item, TestPortal.NOON.plusSeconds(60)))) {
            assertEquals(List.of("check.empty-body"), refused(CHECKED, release, true));
        }
        assertEquals(State.DRAFT, portal.state(item));

        ItemId live = portal.published("Live");
        assertEquals(List.of("check.empty-body"), refused(CHECKED, new Correct(live, good(""), "A note."), true));
        assertEquals(State.PUBLISHED, portal.state(live));
    }

    @Test
    void warningsAreConfirmedOrKeepTheItem() {
        ItemId item = portal.draft("A day at Mir castle");
        assertEquals(
                List.of("refused.warnings", "check.empty-standfirst"),
                refused(CHECKED, new Publish(item, null), false));
        assertEquals(State.DRAFT, portal.state(item));

        assertEquals(List.of(), refused(CHECKED, new Publish(item, null), true));
        assertEquals(State.PUBLISHED, portal.state(item));
    }

    @Test
    void theTableOfStatesSpeaksBeforeTheChecks() {
        ItemId item = portal.in(State.WITHDRAWN, "Withdrawn");

        assertEquals(List.of("refused.state"), refused(CHECKED, new Publish(item, null), false));
        assertEquals(List.of("refused.item-unknown"), refused(CHECKED, new Publish(new ItemId(404), null), false));
        assertEquals(
                List.of("refused.not-approved"),
                refused(
                        new PublishingRules(KindFiles.ofProduct(), true, CheckRules.USUAL),
                        new Publish(portal.draft("Unread"), null),
                        true));
    }

    @Test
    void whoeverApprovesIsNotWhoeverSaved() {
        ItemId item = portal.in(State.IN_REVIEW, "Four eyes");
        var bus = portal.under(new PublishingRules(KindFiles.ofProduct(), true, null));
        var approval = new Approve(item, portal.head(item));

        assertEquals(
                List.of("refused.own-revision"), TestPortal.refusals(bus.carryOut(Cast.ALESIA, approval)), "her own");
        assertEquals(List.of(), TestPortal.refusals(bus.carryOut(Cast.VERA, approval)));
    }

    /** Why a release by Alesia, an editor, is refused. */
    private List<String> refused(PublishingRules rules, Release<?> release, boolean isConfirmed) {
        return TestPortal.refusals(
                portal.under(rules).carryOut(Cast.ALESIA, release.seen(new Look(null, isConfirmed))));
    }

    private static Content good(String body) {
        return new Content("A headline", "A standfirst.", null, List.of(), new Body(body), Fields.NONE);
    }

    private List<Check> found(String body) {
        return look(good(body), CheckRules.USUAL).stream().map(Finding::check).toList();
    }

    private List<Finding> look(Content content, CheckRules rules) {
        var item = new OpenItemQueries(portal.database())
                .find(portal.draft("Looked at"))
                .orElseThrow()
                .item();
        return Checks.look(new CheckQueries(portal.database()), ARTICLE, item, content, rules);
    }
}
