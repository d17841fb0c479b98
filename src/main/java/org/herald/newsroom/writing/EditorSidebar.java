package org.herald.newsroom.writing;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.herald.model.AssetId;
import org.herald.model.Blank;
import org.herald.model.Draft;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.State;
import org.herald.model.Words;
import org.herald.newsroom.CommentLine;
import org.herald.newsroom.OpenItems;
import org.herald.newsroom.PortalChoices;
import org.herald.newsroom.PortalTime;
import org.herald.newsroom.PrincipalNames;
import org.herald.newsroom.TypedNumber;
import org.herald.store.OpenItemQueries.OpenItem;
import org.jspecify.annotations.Nullable;

/** Builds what stands beside a text that is being written. */
@Singleton
public final class EditorSidebar {

    private static final Duration HERE = Duration.ofMinutes(2);
    private static final DateTimeFormatter TO_THE_SECOND = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final WritingQueries queries;
    private final PortalChoices choices;
    private final DraftEditor editor;
    private final PortalTime time;
    private final InstantSource clock;

    public EditorSidebar(
            WritingQueries queries, PortalChoices choices, DraftEditor editor, PortalTime time, InstantSource clock) {
        this.queries = queries;
        this.choices = choices;
        this.editor = editor;
        this.time = time;
        this.clock = clock;
    }

    /** Beside the text of an item. */
    TextPage.Beside of(OpenItem open, TextForm form, OpenItems items, Words words) {
        var item = open.item();
        return new TextPage.Beside(
                notices(open, form, items, words),
                new TextPage.Options(
                        choices.sections(
                                new Language(words.tag()), form.settings().section()),
                        choices.tags(item.language()),
                        editor.mayPlace(item),
                        editor.mayHoldBack(item.id())),
                picture(form),
                Counting.of(form.texts().body()),
                others(item.id(), words),
                talk(open, words),
                drafts(queries.drafts().of(item.id()), form, words));
    }

    /** Beside the text of a new item. */
    TextPage.Beside of(Draft.OfNew fresh, TextForm form, Words words) {
        Language language = fresh.language();
        return new TextPage.Beside(
                List.of(),
                new TextPage.Options(
                        choices.sections(
                                new Language(words.tag()), form.settings().section()),
                        choices.tags(language),
                        true,
                        true),
                picture(form),
                Counting.of(form.texts().body()),
                "",
                null,
                List.of());
    }

    private TextPage.Talk talk(OpenItem open, Words words) {
        var lines = CommentLine.of(queries.comments().about(open.item().id()), time, words);
        State stage = open.change() == null ? open.item().state() : open.change();
        return new TextPage.Talk(
                stage == State.DRAFT
                        ? lines.stream()
                                .filter(line -> line.isOpen() && line.isWhyItCameBack())
                                .toList()
                        : List.of(),
                lines.stream().filter(CommentLine::isOpen).toList(),
                lines.stream().filter(line -> !line.isOpen()).toList());
    }

    private List<String> notices(OpenItem open, TextForm form, OpenItems items, Words words) {
        var notices = new ArrayList<String>();
        var head = open.head();
        boolean isOlder = !form.of().base().isEmpty()
                && !form.of().base().equals(head.id().toString());
        if (isOlder) {
            notices.add(words.say(
                    "text.newer",
                    PrincipalNames.name(head.savedBy(), words),
                    time.at(head.savedAt(), words).text(),
                    head.number()));
        }
        State change = open.change();
        if (change != null) {
            notices.add(words.say("text.change-" + change.word()));
        } else if (open.item().state().isLive()) {
            notices.add(words.say("text.live"));
        }
        boolean isApproved = change == null ? open.item().state() == State.APPROVED : change == State.APPROVED;
        if (isApproved && !items.keepsApproval(open.item())) {
            notices.add(words.say("text.approved"));
        }
        Instant embargo = open.embargoAt();
        if (embargo != null && open.isHeldBackAt(clock.instant())) {
            notices.add(words.say("text.embargo", time.at(embargo, words).text()));
        }
        return notices;
    }

    private TextPage.@Nullable Shown picture(TextForm form) {
        return TypedNumber.read(form.figure().asset())
                .flatMap(id -> queries.assets().find(new AssetId(id)))
                .map(asset -> new TextPage.Shown(
                        "/newsroom/pictures/" + asset.id() + "?width=640", asset.name(), asset.width(), asset.height()))
                .orElse(null);
    }

    /** Somebody who types in an item now, and when they last did. */
    record Other(String name, String since) {}

    List<Other> others(ItemId item) {
        Instant since = clock.instant().minus(HERE);
        Map<String, Instant> newest = new LinkedHashMap<>();
        queries.drafts().of(item).stream()
                .filter(draft ->
                        draft.account() != editor.account() && !draft.typedAt().isBefore(since))
                .forEach(draft -> newest.merge(
                        draft.typedBy().displayName(),
                        draft.typedAt(),
                        (one, other) -> one.isAfter(other) ? one : other));
        return newest.entrySet().stream()
                .map(entry -> new Other(entry.getKey(), toTheSecond(entry.getValue())))
                .toList();
    }

    private String others(ItemId item, Words words) {
        return String.join(
                " ",
                others(item).stream()
                        .map(other -> words.say("text.other", other.name(), other.since()))
                        .toList());
    }

    /** The time now, as a status of autosave says it. */
    String now() {
        return toTheSecond(clock.instant());
    }

    private String toTheSecond(Instant instant) {
        return TO_THE_SECOND.format(instant.atZone(time.zone()));
    }

    private List<TextPage.OtherDraft> drafts(List<Draft> all, TextForm form, Words words) {
        return all.stream()
                .filter(draft -> draft.account() == editor.account()
                        && !draft.id().toString().equals(form.of().draft()))
                .map(draft -> other(draft, words))
                .toList();
    }

    TextPage.OtherDraft other(Draft draft, Words words) {
        return new TextPage.OtherDraft(
                draft.id().value(),
                Optional.of(draft.content().headline())
                        .filter(headline -> !Blank.is(headline))
                        .orElseGet(() -> words.say("text.no-headline")),
                time.toTheSecond(draft.typedAt(), words),
                Long.toString(draft.version()));
    }
}
