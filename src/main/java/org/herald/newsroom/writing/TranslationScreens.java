package org.herald.newsroom.writing;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.herald.model.Item;
import org.herald.model.Language;
import org.herald.model.Outcome.Reason;
import org.herald.model.ParallelRow;
import org.herald.model.Translation;
import org.herald.model.Words;
import org.herald.newsroom.ItemHead;
import org.herald.newsroom.NewsroomFrames;
import org.herald.newsroom.OpenItems;
import org.herald.newsroom.PortalChoices;
import org.herald.newsroom.Reasons;
import org.herald.newsroom.Screen;
import org.herald.people.Permission;
import org.herald.store.OpenItemQueries.OpenItem;

/** Builds the screens about an item in all its languages. */
@Singleton
public final class TranslationScreens {

    private final NewsroomFrames frames;
    private final OpenItems items;
    private final WritingQueries queries;
    private final PortalChoices choices;
    private final Originals originals;

    public TranslationScreens(
            NewsroomFrames frames,
            OpenItems items,
            WritingQueries queries,
            PortalChoices choices,
            Originals originals) {
        this.frames = frames;
        this.items = items;
        this.queries = queries;
        this.choices = choices;
        this.originals = originals;
    }

    Response show(int status, OpenItem open, List<Reason> reasons, String flash) {
        var words = frames.words();
        Item item = open.item();
        var group = queries.translations().of(item.group());
        var lines = choices.languages().stream()
                .map(language -> line(item, language, in(group, language), words))
                .toList();
        return Screen.of(
                status,
                new TranslationsPage(
                        frames.frame(words.say("tab.translations"), NewsroomFrames.Area.DESK, flash),
                        ItemHead.of(open, ItemHead.Screen.TRANSLATIONS, items.mayWrite(item), words),
                        Reasons.say(words, reasons),
                        lines,
                        new TranslationsPage.Begin(
                                item.kind().word(),
                                item.section().toString(),
                                item.group().toString(),
                                open.head().id().toString()),
                        originals.of(item, words).orElse(null),
                        item.language().tag(),
                        originals.beside(open).stream()
                                .map(row -> row(row, words))
                                .toList(),
                        items.mayWrite(item)));
    }

    private static TranslationsPage.Row row(ParallelRow row, Words words) {
        var notes = new ArrayList<String>();
        if (row.isChanged()) {
            notes.add(words.say("translations.row-changed"));
        }
        switch (row.how()) {
            case SENTENCE -> {}
            case BLOCK -> notes.add(words.say("translations.row-block"));
            case ALONE ->
                notes.add(
                        words.say(row.translation().isEmpty() ? "translations.row-missing" : "translations.row-added"));
        }
        return new TranslationsPage.Row(row.original(), row.translation(), row.isChanged(), String.join(" ", notes));
    }

    private static Optional<Translation> in(List<Translation> group, Language language) {
        return group.stream()
                .filter(translation -> translation.language().equals(language))
                .findFirst();
    }

    private TranslationsPage.Line line(Item item, Language language, Optional<Translation> found, Words words) {
        boolean mayBegin = found.isEmpty()
                && (items.rights().may(Permission.WRITE, language, item.section())
                        || items.rights().may(Permission.TRANSLATE, language, item.section()));
        return new TranslationsPage.Line(
                language.tag(),
                PortalChoices.name(language),
                found.map(this::path).orElse(""),
                found.map(Translation::headline).orElse(""),
                found.map(each -> each.state().word()).orElse(""),
                found.map(each -> about(item, each, words)).orElseGet(() -> words.say("translations.missing")),
                found.filter(Translation::isStale).isPresent(),
                mayBegin);
    }

    /** The screen of its text, for those who may write it, else its desk screen. */
    private String path(Translation translation) {
        long id = translation.item().value();
        boolean mayWrite = items.mayWrite(items.require(id).item());
        return (mayWrite ? ItemHead.Screen.TEXT : ItemHead.Screen.DESK).of(id);
    }

    /** How a translation stands to its original. */
    private static String about(Item item, Translation translation, Words words) {
        var from = translation.from();
        if (translation.item().value() == item.group().value()) {
            return words.say("translations.original");
        }
        if (from == null) {
            return words.say("translations.unknown");
        }
        return words.say(translation.isStale() ? "translations.stale" : "translations.fresh", from.number());
    }
}
