package org.herald.publish;

import static org.herald.testing.TestPortal.content;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.herald.model.Body;
import org.herald.model.Content;
import org.herald.model.Draft;
import org.herald.model.DraftId;
import org.herald.model.ItemId;
import org.herald.model.RevisionId;
import org.herald.model.RevisionLine;
import org.herald.model.Saved;
import org.herald.model.SavedDraft;
import org.herald.model.SectionId;
import org.herald.model.kind.KindName;
import org.herald.store.DraftQueries;
import org.herald.store.RevisionQueries;
import org.herald.testing.Cast;
import org.herald.testing.TestPortal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What editors type is kept, saved and merged, and nobody's words go over another's. */
final class DraftsTest {
    private static final long ALESIA = 1;
    private static final long JAN = 2;

    private final TestPortal portal;
    private final DraftQueries drafts;

    DraftsTest(@TempDir Path folder) {
        portal = new TestPortal(folder);
        drafts = new DraftQueries(portal.database());
    }

    @AfterEach
    void close() {
        portal.close();
    }

    private Draft.About about(ItemId item) {
        return new Draft.OfItem(item, portal.head(item));
    }

    private SavedDraft begin(long account, ItemId item, Content content) {
        var principal = account == ALESIA ? Cast.ALESIA : Cast.JAN;
        return portal.done(principal, new KeepDraft(null, 0, account, about(item), content));
    }

    private Content typed(DraftId draft) {
        return drafts.find(draft).orElseThrow().content();
    }

    private static Content story(String html) {
        return Content.of("Night of museums", new Body(html));
    }

    /** One transaction finds what is to be merged, another takes the merge; nobody waits for it, however long the texts are. */
    @Test
    void mergingIsDoneWhileNoTransactionIsOpen() {
        ItemId item = portal.done(new Create(
                KindName.ARTICLE,
                Cast.ENGLISH,
                null,
                portal.section("news"),
                null,
                story("<p>One.</p><p>Two.</p>"),
                null));
        var hers = begin(ALESIA, item, story("<p>One more.</p><p>Two.</p>"));
        var his = begin(JAN, item, story("<p>One.</p><p>Two more.</p>"));
        var save = new SaveDraft(his.draft(), 1);
        portal.done(new SaveDraft(hers.draft(), 1));

        var missing =
                assertThrows(Verb.Unprepared.class, () -> portal.bus().together(Cast.JAN, unit -> unit.carryOut(save)));
        var prepared = save.prepared(missing);
        var saved =
                portal.bus().together(Cast.JAN, unit -> unit.carryOut(prepared)).orThrow();

        assertEquals(
                story("<p>One more.</p><p>Two more.</p>"),
                assertInstanceOf(Saved.Merged.class, saved).content());
    }

    @Test
    void manyWhoSaveAtOneMomentAllHaveTheirParagraph() throws Exception {
        int people = 8;
        var words = IntStream.range(0, people)
                .mapToObj(i -> "<p>Paragraph number " + i + " is old.</p>")
                .toList();
        ItemId item = portal.done(new Create(
                KindName.ARTICLE,
                Cast.ENGLISH,
                null,
                portal.section("news"),
                null,
                story(String.join("", words)),
                null));
        var saves = new ArrayList<Callable<Saved>>();
        for (int person = 0; person < people; person++) {
            var mine = new ArrayList<>(words);
            mine.set(person, words.get(person).replace("old", "new"));
            var saved = begin(JAN, item, story(String.join("", mine)));
            saves.add(() -> portal.done(Cast.JAN, new SaveDraft(saved.draft(), saved.version())));
        }
        try (var threads = Executors.newFixedThreadPool(people)) {
            for (var saved : threads.invokeAll(saves)) {
                assertFalse(saved.get() instanceof Saved.Conflicts, saved.get().toString());
            }
        }
        assertEquals(
                String.join("", words).replace("old", "new"),
                portal.tables()
                        .value(
                                "select body from revision where id = ?",
                                portal.head(item).value()));
    }

    @Test
    void keepingMakesNoRevisionAndNoChangeOfThePortal() {
        ItemId item = portal.published("Night of museums");
        var head = portal.head(item);
        String changes = portal.tables().value("select count(*) from change");
        var saved = begin(ALESIA, item, content("Nights of muse"));
        saved = portal.done(
                new KeepDraft(saved.draft(), saved.version(), ALESIA, about(item), content("Nights of museums")));

        assertEquals(2, saved.version());
        assertEquals(content("Nights of museums"), typed(saved.draft()));
        assertEquals(head, portal.head(item));
        assertEquals(changes, portal.tables().value("select count(*) from change"));
    }

