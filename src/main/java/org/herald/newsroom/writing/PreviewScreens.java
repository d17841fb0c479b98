package org.herald.newsroom.writing;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.herald.config.Settings;
import org.herald.model.Outcome.Reason;
import org.herald.model.PreviewKey;
import org.herald.model.PreviewLine;
import org.herald.model.Words;
import org.herald.newsroom.Choice;
import org.herald.newsroom.FieldErrors;
import org.herald.newsroom.ItemHead;
import org.herald.newsroom.NewsroomFrames;
import org.herald.newsroom.PortalTime;
import org.herald.newsroom.PrincipalNames;
import org.herald.newsroom.Screen;
import org.herald.store.OpenItemQueries.OpenItem;

/** Builds the list of an item's preview links. */
@Singleton
public final class PreviewScreens {

    private static final int MOST = 100;

    private final NewsroomFrames frames;
    private final WritingQueries queries;
    private final PortalTime time;
    private final Settings settings;
    private final InstantSource clock;

    public PreviewScreens(
            NewsroomFrames frames, WritingQueries queries, PortalTime time, Settings settings, InstantSource clock) {
        this.frames = frames;
        this.queries = queries;
        this.time = time;
        this.settings = settings;
        this.clock = clock;
    }

    /** How long a link may stay open, by the word that forms send. */
    static Map<String, Duration> lasting() {
        var lasting = new LinkedHashMap<String, Duration>();
        lasting.put("hour", Duration.ofHours(1));
        lasting.put("day", Duration.ofDays(1));
        lasting.put("week", Duration.ofDays(7));
        lasting.put("month", Duration.ofDays(30));
        return lasting;
    }

    /** What was typed, for a form that is shown again. */
    record Asked(String note, String lasting, boolean isOfNow) {

        static final Asked USUAL = new Asked("", "day", false);
    }

    Response list(OpenItem open, String flash) {
        return page(200, open, Asked.USUAL, List.of(), "", flash);
    }

    Response refused(OpenItem open, Asked asked, List<Reason> reasons) {
        return page(422, open, asked, reasons, "", "");
    }

    /** The list with the address of the link that was just made: it can be read this once. */
    Response made(OpenItem open, PreviewKey key) {
        return page(201, open, Asked.USUAL, List.of(), settings.baseUrl() + key.ofItem(), "");
    }

    private Response page(int status, OpenItem open, Asked asked, List<Reason> reasons, String fresh, String flash) {
        var words = frames.words();
        var now = clock.instant();
        Instant embargo = open.embargoAt();
        var lines = queries.previews().of(open.item().id(), MOST).stream()
                .map(line -> line(line, now, words))
                .toList();
        return Screen.of(
                status,
                new PreviewsPage(
                        frames.frame(words.say("previews.title"), NewsroomFrames.Area.DESK, flash),
                        ItemHead.of(open, ItemHead.Screen.TEXT, true, words),
                        FieldErrors.placed(words, reasons, WritingFields.OF_PREVIEW),
                        embargo != null && open.isHeldBackAt(now)
                                ? words.say(
                                        "text.embargo", time.at(embargo, words).text())
                                : "",
                        fresh,
                        new PreviewsPage.Typed(
                                asked.note(), open.head().number(), choices(asked.lasting(), words), asked.isOfNow()),
                        lines));
    }

    private static List<Choice> choices(String chosen, Words words) {
        return lasting().keySet().stream()
                .map(word -> new Choice(word, words.say("previews.lasting-" + word), word.equals(chosen)))
                .toList();
    }

    private PreviewsPage.Line line(PreviewLine line, Instant now, Words words) {
        Instant revoked = line.revokedAt();
        String status = revoked != null
                ? words.say("previews.revoked", time.at(revoked, words).text())
                : words.say(line.isOpenAt(now) ? "previews.open" : "previews.ended");
        return new PreviewsPage.Line(
                line.id().value(),
                line.note(),
                PrincipalNames.name(line.madeBy(), words),
                time.at(line.madeAt(), words),
                time.at(line.untilAt(), words),
                line.revision() == 0 ? words.say("previews.newest") : words.say("previews.revision", line.revision()),
                status,
                line.isOpenAt(now));
    }
}
