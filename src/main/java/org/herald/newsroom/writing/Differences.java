package org.herald.newsroom.writing;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import org.herald.model.Draft;
import org.herald.model.Revision;
import org.herald.model.Words;
import org.herald.newsroom.ItemHead;
import org.herald.newsroom.NewsroomFrames;
import org.herald.newsroom.OpenItems;
import org.herald.newsroom.PortalChoices;
import org.herald.newsroom.PortalTime;
import org.herald.newsroom.PrincipalNames;
import org.herald.newsroom.Screen;
import org.herald.publish.body.BodyRules;
import org.herald.publish.merge.Comparing;
import org.herald.store.OpenItemQueries.OpenItem;

/** Builds the screens that show what changed between two texts. */
@Singleton
public final class Differences {

    private final NewsroomFrames frames;
    private final OpenItems items;
    private final PortalChoices choices;
    private final PortalTime time;

    public Differences(NewsroomFrames frames, OpenItems items, PortalChoices choices, PortalTime time) {
        this.frames = frames;
        this.items = items;
        this.choices = choices;
        this.time = time;
    }

    /** Between two revisions of an item. */
    Response between(OpenItem open, Revision from, Revision to) {
        var words = frames.words();
        boolean mayRestore =
                items.mayWrite(open.item()) && !from.id().equals(open.head().id());
        return Screen.of(new DifferencePage(
                frames.frame(words.say("difference.title"), NewsroomFrames.Area.DESK),
                ItemHead.of(open, ItemHead.Screen.REVISIONS, items.mayWrite(open.item()), words),
                name(from, words),
                name(to, words),
                DifferenceView.of(Comparing.compare(choices.kind(open.item()), from.content(), to.content()), words),
                new DifferencePage.Ways(
                        open.item().language().tag(),
                        ItemHead.Screen.REVISIONS.of(open.item().id().value()),
                        mayRestore ? from.number() : 0)));
    }

    /** Between the newest revision of an item and a draft of it. */
    Response between(OpenItem open, Draft draft) {
        var words = frames.words();
        var typed =
                draft.content().withBody(BodyRules.read(draft.content().body().html()));
        return Screen.of(new DifferencePage(
                frames.frame(words.say("difference.title"), NewsroomFrames.Area.DESK),
                ItemHead.of(open, ItemHead.Screen.TEXT, items.mayWrite(open.item()), words),
                name(open.head(), words),
                words.say(
                        "difference.draft",
                        draft.typedBy().displayName(),
                        time.at(draft.typedAt(), words).text()),
                DifferenceView.of(
                        Comparing.compare(choices.kind(open.item()), open.head().content(), typed), words),
                new DifferencePage.Ways(open.item().language().tag(), DraftRoute.back(draft), 0)));
    }

    private String name(Revision revision, Words words) {
        return words.say(
                "difference.revision",
                revision.number(),
                PrincipalNames.name(revision.savedBy(), words),
                time.at(revision.savedAt(), words).text());
    }
}
