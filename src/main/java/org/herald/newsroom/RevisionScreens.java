package org.herald.newsroom;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.herald.model.Outcome.Reason;
import org.herald.model.Revision;
import org.herald.model.RevisionId;
import org.herald.model.RevisionLine;
import org.herald.model.Words;
import org.herald.store.OpenItemQueries.OpenItem;
import org.herald.store.RevisionQueries;

/** Builds the list of an item's revisions. */
@Singleton
public final class RevisionScreens {

    private static final int MOST = 50;

    private final NewsroomFrames frames;
    private final OpenItems items;
    private final WritingQueries queries;
    private final PortalTime time;

    public RevisionScreens(NewsroomFrames frames, OpenItems items, WritingQueries queries, PortalTime time) {
        this.frames = frames;
        this.items = items;
        this.queries = queries;
        this.time = time;
    }

    Optional<Revision> find(OpenItem open, long number) {
        return queries.revisions().find(open.item().id(), number);
    }

    Response list(int status, OpenItem open, String before, List<Reason> reasons, String said) {
        var words = frames.words();
        long from = TextForm.number(before).orElse(RevisionQueries.NEWEST);
        var lines = queries.revisions().of(open.item().id(), from, MOST);
        var shown = queries.revisions().shown(open.item().id());
        return Screen.of(
                status,
                new RevisionsPage(
                        frames.frame(words.say("tab.revisions"), NewsroomFrames.Place.DESK, said),
                        ItemHead.of(open, ItemHead.Screen.REVISIONS, items.mayWrite(open.item()), words),
                        Reasons.say(words, reasons),
                        lines.stream()
                                .map(line -> line(open, line, shown, words))
                                .toList(),
                        lines.size() == MOST && lines.getLast().number() > 1
                                ? lines.getLast().number()
                                : 0,
                        items.mayWrite(open.item())));
    }

    private RevisionsPage.Line line(OpenItem open, RevisionLine line, Map<RevisionId, Instant> shown, Words words) {
        var marks = new ArrayList<String>();
        if (line.id().equals(open.shown())) {
            marks.add(words.say("revisions.live"));
        } else if (shown.containsKey(line.id())) {
            marks.add(words.say(
                    "revisions.was-live", time.at(shown.get(line.id()), words).text()));
        }
        if (line.id().equals(open.approved())) {
            marks.add(words.say("state.approved"));
        }
        return new RevisionsPage.Line(
                line.number(),
                line.headline(),
                Actors.name(line.savedBy(), words),
                time.at(line.savedAt(), words),
                marks,
                line.number() - 1,
                line.id().equals(open.head().id()));
    }
}