    @Test
    void secondWindowThatKnewAnOlderVersionGetsADraftOfItsOwn() {
        ItemId item = portal.draft("Night of museums");
        var first = begin(ALESIA, item, content("One"));
        portal.done(new KeepDraft(first.draft(), 1, ALESIA, about(item), content("From this window")));
        var other = portal.done(new KeepDraft(first.draft(), 1, ALESIA, about(item), content("From that window")));

        assertTrue(other.isCopy());
        assertEquals(content("From this window"), typed(first.draft()));
        assertEquals(content("From that window"), typed(other.draft()));
    }

    @Test
    void requestThatIsSentTwiceIsKeptOnce() {
        ItemId item = portal.draft("Night of museums");
        var first = begin(ALESIA, item, content("One"));
        var keep = new KeepDraft(first.draft(), 1, ALESIA, about(item), content("Two"));
        assertEquals(portal.done(keep), portal.done(keep));
        assertEquals(1, drafts.of(item).size());
    }

    @Test
    void nobodyWritesIntoTheDraftOfAnother() {
        ItemId item = portal.draft("Night of museums");
        var hers = begin(ALESIA, item, content("Hers"));
        var his = portal.done(Cast.JAN, new KeepDraft(hers.draft(), 1, JAN, about(item), content("His")));
        assertTrue(his.isCopy());
        assertEquals(
                List.of(content("Hers"), content("His")),
                drafts.of(item).stream().map(Draft::content).toList());
        assertEquals(
                List.of(his.draft()), drafts.by(JAN, 10).stream().map(Draft::id).toList());
    }

    @Test
    void savedDraftIsTheNewestRevisionAndGone() {
        ItemId item = portal.draft("Night of museums");
        var draft = begin(ALESIA, item, content("Nights of museums"));
        var saved = assertInstanceOf(Saved.NewRevision.class, portal.done(new SaveDraft(draft.draft(), 1)));
        assertEquals(portal.head(item), saved.revision());
        assertEquals(List.of(), drafts.of(item));
    }

    @Test
    void savingWithoutAChangeMakesNoRevision() {
        ItemId item = portal.draft("Night of museums");
        var saved = begin(ALESIA, item, content("Night of museums"));
        assertEquals(new Saved.Unchanged(portal.head(item)), portal.done(new SaveDraft(saved.draft(), 1)));
        assertEquals("1", portal.tables().value("select count(*) from revision where item_id = ?", item.value()));
    }

    @Test
    void draftOfANewItemBeginsItWhenSaved() {
        var about = new Draft.OfNew(KindName.ARTICLE, Cast.ENGLISH, null, portal.section("news/culture"));
        var saved = portal.done(new KeepDraft(null, 0, ALESIA, about, content("Night of museums")));
        assertEquals(about, drafts.find(saved.draft()).orElseThrow().about());
        var begun = assertInstanceOf(Saved.Begun.class, portal.done(new SaveDraft(saved.draft(), 1)));
        assertEquals(
                "Night of museums",
                portal.tables()
                        .value(
                                "select headline from revision where item_id = ?",
                                begun.item().value()));
    }

    @Test
    void twoEditorsOfDifferentParagraphsBothFindTheirWordsInTheItem() {
        ItemId item =
                portal.draft("news", Cast.ENGLISH, story("<p>It opens on Saturday.</p><p>The entry is free.</p>"));
        var hers = begin(ALESIA, item, story("<p>It opens on Sunday.</p><p>The entry is free.</p>"));
        var his = begin(JAN, item, story("<p>It opens on Saturday.</p><p>The entry is not free.</p>"));
        portal.done(new SaveDraft(hers.draft(), 1));
        var merged = assertInstanceOf(Saved.Merged.class, portal.done(Cast.JAN, new SaveDraft(his.draft(), 1)));

        assertEquals(
                "<p>It opens on Sunday.</p><p>The entry is not free.</p>",
                merged.content().body().html());
        assertEquals(
                merged.content().body().html(),
                portal.tables()
                        .value(
                                "select body from revision where id = ?",
                                merged.revision().value()));
    }

