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
import org.herald.store.ChangeQueries;
import org.herald.store.OutlineQueries;
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
                        .map(change -> change.verb() + " " + change.keys().getFirst())
                        .toList());
        assertTrue(ledger(position).stream().allMatch(change -> change.actor().equals(VERA)));
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
