package org.herald.store;

import static org.herald.testing.Cast.ALESIA;
import static org.herald.testing.Cast.BELARUSIAN;
import static org.herald.testing.Cast.ENGLISH;
import static org.herald.testing.Cast.VERA;
import static org.herald.testing.TestPortal.content;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.herald.model.AccountId;
import org.herald.model.AssetId;
import org.herald.model.AuditEntry;
import org.herald.model.Block;
import org.herald.model.BlockId;
import org.herald.model.DeskLine;
import org.herald.model.Draft;
import org.herald.model.ItemId;
import org.herald.model.ListKey;
import org.herald.model.OutlineChange;
import org.herald.model.PreviewKey;
import org.herald.model.Previewed;
import org.herald.model.Principal;
import org.herald.model.PrincipalId;
import org.herald.model.Redirect;
import org.herald.model.Role;
import org.herald.model.Section;
import org.herald.model.SectionId;
import org.herald.model.Slug;
import org.herald.model.State;
import org.herald.model.kind.KindName;
import org.herald.publish.AddComment;
import org.herald.publish.AddRedirect;
import org.herald.publish.Approve;
import org.herald.publish.Assign;
import org.herald.publish.Correct;
import org.herald.publish.Create;
import org.herald.publish.DiscardDraft;
import org.herald.publish.Following;
import org.herald.publish.KeepDraft;
import org.herald.publish.KeepView;
import org.herald.publish.LowerBanner;
import org.herald.publish.MarkTranslated;
import org.herald.publish.Move;
import org.herald.publish.MoveSection;
import org.herald.publish.OpenPlanPreview;
import org.herald.publish.OpenPreview;
import org.herald.publish.PlanChange;
import org.herald.publish.PublishPlan;
import org.herald.publish.RaiseBanner;
import org.herald.publish.RemoveRedirect;
import org.herald.publish.RemoveSection;
import org.herald.publish.Resolve;
import org.herald.publish.Restore;
import org.herald.publish.Revise;
import org.herald.publish.SaveDraft;
import org.herald.publish.Schedule;
import org.herald.publish.SendBack;
import org.herald.publish.SendToReview;
import org.herald.publish.SetEmbargo;
import org.herald.publish.Timetable;
import org.herald.publish.Withdraw;
import org.herald.testing.OnFileOnly;
import org.herald.testing.TestPortal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What SQLite does for the newsroom: nothing that takes longer the more items, revisions, drafts, people or deeds there are. */
@OnFileOnly
final class NewsroomPlansTest {

    /** Tables that stay small however large a portal is: its outline, its people, what is planned. */
    private static final Set<String> SMALL = Set.of(
            "section",
            "section_state",
            "section_title",
            "menu",
            "block",
            "banner",
            "account",
            "planned",
            "plan_preview",
            "one_time_link");

    private final TestPortal portal;
    private final Asked asked;
    private final AccountId account;

    NewsroomPlansTest(@TempDir Path folder) {
        portal = new TestPortal(folder);
        for (int i = 0; i < 20; i++) {
            portal.published("news/culture", "Story " + i);
        }
        account = portal.database()
                .write(transaction -> transaction
                        .accounts()
                        .add("nasta@herald.test", "Nasta", Role.EDITOR, ENGLISH, TestPortal.NOON));
        asked = new Asked(portal.database(), portal.tables());
    }

    @AfterEach
    void close() {
        assertEquals(List.of(), asked.boundLimits());
        portal.close();
    }

    private Principal nasta() {
        return new Principal(PrincipalId.of(account), "Nasta");
    }

    @Test
    void writingAsksByIndex() {
        ItemId item = portal.draft("An original");
        var of = new OpenItemQueries(portal.database()).find(item).orElseThrow().item();
        ItemId translation = portal.done(
                new Create(KindName.ARTICLE, BELARUSIAN, of.group(), of.section(), null, content("Пераклад"), null));
        portal.done(new Revise(item, content("An original that changed"), null));
        portal.done(new MarkTranslated(translation, portal.head(item)));
        var about = new Draft.OfItem(item, portal.head(item));
        var saved = portal.done(nasta(), new KeepDraft(null, 0, account.value(), about, content("Typed")));
        saved = portal.done(
                nasta(), new KeepDraft(saved.draft(), saved.version(), account.value(), about, content("Typed on")));
        portal.done(nasta(), new SaveDraft(saved.draft(), saved.version()));
        var other = portal.done(nasta(), new KeepDraft(null, 0, account.value(), about, content("Typed beside")));
        portal.done(nasta(), new DiscardDraft(other.draft(), other.version()));
        PreviewKey key = portal.done(new OpenPreview(new Previewed.Newest(item), Duration.ofDays(1), "Museum"));

        new TranslationQueries(portal.database()).of(of.group());
        var revisions = new RevisionQueries(portal.database());
        revisions.of(item, RevisionQueries.NEWEST, 10);
        revisions.find(item, 1);
        revisions.shown(item);
        new PreviewQueries(portal.database()).find(key, TestPortal.NOON, TestPortal.MINSK);
        new PreviewQueries(portal.database()).of(item, 10);
        new DraftQueries(portal.database()).by(account.value(), 10);
        new HeadlineQueries(portal.database()).of(item);
        new HeadlineQueries(portal.database()).at("/en/news/culture/2024/08/19/story-1");
        new AssetQueries(portal.database()).pictures("castle", AssetQueries.NEWEST, 20);
        new AssetQueries(portal.database()).find(new AssetId(1));
        new OutlineQueries(portal.database()).tagTitles(ENGLISH, 200);
        assertNoScan(30);
    }

