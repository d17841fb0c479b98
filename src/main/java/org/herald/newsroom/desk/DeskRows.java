package org.herald.newsroom.desk;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.herald.model.Blank;
import org.herald.model.DeskLine;
import org.herald.model.Draft;
import org.herald.model.State;
import org.herald.model.Words;
import org.herald.newsroom.ItemHead;
import org.herald.newsroom.PortalTime;
import org.herald.newsroom.PortalTime.When;
import org.herald.newsroom.PrincipalNames;
import org.herald.newsroom.Sections;
import org.herald.newsroom.desk.DeskPage.Row;
import org.jspecify.annotations.Nullable;

/** Writes the rows of the newsroom's list for whoever looks at it. */
@Singleton
public final class DeskRows {

    private final PortalTime time;
    private final InstantSource clock;

    public DeskRows(PortalTime time, InstantSource clock) {
        this.time = time;
        this.clock = clock;
    }

    List<Row> rows(List<DeskLine> lines, Sections sections, Words words) {
        return lines.stream().map(line -> row(line, sections, words)).toList();
    }

    private Row row(DeskLine line, Sections sections, Words words) {
        var facts = line.facts();
        var due = line.assignment().dueAt();
        State change = line.change();
        return new Row(
                new DeskPage.Thing(
                        facts.item().value(),
                        facts.headline(),
                        facts.kind().word(),
                        facts.language().tag(),
                        sections.title(facts.section())),
                line.state().word(),
                near(line.changedAt(), words),
                PrincipalNames.name(line.saved().by(), words),
                near(line.saved().at(), words),
                new DeskPage.Task(
                        line.assignment().name(),
                        due == null ? null : near(due, words),
                        due != null && due.isBefore(clock.instant())),
                new DeskPage.Marks(
                        seconds(line.releaseAt(), words),
                        embargo(line.embargoAt(), words),
                        change == null ? "" : change.word(),
                        line.openComments(),
                        line.isStale(),
                        line.isSentBack()));
    }

    /** An embargo that has ended is of no interest any more. */
    private @Nullable When embargo(@Nullable Instant until, Words words) {
        return until == null || !clock.instant().isBefore(until) ? null : time.at(until, words);
    }

    private @Nullable When seconds(@Nullable Instant at, Words words) {
        return at == null ? null : time.toTheSecond(at, words);
    }

    /** Of today the time is enough. */
    private When near(Instant at, Words words) {
        var today = clock.instant().atZone(time.zone()).toLocalDate();
        return at.atZone(time.zone()).toLocalDate().equals(today) ? time.timeOf(at, words) : time.at(at, words);
    }

    List<DeskPage.Unfinished> unfinished(List<Draft> drafts, Words words) {
        return drafts.stream()
                .map(draft -> new DeskPage.Unfinished(
                        Blank.is(draft.content().headline())
                                ? words.say("desk.without-headline")
                                : draft.content().headline(),
                        path(draft),
                        draft.about() instanceof Draft.OfNew fresh
                                ? fresh.language().tag()
                                : "",
                        near(draft.typedAt(), words)))
                .toList();
    }

    private static String path(Draft draft) {
        return switch (draft.about()) {
            case Draft.OfItem(var item, var _) -> ItemHead.Screen.TEXT.of(item.value());
            case Draft.OfNew _ -> "/newsroom/drafts/" + draft.id();
        };
    }
}
