package org.herald.publish;

import static org.herald.testing.Cast.ALESIA;
import static org.herald.testing.Cast.ENGLISH;
import static org.herald.testing.Cast.VERA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.herald.model.Arrangement;
import org.herald.model.Block;
import org.herald.model.BlockId;
import org.herald.model.LedgerEntry;
import org.herald.model.MenuEntry;
import org.herald.model.Outcome;
import org.herald.model.OutlineChange;
import org.herald.model.OutlineChange.Menu;
import org.herald.model.Planned;
import org.herald.model.Section;
import org.herald.model.SectionId;
import org.herald.store.ChangeQueries;
import org.herald.store.OutlineQueries;
import org.herald.store.PathTarget;
import org.herald.store.PlanQueries;
import org.herald.testing.TestPortal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plan: collected by several people, seen by no reader, published whole or not at all. */
final class PlanTest {

    private final TestPortal portal;
    private final OutlineQueries outline;
    private final PlanQueries plan;

    PlanTest(@TempDir Path folder) {
        portal = new TestPortal(folder);
        outline = new OutlineQueries(portal.database());
        plan = new PlanQueries(portal.database());
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void whatIsPlannedIsSeenByNobodyUntilItIsPublishedInOneStep() {
        var before = outline.arrangement();
        long position = new ChangeQueries(portal.database()).newest();
        plan(menu("News", "/en/news"));
        plan(titles("All the news"));
        plan(new OutlineChange.BlockPlaced(new BlockId(0), notice("Closed on Monday")));
        assertEquals(before, outline.arrangement());
        assertTrue(ledger(position).stream().allMatch(change -> change.keys().isEmpty()), "no page is touched");

        var then = planned();
        position = new ChangeQueries(portal.database()).newest();
        assertEquals(3, portal.done(VERA, new PublishPlan(PublishPlan.stateOf(plan.all()))));
        assertEquals(then.menus(), outline.arrangement().menus());
        assertEquals(then.sections(), outline.arrangement().sections());
        assertEquals(then.blocks(), outline.arrangement().blocks());
        assertEquals(List.of(), plan.all());
        assertEquals(
                List.of("set-menu menu:main:en", "set-titles section:2", "place-block blocks:en"),
                ledger(position).stream()
                        .map(change ->
                                change.verb().word() + " " + change.keys().getFirst())
                        .toList());
        assertTrue(
                ledger(position).stream().allMatch(change -> change.principal().equals(VERA)));
    }

    @Test
    void secondOfTwoPeopleIsToldOfTheFirst() {
        String seen = planned().stateOf(menu("", ""));
        portal.done(VERA, new PlanChange(menu("Hers", "/en/news"), seen));
        var late = new PlanChange(menu("Mine", "/en/tourism"), seen);
        assertEquals(List.of("refused.planned-meanwhile-by"), portal.refusals(late));
        assertEquals("Hers", planned().menus().getFirst().label());
        portal.done(new PlanChange(menu("Mine", "/en/tourism"), planned().stateOf(menu("", ""))));
        assertEquals(
                List.of("Mine"),
                planned().menus().stream().map(MenuEntry::label).toList());
        assertEquals(ALESIA, plan.all().getFirst().by());
    }

    @Test
    void whatReadersSeeMeanwhileIsNoticedToo() {
        String seen = planned().stateOf(menu("", ""));
        portal.done(new Arrange(menu("Live", "/en/news")));
        assertEquals(
                List.of("refused.planned-meanwhile"),
                portal.refusals(new PlanChange(menu("Mine", "/en/tourism"), seen)));
    }

    @Test
    void planThatChangedSinceItWasLookedAtIsNotPublished() {
        plan(menu("News", "/en/news"));
        String seen = PublishPlan.stateOf(plan.all());
        portal.clock().pass(Duration.ofSeconds(1));
        plan(titles("All the news"));
        assertEquals(List.of("refused.plan-newer"), portal.refusals(new PublishPlan(seen)));
        assertEquals(2, plan.all().size());
    }

    @Test
    void planOfWhichOneChangeCannotBeMadeIsNotPublishedAtAll() {
        plan(titles("All the news"));
        var extra = portal.addSection("extra");
        plan(menu("Extra", "section:" + extra));
        portal.done(new RemoveSection(extra));
        var before = outline.arrangement();
        assertEquals(List.of("refused.target-gone"), portal.refusals(new PublishPlan(PublishPlan.stateOf(plan.all()))));
        assertEquals(before, outline.arrangement());
    }

    @Test
    void changeBackToWhatReadersSeeIsNoChange() {
        plan(titles("All the news"));
        assertEquals(1, plan.all().size());
        plan(titles("news"));
        assertEquals(List.of(), plan.all());
    }

    @Test
    void newBlockIsChangedOrderedAndDroppedBeforeAnybodySeesIt() {
        portal.done(new PlaceBlock(notice("Live")));
        plan(new OutlineChange.BlockPlaced(new BlockId(0), notice("One")));
        plan(new OutlineChange.BlockPlaced(new BlockId(0), notice("Two")));
        var two = id("Two");
        plan(new OutlineChange.BlockOrder(ENGLISH, Block.Spot.TOP, List.of(two, id("One"), id("Live"))));
        plan(new OutlineChange.BlockChanged(two, notice("Second")));
        assertEquals(List.of("Second", "One", "Live"), titles(planned()));
        plan(new OutlineChange.BlockRemoved(id("One")));
        assertEquals(List.of("Second", "Live"), titles(planned()));
        portal.done(new PublishPlan(PublishPlan.stateOf(plan.all())));
        assertEquals(List.of("Second", "Live"), titles(outline.arrangement()));
    }

    @Test
    void oneChangeOrAllAreDiscarded() {
        plan(menu("News", "/en/news"));
        plan(titles("All the news"));
        long first = plan.all().getFirst().id();
        portal.done(new DiscardPlanned(first));
        assertEquals(1, plan.all().size());
        assertEquals(List.of("refused.planned-unknown"), portal.refusals(new DiscardPlanned(first)));
        assertEquals(1, portal.done(new DiscardPlan()));
        assertEquals(List.of("refused.plan-empty"), portal.refusals(new DiscardPlan()));
        assertEquals(List.of("refused.plan-empty"), portal.refusals(new PublishPlan("")));
    }

    @Test
    void whatCannotBeDoneIsNotPlanned() {
        assertEquals(
                List.of("refused.target"), portal.refusals(new PlanChange(menu("Here", "javascript:alert(1)"), null)));
        assertEquals(List.of(), plan.all());
    }

    @Test
    void previewEndsByItselfAndWithThePlan() {
        plan(menu("News", "/en/news"));
        var key = portal.done(new OpenPlanPreview());
        var now = portal.clock().instant();
        assertTrue(plan.isPreview(key.digest(), now));
        assertFalse(plan.isPreview(key.digest(), now.plus(OpenPlanPreview.LONG)));
        assertFalse(portal.tables().dump().toString().contains(key.secret()), "the secret is kept nowhere");
        portal.done(new DiscardPlan());
        assertFalse(plan.isPreview(key.digest(), now));
    }

    @Test
    void sectionsComeMoveAndGoInOneStepWithTheMenuThatLeadsThere() {
        portal.published("Mir castle");
        var before = outline.arrangement();
        SectionId sport = add("sport");
        plan(new OutlineChange.SectionMoved(portal.section("news/culture"), sport, "arts"));
        plan(new OutlineChange.SectionRemoved(portal.section("news/economy")));
        plan(menu("Sport", "section:" + sport));
        assertEquals(before, outline.arrangement());
        assertEquals(List.of("", "about", "news", "sport", "sport/arts", "tourism"), paths(planned()));

        long position = new ChangeQueries(portal.database()).newest();
        portal.done(VERA, new PublishPlan(PublishPlan.stateOf(plan.all())));
        assertEquals(List.of("", "about", "news", "sport", "sport/arts", "tourism"), paths(outline.arrangement()));
        assertEquals(Optional.of("sport"), outline.arrangement().section(sport).map(Section::path));
        assertTrue(portal.items().at("/en/sport/arts/2024/08/19/mir-castle").isPresent());
        assertEquals(
                Optional.of(new PathTarget.OfSection(portal.section("news"), ENGLISH)),
                portal.items().at("/en/news/economy"));
        assertEquals(
                List.of(
                        "add-section SectionAdded",
                        "move-section SectionMoved",
                        "move-section ItemMoved",
                        "remove-section SectionRemoved",
                        "set-menu OutlineChanged"),
                ledger(position).stream()
                        .map(entry -> entry.verb().word() + " "
                                + entry.change().getClass().getSimpleName())
                        .toList());
    }

    @Test
    void newSectionIsWordedMovedAndDroppedBeforeAnybodySeesIt() {
        SectionId sport = add("sport");
        plan(new OutlineChange.Titles(sport, Map.of(ENGLISH, new Section.Title("Sport and games", ""))));
        plan(new OutlineChange.SectionMoved(sport, portal.section("news"), "games"));
        assertEquals(
                List.of(new OutlineChange.SectionAdded(
                        sport,
                        portal.section("news"),
                        "games",
                        Map.of(ENGLISH, new Section.Title("Sport and games", "")))),
                plan.all().stream().map(Planned::change).toList());
        plan(new OutlineChange.SectionRemoved(sport));
        assertEquals(List.of(), plan.all());
        assertEquals(sport, add("sport"), "an identity that nobody ever saw is given again");
        assertEquals(sport.value() + 1, add("culture").value());
    }

    @Test
    void sectionMovedBackToWhereReadersSeeItIsNoChange() {
        SectionId culture = portal.section("news/culture");
        plan(new OutlineChange.SectionMoved(culture, portal.section("tourism"), "culture"));
        plan(new OutlineChange.SectionMoved(culture, portal.section("news"), "culture"));
        assertEquals(List.of(), plan.all());
    }

    @Test
    void removedSectionThatIsPlannedAgainIsTheSameOne() {
        SectionId economy = portal.section("news/economy");
        portal.done(new RemoveSection(economy));
        var again = portal.done(new PlanChange(added(portal.section("news"), "economy"), null));
        assertEquals("section:" + economy, again.subject());
        portal.done(new PublishPlan(PublishPlan.stateOf(plan.all())));
        assertEquals(
                Optional.of("news/economy"),
                outline.arrangement().section(economy).map(Section::path));
    }

    @Test
    void sectionThatCannotBePlannedSaysWhy() {
        portal.published("Mir castle");
        portal.page("news", "Weather");
        plan(new OutlineChange.SectionRemoved(portal.section("news/economy")));
        plan(new OutlineChange.SectionMoved(portal.section("about"), portal.section("tourism"), "us"));
        SectionId news = portal.section("news");
        assertEquals(List.of("refused.section-word"), refusals(added(news, "archive")));
        assertEquals(List.of("refused.section-taken"), refusals(added(news, "culture")));
        assertEquals(List.of("refused.section-taken"), refusals(added(news, "weather")), "a page stands there");
        assertEquals(List.of("refused.section-taken"), refusals(added(Section.ROOT, "about")), "it leads on");
        assertEquals(List.of("refused.section-taken"), refusals(added(portal.section("tourism"), "us")));
        assertEquals(List.of("refused.section-goes"), refusals(added(news, "economy")));
        assertEquals(List.of("refused.section-above-gone"), refusals(added(new SectionId(404), "x")));
        assertEquals(
                List.of("refused.section-circle"),
                refusals(new OutlineChange.SectionMoved(news, portal.section("news/culture"), "news")));
        assertEquals(
                List.of("refused.section-has-items"),
                refusals(new OutlineChange.SectionRemoved(portal.section("news/culture"))));
        assertEquals(
                List.of("refused.section-has-sections", "refused.section-has-items"),
                refusals(new OutlineChange.SectionRemoved(news)));
        assertEquals(List.of("refused.section-root"), refusals(new OutlineChange.SectionRemoved(Section.ROOT)));
        assertEquals(2, plan.all().size());
    }

    @Test
    void addressThatWasTakenMeanwhileKeepsTheWholePlanFromReaders() {
        plan(titles("All the news"));
        plan(new OutlineChange.SectionMoved(portal.section("about"), portal.section("tourism"), "us"));
        add("sport");
        portal.done(new AddSection("sport", Map.of(ENGLISH, new Section.Title("Sport", ""))));
        assertRefused("refused.section-taken");
    }

    @Test
    void storyThatWentOutInASectionThatIsToGoKeepsTheWholePlanFromReaders() {
        plan(menu("News", "/en/news"));
        plan(new OutlineChange.SectionMoved(portal.section("about"), portal.section("tourism"), "us"));
        plan(new OutlineChange.SectionRemoved(portal.section("news/economy")));
        portal.published("news/economy", "Prices");
        assertRefused("refused.section-has-items");
    }

    @Test
    void planWithoutTheNewSectionThatItsMenuLeadsToIsNotPublished() {
        SectionId sport = add("sport");
        plan(menu("Sport", "section:" + sport));
        portal.done(new DiscardPlanned(plan.all().getFirst().id()));
        assertRefused("refused.target-gone");
    }

    /** Nothing of the plan is published, and everything stays as it was. */
    private void assertRefused(String reason) {
        var before = portal.tables().dump();
        assertEquals(List.of(reason), portal.refusals(new PublishPlan(PublishPlan.stateOf(plan.all()))));
        assertEquals(before, portal.tables().dump());
    }

    private List<String> refusals(OutlineChange change) {
        return portal.refusals(new PlanChange(change, null));
    }

    private SectionId add(String word) {
        var done = (OutlineChange.SectionAdded) portal.done(new PlanChange(added(Section.ROOT, word), null));
        return done.id();
    }

    private static OutlineChange.SectionAdded added(SectionId parent, String word) {
        return new OutlineChange.SectionAdded(
                new SectionId(0), parent, word, Map.of(ENGLISH, new Section.Title(word, "")));
    }

    private static List<String> paths(Arrangement arrangement) {
        return arrangement.sections().stream().map(Section::path).sorted().toList();
    }

    private void plan(OutlineChange change) {
        assertEquals(
                List.of(),
                switch (portal.bus().carryOut(ALESIA, new PlanChange(change, null))) {
                    case Outcome.Done<OutlineChange> _ -> List.of();
                    case Outcome.Refused<OutlineChange>(var reasons) -> reasons;
                });
    }

    private Arrangement planned() {
        return outline.arrangement()
                .after(plan.all().stream().map(Planned::change).toList());
    }

    private List<LedgerEntry> ledger(long after) {
        return new ChangeQueries(portal.database()).after(after, 100);
    }

    private BlockId id(String title) {
        return planned().blocks().stream()
                .filter(placed -> placed.block().title().equals(title))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static List<String> titles(Arrangement arrangement) {
        return arrangement.blocks(ENGLISH, Block.Spot.TOP).stream()
                .map(placed -> placed.block().title())
                .toList();
    }

    private static Menu menu(String label, String target) {
        return new Menu("main", ENGLISH, List.of(new Menu.Entry(label, target)));
    }

    private OutlineChange.Titles titles(String title) {
        return new OutlineChange.Titles(portal.section("news"), Map.of(ENGLISH, new Section.Title(title, "")));
    }

    private static Block notice(String title) {
        return new Block(Block.Kind.NOTICE, Block.Spot.TOP, ENGLISH, 0, title, "", "", null, null, null);
    }
}