    /** A part of a word is looked for in each headline, in the order of the last change, until there are enough. */
    @Test
    void headlinesAreSearchedInOrderOfTheirChange() {
        new HeadlineQueries(portal.database()).with("stor", ENGLISH, 12);
        assertEquals(1, asked.count());
        assertEquals(List.of(), asked.scans(Set.of("desk USING INDEX desk_by_change")));
    }

    @Test
    void theDeskAsksByIndex() {
        ItemId item = portal.draft("At the desk");
        portal.done(new SetEmbargo(item, TestPortal.NOON.plusSeconds(60)));
        portal.done(new SetEmbargo(item, null));
        portal.done(new Assign(item, account, TestPortal.NOON.plusSeconds(60)));
        portal.done(new Resolve(portal.done(new AddComment(item, "Who says so?"))));
        portal.done(new SendToReview(item));
        portal.done(VERA, new Approve(item, portal.head(item)));
        portal.done(new Schedule(item, TestPortal.NOON.plusSeconds(60)));
        portal.clock().pass(Duration.ofHours(1));
        assertEquals(List.of(item), new Timetable(portal.bus()).publishDue());
        portal.done(new Move(item, portal.section("news/economy")));
        portal.done(new Correct(item, content("At the desk, corrected"), "A word was wrong."));
        portal.done(new Withdraw(item, "It was not true."));
        portal.done(new Restore(item));
        portal.done(nasta(), new KeepView(account, "Mine", "who=me"));

        var checks = new CheckQueries(portal.database());
        checks.addresses().isShown(item);
        checks.addresses().at("/en/news");
        checks.addresses().file("0123456789abcdef");
        checks.addresses().hasStories(ListKey.ALL, ENGLISH, "2024-08");
        checks.staleSince(item);
        checks.spoken(new OpenItemQueries(portal.database())
                .find(item)
                .orElseThrow()
                .item()
                .group());
        new DeskQueries(portal.database()).find(item);
        new CommentQueries(portal.database()).about(item);
        new SavedViewQueries(portal.database()).of(account);
        assertNoScan(40);
    }

    @Test
    void staleTranslationsAreReadInTheirOrderFromTheIndex() {
        var filter = new DeskQueries.Filter(Set.of(), Set.of(), null, null, "", null, null, true, false);
        new DeskQueries(portal.database()).list(filter, null, 50);
        assertEquals(List.of(), asked.scans(Set.of("desk USING INDEX desk_by_staleness")));
    }

    @Test
    void whatIsSomebodysAndWhatWaitsIsFoundByIndex() {
        ItemId item = portal.in(State.CORRECTED, "Sent back");
        portal.done(new Revise(item, content("Sent back, and changed"), null));
        portal.done(new SendToReview(item));
        portal.done(VERA, new SendBack(item, "Who says so?"));
        var person = new DeskQueries.Person(account, ALESIA.id());
        var list = new DeskQueries(portal.database());
        list.list(new DeskQueries.Filter(Set.of(), Set.of(), null, null, "", person, null, false, false), null, 50);
        list.list(new DeskQueries.Filter(Set.of(), Set.of(), null, null, "", null, null, false, true), null, 50);
        assertEquals(List.of(item), items(list.waitingFor(person, 9)));
        assertEquals(1, list.countWaitingFor(person));
        assertEquals(0, list.countWaitingFor(new DeskQueries.Person(account, VERA.id())), "who sent it back");
        assertEquals(new DeskQueries.Counts(0, 1, 0), list.counts(TestPortal.NOON));
        list.heldBack(DeskQueries.Filter.ALL, TestPortal.NOON, TestPortal.NOON.plusSeconds(9), 50);
        new CorrectionQueries(portal.database()).of(item);
        assertEquals(
                List.of(),
                asked.scans(Set.of(
                        "desk USING COVERING INDEX desk_by_sent_back",
                        "desk USING INDEX desk_by_sent_back",
                        "desk USING COVERING INDEX desk_by_waiting_change",
                        "desk USING INDEX desk_by_waiting_change")));
    }

    private static List<ItemId> items(List<DeskLine> lines) {
        return lines.stream().map(line -> line.facts().item()).toList();
    }

