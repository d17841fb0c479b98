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
import org.herald.model.Change;
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
import org.herald.testing.TestDesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plan: collected by several people, seen by no reader, published whole or not at all. */
final class PlanTest {

    private final TestDesk desk;
    private final OutlineQueries outline;
    private final PlanQueries plan;

    PlanTest(@TempDir Path folder) {
        desk = new TestDesk(folder);
        outline = new OutlineQueries(desk.database());
        plan = new PlanQueries(desk.database());
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void whatIsPlannedIsSeenByNobodyUntilItIsPublishedInOneStep() {
        var before = outline.arrangement();
        long position = new ChangeQueries(desk.database()).newest();
        plan(menu("News", "/en/news"));
        plan(titles("All the news"));
        plan(new OutlineChange.BlockPlaced(new BlockId(0), notice("Closed on Monday")));
        assertEquals(before, outline.arrangement());
        assertTrue(ledger(position).stream().allMatch(change -> change.keys().isEmpty()), "no page is touched");

        var then = planned();
        position = new ChangeQueries(desk.database()).newest();
        assertEquals(3, desk.done(VERA, new PublishPlan(PublishPlan.stateOf(plan.all()))));
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
        desk.done(VERA, new PlanChange(menu("Hers", "/en/news"), seen));
        var late = new PlanChange(menu("Mine", "/en/tourism"), seen);
        assertEquals(List.of("refused.planned-meanwhile-by"), desk.refusals(late));
        assertEquals("Hers", planned().menus().getFirst().label());
        desk.done(new PlanChange(menu("Mine", "/en/tourism"), planned().stateOf(menu("", ""))));
        assertEquals(
                List.of("Mine"),
                planned().menus().stream().map(MenuEntry::label).toList());
        assertEquals(ALESIA, plan.all().getFirst().by());
    }

    @Test
    void whatReadersSeeMeanwhileIsNoticedToo() {
        String seen = planned().stateOf(menu("", ""));
        desk.done(new Arrange(menu("Live", "/en/news")));
        assertEquals(
                List.of("refused.planned-meanwhile"), desk.refusals(new PlanChange(menu("Mine", "/en/tourism"), seen)));
    }

    @Test
    void planThatChangedSinceItWasLookedAtIsNotPublished() {
        plan(menu("News", "/en/news"));
        String seen = PublishPlan.stateOf(plan.all());
        desk.clock().pass(Duration.ofSeconds(1));
        plan(titles("All the news"));
        assertEquals(List.of("refused.plan-newer"), desk.refusals(new PublishPlan(seen)));
        assertEquals(2, plan.all().size());
    }

    @Test
    void planOfWhichOneChangeCannotBeMadeIsNotPublishedAtAll() {
        plan(titles("All the news"));
        var extra = desk.addSection("extra");
        plan(menu("Extra", "section:" + extra));
        desk.done(new RemoveSection(extra));
        var before = outline.arrangement();
        assertEquals(List.of("refused.target-gone"), desk.refusals(new PublishPlan(PublishPlan.stateOf(plan.all()))));
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
        desk.done(new PlaceBlock(notice("Live")));
        plan(new OutlineChange.BlockPlaced(new BlockId(0), notice("One")));
        plan(new OutlineChange.BlockPlaced(new BlockId(0), notice("Two")));
        var two = id("Two");
        plan(new OutlineChange.BlockOrder(ENGLISH, Block.Spot.TOP, List.of(two, id("One"), id("Live"))));
        plan(new OutlineChange.BlockChanged(two, notice("Second")));
        assertEquals(List.of("Second", "One", "Live"), titles(planned()));
        plan(new OutlineChange.BlockRemoved(id("One")));
        assertEquals(List.of("Second", "Live"), titles(planned()));
        desk.done(new PublishPlan(PublishPlan.stateOf(plan.all())));
        assertEquals(List.of("Second", "Live"), titles(outline.arrangement()));
    }

    @Test
    void oneChangeOrAllAreDiscarded() {
        plan(menu("News", "/en/news"));
        plan(titles("All the news"));
        long first = plan.all().getFirst().id();
        desk.done(new DiscardPlanned(first));
        assertEquals(1, plan.all().size());
        assertEquals(List.of("refused.planned-unknown"), desk.refusals(new DiscardPlanned(first)));
        assertEquals(1, desk.done(new DiscardPlan()));
        assertEquals(List.of("refused.plan-empty"), desk.refusals(new DiscardPlan()));
        assertEquals(List.of("refused.plan-empty"), desk.refusals(new PublishPlan("")));
    }

    @Test
    void whatCannotBeDoneIsNotPlanned() {
        assertEquals(
                List.of("refused.target"), desk.refusals(new PlanChange(menu("Here", "javascript:alert(1)"), null)));
        assertEquals(List.of(), plan.all());
    }

    @Test
    void previewEndsByItselfAndWithThePlan() {
        plan(menu("News", "/en/news"));
        var key = desk.done(new OpenPlanPreview());
        var now = desk.clock().instant();
        assertTrue(plan.isPreview(key.digest(), now));
        assertFalse(plan.isPreview(key.digest(), now.plus(OpenPlanPreview.LONG)));
        assertFalse(desk.tables().dump().toString().contains(key.secret()), "the secret is kept nowhere");
        desk.done(new DiscardPlan());
        assertFalse(plan.isPreview(key.digest(), now));
    }

    @Test
    void sectionsComeMoveAndGoInOneStepWithTheMenuThatLeadsThere() {
        desk.published("Mir castle");
        var before = outline.arrangement();
        SectionId sport = add("sport");
        plan(new OutlineChange.SectionMoved(desk.section("news/culture"), sport, "arts"));
        plan(new OutlineChange.SectionRemoved(desk.section("news/economy")));
        plan(menu("Sport", "section:" + sport));
        assertEquals(before, outline.arrangement());
        assertEquals(List.of("", "about", "news", "sport", "sport/arts", "tourism"), paths(planned()));

        long position = new ChangeQueries(desk.database()).newest();
        desk.done(VERA, new PublishPlan(PublishPlan.stateOf(plan.all())));
        assertEquals(List.of("", "about", "news", "sport", "sport/arts", "tourism"), paths(outline.arrangement()));
        assertEquals(Optional.of("sport"), outline.arrangement().section(sport).map(Section::path));
        assertTrue(desk.items().at("/en/sport/arts/2024/08/19/mir-castle").isPresent());
        assertEquals(
                Optional.of(new PathTarget.OfSection(desk.section("news"), ENGLISH)),
                desk.items().at("/en/news/economy"));
        assertEquals(
                List.of("add-section", "move-section", "remove-section", "set-menu"),
                ledger(position).stream().map(change -> change.verb().word()).toList());
    }

    @Test
    void newSectionIsWordedMovedAndDroppedBeforeAnybodySeesIt() {
        SectionId sport = add("sport");
        plan(new OutlineChange.Titles(sport, Map.of(ENGLISH, new Section.Title("Sport and games", ""))));
        plan(new OutlineChange.SectionMoved(sport, desk.section("news"), "games"));
        assertEquals(
                List.of(new OutlineChange.SectionAdded(
                        sport,
                        desk.section("news"),
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
        SectionId culture = desk.section("news/culture");
        plan(new OutlineChange.SectionMoved(culture, desk.section("tourism"), "culture"));
        plan(new OutlineChange.SectionMoved(culture, desk.section("news"), "culture"));
        assertEquals(List.of(), plan.all());
    }

    @Test
    void removedSectionThatIsPlannedAgainIsTheSameOne() {
        SectionId economy = desk.section("news/economy");
        desk.done(new RemoveSection(economy));
        var again = desk.done(new PlanChange(added(desk.section("news"), "economy"), null));
        assertEquals("section:" + economy, again.subject());
        desk.done(new PublishPlan(PublishPlan.stateOf(plan.all())));
        assertEquals(
                Optional.of("news/economy"),
                outline.arrangement().section(economy).map(Section::path));
    }

    @Test
    void sectionThatCannotBePlannedSaysWhy() {
        desk.published("Mir castle");
        desk.page("news", "Weather");
        plan(new OutlineChange.SectionRemoved(desk.section("news/economy")));
        plan(new OutlineChange.SectionMoved(desk.section("about"), desk.section("tourism"), "us"));
        SectionId news = desk.section("news");
        assertEquals(List.of("refused.section-word"), refusals(added(news, "archive")));
        assertEquals(List.of("refused.section-taken"), refusals(added(news, "culture")));
        assertEquals(List.of("refused.section-taken"), refusals(added(news, "weather")), "a page stands there");
        assertEquals(List.of("refused.section-taken"), refusals(added(Section.ROOT, "about")), "it leads on");
        assertEquals(List.of("refused.section-taken"), refusals(added(desk.section("tourism"), "us")));
        assertEquals(List.of("refused.section-goes"), refusals(added(news, "economy")));
        assertEquals(List.of("refused.section-above-gone"), refusals(added(new SectionId(404), "x")));
        assertEquals(
                List.of("refused.section-circle"),
                refusals(new OutlineChange.SectionMoved(news, desk.section("news/culture"), "news")));
        assertEquals(
                List.of("refused.section-has-items"),
                refusals(new OutlineChange.SectionRemoved(desk.section("news/culture"))));
        assertEquals(
                List.of("refused.section-has-sections", "refused.section-has-items"),
                refusals(new OutlineChange.SectionRemoved(news)));
        assertEquals(List.of("refused.section-root"), refusals(new OutlineChange.SectionRemoved(Section.ROOT)));
        assertEquals(2, plan.all().size());
    }

    @Test
    void addressThatWasTakenMeanwhileKeepsTheWholePlanFromReaders() {
        plan(titles("All the news"));
        plan(new OutlineChange.SectionMoved(desk.section("about"), desk.section("tourism"), "us"));
        add("sport");
        desk.done(new AddSection("sport", Map.of(ENGLISH, new Section.Title("Sport", ""))));
        assertRefused("refused.section-taken");
    }

    @Test
    void storyThatWentOutInASectionThatIsToGoKeepsTheWholePlanFromReaders() {
        plan(menu("News", "/en/news"));
        plan(new OutlineChange.SectionMoved(desk.section("about"), desk.section("tourism"), "us"));
        plan(new OutlineChange.SectionRemoved(desk.section("news/economy")));
        desk.published("news/economy", "Prices");
        assertRefused("refused.section-has-items");
    }

    @Test
    void planWithoutTheNewSectionThatItsMenuLeadsToIsNotPublished() {
        SectionId sport = add("sport");
        plan(menu("Sport", "section:" + sport));
        desk.done(new DiscardPlanned(plan.all().getFirst().id()));
        assertRefused("refused.target-gone");
    }

    /** Nothing of the plan is published, and everything stays as it was. */
    private void assertRefused(String reason) {
        var before = desk.tables().dump();
        assertEquals(List.of(reason), desk.refusals(new PublishPlan(PublishPlan.stateOf(plan.all()))));
        assertEquals(before, desk.tables().dump());
    }

    private List<String> refusals(OutlineChange change) {
        return desk.refusals(new PlanChange(change, null));
    }

    private SectionId add(String word) {
        var done = (OutlineChange.SectionAdded) desk.done(new PlanChange(added(Section.ROOT, word), null));
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
                switch (desk.desk().carryOut(ALESIA, new PlanChange(change, null))) {
                    case Outcome.Done<OutlineChange> _ -> List.of();
                    case Outcome.Refused<OutlineChange>(var reasons) -> reasons;
                });
    }

    private Arrangement planned() {
        return outline.arrangement()
                .after(plan.all().stream().map(Planned::change).toList());
    }

    private List<Change> ledger(long after) {
        return new ChangeQueries(desk.database()).after(after, 100);
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
        return new OutlineChange.Titles(desk.section("news"), Map.of(ENGLISH, new Section.Title(title, "")));
    }

    private static Block notice(String title) {
        return new Block(Block.Kind.NOTICE, Block.Spot.TOP, ENGLISH, 0, title, "", "", null, null, null);
    }
}
