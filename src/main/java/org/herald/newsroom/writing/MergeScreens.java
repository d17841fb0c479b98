package org.herald.newsroom.writing;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.herald.model.Draft;
import org.herald.model.Outcome.Reason;
import org.herald.model.Revision;
import org.herald.model.RevisionId;
import org.herald.model.kind.Kind;
import org.herald.newsroom.FieldErrors;
import org.herald.newsroom.ItemHead;
import org.herald.newsroom.NewsroomFrames;
import org.herald.newsroom.OpenItems;
import org.herald.newsroom.PortalChoices;
import org.herald.newsroom.PortalTime;
import org.herald.newsroom.PrincipalNames;
import org.herald.newsroom.Refusal;
import org.herald.newsroom.Screen;
import org.herald.publish.Settling;
import org.herald.store.OpenItemQueries.OpenItem;

/** Builds the screens on which two texts are brought together. */
@Singleton
public final class MergeScreens {

    private final NewsroomFrames frames;
    private final OpenItems items;
    private final WritingQueries queries;
    private final PortalChoices choices;
    private final PortalTime time;

    public MergeScreens(
            NewsroomFrames frames, OpenItems items, WritingQueries queries, PortalChoices choices, PortalTime time) {
        this.frames = frames;
        this.items = items;
        this.queries = queries;
        this.choices = choices;
        this.time = time;
    }

    /** @param with the revision that the draft meets; the newest when none is named */
    MergeRoute.Merging merging(Draft draft, Optional<RevisionId> with) {
        if (!(draft.about() instanceof Draft.OfItem(var item, var base))) {
            throw Refusal.notThere();
        }
        var open = items.requireWritable(item.value());
        Revision before = queries.revisions().find(base).orElseThrow(Refusal::notThere);
        Revision theirs = with.flatMap(queries.revisions()::find)
                .filter(revision -> revision.item().equals(item))
                .orElse(open.head());
        var merge = Settling.merge(choices.kind(open.item()), before.content(), draft.content(), theirs.content());
        return new MergeRoute.Merging(open, draft, before, theirs, merge.conflicts());
    }

    Kind kind(OpenItem open) {
        return choices.kind(open.item());
    }

    Response show(int status, MergeRoute.Merging merging, List<Conflicts.Choosing> chosen, List<Reason> reasons) {
        var words = frames.words();
        var theirs = merging.theirs();
        var errors = FieldErrors.placed(words, reasons, WritingFields::ofMerge);
        return Screen.of(
                status,
                new MergePage(
                        frames.frame(words.say("merge.title"), NewsroomFrames.Area.DESK),
                        ItemHead.of(merging.open(), ItemHead.Screen.TEXT, true, words),
                        errors,
                        new MergePage.Draft(
                                merging.draft().id().value(),
                                merging.draft().version(),
                                theirs.id().toString(),
                                merging.open().item().language().tag()),
                        words.say(
                                "merge.theirs",
                                PrincipalNames.name(theirs.savedBy(), words),
                                time.at(theirs.savedAt(), words).text(),
                                theirs.number()),
                        Conflicts.views(merging.conflicts(), chosen, errors, words)));
    }
}