    @Test
    void peopleAreAskedForByIndex() {
        var id = account;
        var now = TestPortal.NOON;
        portal.database().write(transaction -> {
            transaction.accounts().byEmail("nasta@herald.test");
            transaction.accounts().byName("Nasta");
            transaction.sessions().add("d1", id, now, "192.0.2.1", "Test");
            transaction.sessions().removeOthers(id, 1);
            transaction.sessions().removeEnded(now.minusSeconds(9), now.minusSeconds(99));
            transaction.sessions().remove("d1");
            transaction.signIns().setRecoveryCodes(id, List.of("r1"));
            transaction.signIns().takeRecoveryCode(id, "r1");
            transaction.signIns().addWaiting("w1", id, now);
            transaction.signIns().countTry("w1");
            transaction.signIns().removeWaiting(id, now);
            transaction.failures().set("a", new FailureWrites.Failures(1, now));
            transaction.failures().of("a");
            transaction.failures().removeBefore(now);
            transaction.links().add("l1", "invitation", id, now);
            transaction.links().removeOf(id);
            transaction.passkeys().addChallenge("c1", new PasskeyWrites.Challenge(id, "h", now), now);
            transaction.passkeys().takeChallenge("c1");
            transaction.passkeys().count(id);
            transaction.identities().find("https://id.example", "nasta");
            transaction.identities().hasAny(id, "https://id.example");
            transaction
                    .accountLog()
                    .add(now, AuditEntry.Kind.SIGNED_IN, id, "nasta@herald.test", VERA, "192.0.2.1", "");
            return id;
        });
        new SignInQueries(portal.database()).person(id);
        new SignInQueries(portal.database()).people();
        new SignInQueries(portal.database()).known("nasta@herald.test");
        new SignInQueries(portal.database()).waiting("w1");
        new SessionQueries(portal.database()).find("d1");
        new SessionQueries(portal.database()).of(id);
        new PasskeyQueries(portal.database()).of(id);
        new PasskeyQueries(portal.database()).find("credential");
        new IdentityQueries(portal.database()).of(id);
        new LinkQueries(portal.database()).find("l1");
        var log = new AccountLogQueries(portal.database());
        log.deeds(new AccountLogQueries.Filter(id, null, null, null), null, 10);
        log.deeds(new AccountLogQueries.Filter(null, AuditEntry.Kind.SIGNED_IN, null, null), null, 10);
        log.deeds(new AccountLogQueries.Filter(null, null, Instant.EPOCH, now), null, 10);
        assertNoScan(35);
    }

    /** How many items each section has is read from the index that has nothing else: some milliseconds for 100,000 items. */
    @Test
    void thePortalsScreensAskByIndex() {
        var added = new OutlineChange.SectionAdded(
                new SectionId(0), Section.ROOT, "sport", Map.of(ENGLISH, new Section.Title("Sport", "")));
        portal.done(new PlanChange(added, null));
        var notice = new Block(Block.Kind.NOTICE, Block.Spot.TOP, ENGLISH, 0, "Closed", "", "", null, null, null);
        portal.done(new PlanChange(new OutlineChange.BlockPlaced(new BlockId(0), notice), null));
        portal.done(new OpenPlanPreview());
        portal.done(new PublishPlan(PublishPlan.stateOf(new PlanQueries(portal.database()).all())));
        portal.done(new MoveSection(portal.section("news"), Section.ROOT, "reports"));
        portal.done(new RemoveSection(portal.section("news/economy")));
        portal.done(new AddRedirect(new Redirect("/old.html", "item:1", ENGLISH)));
        portal.done(new RemoveRedirect("/old.html"));
        portal.done(new RaiseBanner(ENGLISH, "The bridge is closed", "", null));
        portal.done(new LowerBanner(ENGLISH));

        var plan = new PlanQueries(portal.database());
        plan.liveItems();
        plan.late(portal.section("news"));
        plan.named(List.of(new ItemId(1)));
        plan.isPreview("digest", TestPortal.NOON);
        var redirects = new RedirectQueries(portal.database());
        redirects.leading(true, "mir", "", 20);
        redirects.leading(false, "mir", "", 20);
        var outline = new OutlineQueries(portal.database());
        outline.arrangement();
        outline.banners();
        outline.places(List.of(new ItemId(1)));
        outline.sectionOnceAt(List.of("/en/news"));
        outline.tagTitle(new Slug("castles"), ENGLISH);
        assertNoScan(40, "live USING COVERING INDEX live_by_section");
    }

    @Test
    void itemsFollowTheirSectionByIndex() {
        portal.database().write(transaction -> {
            transaction.sections().beginMove(portal.section("news/culture"));
            return 0;
        });
        assertEquals(20, new Following(portal.bus(), new PlanQueries(portal.database())).follow(() -> false));
        assertNoScan(20);
    }

    private void assertNoScan(int atLeast, String... byDesign) {
        assertTrue(asked.count() >= atLeast, "statements " + asked.count());
        var allowed = new HashSet<>(List.of(byDesign));
        SMALL.forEach(table -> allowed.add("SCAN " + table + " "));
        assertEquals(
                List.of(),
                asked.scans(allowed).stream()
                        .filter(line -> SMALL.stream().noneMatch(table -> line.startsWith("SCAN " + table + ":")))
                        .toList());
    }
}
