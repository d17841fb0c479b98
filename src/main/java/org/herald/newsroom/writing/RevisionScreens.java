package org.herald.newsroom.writing;

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
import org.herald.newsroom.FieldErrors;
import org.herald.newsroom.ItemHead;
import org.herald.newsroom.NewsroomFrames;
import org.herald.newsroom.OpenItems;
import org.herald.newsroom.PortalTime;
import org.herald.newsroom.PrincipalNames;
import org.herald.newsroom.Reasons;
import org.herald.newsroom.Screen;
import org.herald.newsroom.TypedNumber;
import org.herald.store.OpenItemQueries.OpenItem;
import org.herald.store.RevisionQueries;
import org.jspecify.annotations.Nullable;

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

    Response list(OpenItem open, String before, String flash) {
        return list(200, open, before, null, List.of(), flash);
    }

    Response refused(OpenItem open, List<Reason> reasons) {
        return list(422, open, "", null, reasons, "");
    }

    /** The list again when fewer than two were chosen to be compared. */
    Response refused(OpenItem open, String before, long from, long to) {
        var reason = new Reason("refused.two-revisions", List.of());
        var chosen = new RevisionsPage.Compared(from, to, Reasons.say(frames.words(), reason));
        return list(422, open, before, chosen, List.of(reason), "");
    }

    /** @param chosen null for the two newest */
    private Response list(
            int status,
            OpenItem open,
            String before,
            RevisionsPage.@Nullable Compared chosen,
            List<Reason> reasons,
            String flash) {
        var words = frames.words();
        long from = TypedNumber.read(before).orElse(RevisionQueries.NEWEST);
        var lines = queries.revisions().of(open.item().id(), from, MOST);
        var shown = queries.revisions().shown(open.item().id());
        return Screen.of(
                status,
                new RevisionsPage(
                        frames.frame(words.say("tab.revisions"), NewsroomFrames.Area.DESK, flash),
                        ItemHead.of(open, ItemHead.Screen.REVISIONS, items.mayWrite(open.item()), words),
                        FieldErrors.placed(words, reasons, reason -> missing(lines, chosen)),
                        lines.stream()
                                .map(line -> line(open, line, shown, words))
                                .toList(),
                        chosen == null ? newest(lines) : chosen,
                        lines.size() == MOST && lines.getLast().number() > 1
                                ? lines.getLast().number()
                                : 0,
                        items.mayWrite(open.item())));
    }

    /** The first button of the column in which none was chosen. */
    private static Optional<String> missing(List<RevisionLine> lines, RevisionsPage.@Nullable Compared chosen) {
        return chosen == null || lines.isEmpty()
                ? Optional.empty()
                : Optional.of((chosen.from() == 0 ? "from-" : "to-")
                        + lines.getFirst().number());
    }

    private static RevisionsPage.Compared newest(List<RevisionLine> lines) {
        return new RevisionsPage.Compared(
                lines.size() > 1 ? lines.get(1).number() : 0,
                lines.isEmpty() ? 0 : lines.getFirst().number(),
                "");
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
                PrincipalNames.name(line.savedBy(), words),
                time.at(line.savedAt(), words),
                marks,
                line.number() - 1,
                line.id().equals(open.head().id()));
    }
}
