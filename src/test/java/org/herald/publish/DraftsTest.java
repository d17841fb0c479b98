package org.herald.publish;

import static org.herald.testing.TestDesk.content;
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
import org.herald.model.Kept;
import org.herald.model.Kind;
import org.herald.model.RevisionId;
import org.herald.model.RevisionLine;
import org.herald.model.Saved;
import org.herald.model.SectionId;
import org.herald.store.DraftQueries;
import org.herald.store.RevisionQueries;
import org.herald.testing.Cast;
import org.herald.testing.TestDesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What editors type is kept, saved and merged, and nobody's words go over another's. */
final class DraftsTest {
    private static final long ALESIA = 1;
    private static final long JAN = 2;

    private final TestDesk desk;
    private final DraftQueries drafts;

    DraftsTest(@TempDir Path folder) {
        desk = new TestDesk(folder);
        drafts = new DraftQueries(desk.database());
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private Draft.About about(ItemId item) {
        return new Draft.OfItem(item, desk.head(item));
    }

    private Kept begin(long account, ItemId item, Content content) {
        var principal = account == ALESIA ? Cast.ALESIA : Cast.JAN;
        return desk.done(principal, new KeepDraft(null, 0, account, about(item), content));
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
        ItemId item = desk.done(new Create(
                Kind.ARTICLE, Cast.ENGLISH, null, desk.section("news"), null, story("<p>One.</p><p>Two.</p>"), null));
        var hers = begin(ALESIA, item, story("<p>One more.</p><p>Two.</p>"));
        var his = begin(JAN, item, story("<p>One.</p><p>Two more.</p>"));
        var save = new SaveDraft(his.draft(), 1);
        desk.done(new SaveDraft(hers.draft(), 1));

        var missing =
                assertThrows(Verb.Unprepared.class, () -> desk.desk().together(Cast.JAN, work -> work.carryOut(save)));
        var prepared = save.prepared(missing);
        var saved =
                desk.desk().together(Cast.JAN, work -> work.carryOut(prepared)).orThrow();

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
        ItemId item = desk.done(new Create(
                Kind.ARTICLE, Cast.ENGLISH, null, desk.section("news"), null, story(String.join("", words)), null));
        var saves = new ArrayList<Callable<Saved>>();
        for (int person = 0; person < people; person++) {
            var mine = new ArrayList<>(words);
            mine.set(person, words.get(person).replace("old", "new"));
            var kept = begin(JAN, item, story(String.join("", mine)));
            saves.add(() -> desk.done(Cast.JAN, new SaveDraft(kept.draft(), kept.version())));
        }
        try (var threads = Executors.newFixedThreadPool(people)) {
            for (var saved : threads.invokeAll(saves)) {
                assertFalse(saved.get() instanceof Saved.Conflicts, saved.get().toString());
            }
        }
        assertEquals(
                String.join("", words).replace("old", "new"),
                desk.tables()
                        .value(
                                "select body from revision where id = ?",
                                desk.head(item).value()));
    }

    @Test
    void keepingMakesNoRevisionAndNoChangeOfThePortal() {
        ItemId item = desk.published("Night of museums");
        var head = desk.head(item);
        String changes = desk.tables().value("select count(*) from change");
        var kept = begin(ALESIA, item, content("Nights of muse"));
        kept = desk.done(
                new KeepDraft(kept.draft(), kept.version(), ALESIA, about(item), content("Nights of museums")));

        assertEquals(2, kept.version());
        assertEquals(content("Nights of museums"), typed(kept.draft()));
        assertEquals(head, desk.head(item));
        assertEquals(changes, desk.tables().value("select count(*) from change"));
    }

    @Test
    void secondWindowThatKnewAnOlderVersionGetsADraftOfItsOwn() {
        ItemId item = desk.draft("Night of museums");
        var first = begin(ALESIA, item, content("One"));
        desk.done(new KeepDraft(first.draft(), 1, ALESIA, about(item), content("From this window")));
        var other = desk.done(new KeepDraft(first.draft(), 1, ALESIA, about(item), content("From that window")));

        assertTrue(other.isCopy());
        assertEquals(content("From this window"), typed(first.draft()));
        assertEquals(content("From that window"), typed(other.draft()));
    }

    @Test
    void requestThatIsSentTwiceIsKeptOnce() {
        ItemId item = desk.draft("Night of museums");
        var first = begin(ALESIA, item, content("One"));
        var keep = new KeepDraft(first.draft(), 1, ALESIA, about(item), content("Two"));
        assertEquals(desk.done(keep), desk.done(keep));
        assertEquals(1, drafts.of(item).size());
    }

    @Test
    void nobodyWritesIntoTheDraftOfAnother() {
        ItemId item = desk.draft("Night of museums");
        var hers = begin(ALESIA, item, content("Hers"));
        var his = desk.done(Cast.JAN, new KeepDraft(hers.draft(), 1, JAN, about(item), content("His")));
        assertTrue(his.isCopy());
        assertEquals(
                List.of(content("Hers"), content("His")),
                drafts.of(item).stream().map(Draft::content).toList());
        assertEquals(
                List.of(his.draft()), drafts.by(JAN, 10).stream().map(Draft::id).toList());
    }

    @Test
    void savedDraftIsTheNewestRevisionAndGone() {
        ItemId item = desk.draft("Night of museums");
        var kept = begin(ALESIA, item, content("Nights of museums"));
        var saved = assertInstanceOf(Saved.Kept.class, desk.done(new SaveDraft(kept.draft(), 1)));
        assertEquals(desk.head(item), saved.revision());
        assertEquals(List.of(), drafts.of(item));
    }

    @Test
    void savingWithoutAChangeMakesNoRevision() {
        ItemId item = desk.draft("Night of museums");
        var kept = begin(ALESIA, item, content("Night of museums"));
        assertEquals(new Saved.Unchanged(desk.head(item)), desk.done(new SaveDraft(kept.draft(), 1)));
        assertEquals("1", desk.tables().value("select count(*) from revision where item_id = ?", item.value()));
    }

    @Test
    void draftOfANewItemBeginsItWhenSaved() {
        var about = new Draft.OfNew(Kind.ARTICLE, Cast.ENGLISH, null, desk.section("news/culture"));
        var kept = desk.done(new KeepDraft(null, 0, ALESIA, about, content("Night of museums")));
        assertEquals(about, drafts.find(kept.draft()).orElseThrow().about());
        var begun = assertInstanceOf(Saved.Begun.class, desk.done(new SaveDraft(kept.draft(), 1)));
        assertEquals(
                "Night of museums",
                desk.tables()
                        .value(
                                "select headline from revision where item_id = ?",
                                begun.item().value()));
    }

    @Test
    void twoEditorsOfDifferentParagraphsBothFindTheirWordsInTheItem() {
        ItemId item = desk.draft("news", Cast.ENGLISH, story("<p>It opens on Saturday.</p><p>The entry is free.</p>"));
        var hers = begin(ALESIA, item, story("<p>It opens on Sunday.</p><p>The entry is free.</p>"));
        var his = begin(JAN, item, story("<p>It opens on Saturday.</p><p>The entry is not free.</p>"));
        desk.done(new SaveDraft(hers.draft(), 1));
        var merged = assertInstanceOf(Saved.Merged.class, desk.done(Cast.JAN, new SaveDraft(his.draft(), 1)));

        assertEquals(
                "<p>It opens on Sunday.</p><p>The entry is not free.</p>",
                merged.content().body().html());
        assertEquals(
                merged.content().body().html(),
                desk.tables()
                        .value(
                                "select body from revision where id = ?",
                                merged.revision().value()));
    }

    @Test
    void conflictSavesNothingUntilItIsSettledInTheDraft() {
        ItemId item = desk.draft("news", Cast.ENGLISH, story("<p>It opens on Saturday.</p>"));
        var hers = begin(ALESIA, item, story("<p>It opens on Sunday.</p>"));
        var his = begin(JAN, item, story("<p>It opens on Friday.</p>"));
        desk.done(new SaveDraft(hers.draft(), 1));
        var save = new SaveDraft(his.draft(), 1);
        var conflicts = assertInstanceOf(Saved.Conflicts.class, desk.done(Cast.JAN, save));

        assertEquals(
                "<p>It opens on Sunday.</p>", conflicts.conflicts().getFirst().theirs());
        assertEquals(desk.head(item), conflicts.head());
        assertEquals("<p>It opens on Friday.</p>", typed(his.draft()).body().html());
        var settled = new Draft.OfItem(item, conflicts.head());
        desk.done(Cast.JAN, new KeepDraft(his.draft(), 1, JAN, settled, story("<p>It opens on both days.</p>")));
        assertInstanceOf(Saved.Kept.class, desk.done(Cast.JAN, new SaveDraft(his.draft(), 2)));
    }

    @Test
    void draftThatChangedElsewhereIsNeitherSavedNorDiscardedUnseen() {
        ItemId item = desk.draft("Night of museums");
        var kept = begin(ALESIA, item, content("One"));
        desk.done(new KeepDraft(kept.draft(), 1, ALESIA, about(item), content("Two")));
        assertEquals(List.of("refused.draft-newer"), desk.refusals(new SaveDraft(kept.draft(), 1)));
        assertEquals(List.of("refused.draft-newer"), desk.refusals(new DiscardDraft(kept.draft(), 1)));
        assertEquals(List.of(), desk.refusals(new DiscardDraft(kept.draft(), 2)));
        assertEquals(List.of("refused.draft-unknown"), desk.refusals(new SaveDraft(kept.draft(), 2)));
        assertEquals(List.of("refused.draft-unknown"), desk.refusals(new DiscardDraft(kept.draft(), 2)));
        assertTrue(desk.done(new KeepDraft(kept.draft(), 2, ALESIA, about(item), content("Three")))
                .isCopy());
    }

    @Test
    void draftWithoutAHeadlineIsKeptButNotSaved() {
        ItemId item = desk.draft("Night of museums");
        var kept = begin(ALESIA, item, content(" "));
        assertEquals(List.of("refused.headline-empty"), desk.refusals(new SaveDraft(kept.draft(), 1)));
        assertFalse(drafts.of(item).isEmpty());
    }

    @Test
    void draftOfWhatIsNotThereIsRefused() {
        ItemId item = desk.draft("Night of museums");
        ItemId other = desk.draft("Day of museums");
        var nobody = new Draft.OfItem(new ItemId(404), desk.head(item));
        var foreign = new Draft.OfItem(item, desk.head(other));
        var nowhere = new Draft.OfNew(Kind.ARTICLE, Cast.ENGLISH, null, new SectionId(404));
        assertEquals(
                List.of("refused.item-unknown"), desk.refusals(new KeepDraft(null, 0, ALESIA, nobody, content("x"))));
        assertEquals(
                List.of("refused.revision-unknown"),
                desk.refusals(new KeepDraft(null, 0, ALESIA, foreign, content("x"))));
        assertEquals(
                List.of("refused.section-unknown"),
                desk.refusals(new KeepDraft(null, 0, ALESIA, nowhere, content("x"))));
    }

    @Test
    void revisionsAreListedNewestFirstPartByPart() {
        ItemId item = desk.draft("One");
        desk.done(Cast.JAN, new Revise(item, content("Two"), null));
        desk.done(new Revise(item, content("Three"), null));
        var revisions = new RevisionQueries(desk.database());
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
        ItemId item = desk.draft("One");
        RevisionId first = desk.head(item);
        desk.done(new Revise(item, content("Two"), null));
        RevisionId third = desk.done(new Revert(item, first));
        var revisions = new RevisionQueries(desk.database());
        assertEquals(content("One"), revisions.find(third).orElseThrow().content());
        assertEquals(3, revisions.find(third).orElseThrow().number());
        ItemId other = desk.draft("Other");
        assertEquals(List.of("refused.revision-unknown"), desk.refusals(new Revert(other, first)));
    }
}