    @Test
    void conflictSavesNothingUntilItIsSettledInTheDraft() {
        ItemId item = portal.draft("news", Cast.ENGLISH, story("<p>It opens on Saturday.</p>"));
        var hers = begin(ALESIA, item, story("<p>It opens on Sunday.</p>"));
        var his = begin(JAN, item, story("<p>It opens on Friday.</p>"));
        portal.done(new SaveDraft(hers.draft(), 1));
        var save = new SaveDraft(his.draft(), 1);
        var conflicts = assertInstanceOf(Saved.Conflicts.class, portal.done(Cast.JAN, save));

        assertEquals(
                "<p>It opens on Sunday.</p>", conflicts.conflicts().getFirst().theirs());
        assertEquals(portal.head(item), conflicts.head());
        assertEquals("<p>It opens on Friday.</p>", typed(his.draft()).body().html());
        var settled = new Draft.OfItem(item, conflicts.head());
        portal.done(Cast.JAN, new KeepDraft(his.draft(), 1, JAN, settled, story("<p>It opens on both days.</p>")));
        assertInstanceOf(Saved.NewRevision.class, portal.done(Cast.JAN, new SaveDraft(his.draft(), 2)));
    }

    @Test
    void draftThatChangedElsewhereIsNeitherSavedNorDiscardedUnseen() {
        ItemId item = portal.draft("Night of museums");
        var saved = begin(ALESIA, item, content("One"));
        portal.done(new KeepDraft(saved.draft(), 1, ALESIA, about(item), content("Two")));
        assertEquals(List.of("refused.draft-newer"), portal.refusals(new SaveDraft(saved.draft(), 1)));
        assertEquals(List.of("refused.draft-newer"), portal.refusals(new DiscardDraft(saved.draft(), 1)));
        assertEquals(List.of(), portal.refusals(new DiscardDraft(saved.draft(), 2)));
        assertEquals(List.of("refused.draft-unknown"), portal.refusals(new SaveDraft(saved.draft(), 2)));
        assertEquals(List.of("refused.draft-unknown"), portal.refusals(new DiscardDraft(saved.draft(), 2)));
        assertTrue(portal.done(new KeepDraft(saved.draft(), 2, ALESIA, about(item), content("Three")))
                .isCopy());
    }

    @Test
    void draftWithoutAHeadlineIsKeptButNotSaved() {
        ItemId item = portal.draft("Night of museums");
        var saved = begin(ALESIA, item, content(" "));
        assertEquals(List.of("refused.headline-empty"), portal.refusals(new SaveDraft(saved.draft(), 1)));
        assertFalse(drafts.of(item).isEmpty());
    }

    @Test
    void draftOfWhatIsNotThereIsRefused() {
        ItemId item = portal.draft("Night of museums");
        ItemId other = portal.draft("Day of museums");
        var nobody = new Draft.OfItem(new ItemId(404), portal.head(item));
        var foreign = new Draft.OfItem(item, portal.head(other));
        var nowhere = new Draft.OfNew(KindName.ARTICLE, Cast.ENGLISH, null, new SectionId(404));
        assertEquals(
                List.of("refused.item-unknown"), portal.refusals(new KeepDraft(null, 0, ALESIA, nobody, content("x"))));
        assertEquals(
                List.of("refused.revision-unknown"),
                portal.refusals(new KeepDraft(null, 0, ALESIA, foreign, content("x"))));
        assertEquals(
                List.of("refused.section-unknown"),
                portal.refusals(new KeepDraft(null, 0, ALESIA, nowhere, content("x"))));
    }

    @Test
    void revisionsAreListedNewestFirstPartByPart() {
        ItemId item = portal.draft("One");
        portal.done(Cast.JAN, new Revise(item, content("Two"), null));
        portal.done(new Revise(item, content("Three"), null));
        var revisions = new RevisionQueries(portal.database());
        var newest = revisions.of(item, RevisionQueries.NEWEST, 2);
        assertEquals(
                List.of("Three", "Two"),
                newest.stream().map(RevisionLine::headline).toList());
        assertEquals(Cast.JAN, newest.getLast().savedBy());
        assertEquals(
                List.of("One"),
                revisions.of(item, newest.getLast().number(), 2).stream()
                        .map(RevisionLine::headline)
                        .toList());
    }

    @Test
    void earlierRevisionComesBackAsANewOne() {
        ItemId item = portal.draft("One");
        RevisionId first = portal.head(item);
        portal.done(new Revise(item, content("Two"), null));
        RevisionId third = portal.done(new Revert(item, first));
        var revisions = new RevisionQueries(portal.database());
        assertEquals(content("One"), revisions.find(third).orElseThrow().content());
        assertEquals(3, revisions.find(third).orElseThrow().number());
        ItemId other = portal.draft("Other");
        assertEquals(List.of("refused.revision-unknown"), portal.refusals(new Revert(other, first)));
    }
}
