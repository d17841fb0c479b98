package org.herald.newsroom.writing;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.herald.model.Draft;
import org.herald.model.Item;
import org.herald.model.ItemSettings;
import org.herald.model.Outcome.Reason;
import org.herald.model.SectionId;
import org.herald.newsroom.FieldErrors;
import org.herald.newsroom.ItemHead;
import org.herald.newsroom.NewsroomFrames;
import org.herald.newsroom.OpenItems;
import org.herald.newsroom.PortalChoices;
import org.herald.newsroom.PortalTime;
import org.herald.newsroom.Screen;
import org.herald.newsroom.TypedMoment;
import org.herald.store.OpenItemQueries.OpenItem;
import org.jspecify.annotations.Nullable;

/** Builds the screens on which texts are written. */
@Singleton
public final class TextScreens {

    private final NewsroomFrames frames;
    private final OpenItems items;
    private final EditorSidebar sidebar;
    private final Originals originals;
    private final FieldForms fields;
    private final PortalTime time;

    public TextScreens(
            NewsroomFrames frames,
            OpenItems items,
            EditorSidebar sidebar,
            Originals originals,
            FieldForms fields,
            PortalTime time) {
        this.frames = frames;
        this.items = items;
        this.sidebar = sidebar;
        this.originals = originals;
        this.fields = fields;
        this.time = time;
    }

    /** The screen of an item's newest revision, where nothing is typed yet. */
    Response show(OpenItem open, String flash) {
        return of(200, open, form(open), List.of(), flash);
    }

    /** The screen of a draft. */
    Response show(Draft draft, String flash) {
        return switch (draft.about()) {
            case Draft.OfItem(var item, var _) -> {
                var open = items.requireWritable(item.value());
                yield of(200, open, form(open, draft), List.of(), flash);
            }
            case Draft.OfNew fresh -> of(200, fresh, form(fresh, draft), List.of(), flash);
        };
    }

    /** The screen as it was sent, with why it could not be done. */
    Response refused(TextForm form, Draft.About about, List<Reason> reasons) {
        return switch (about) {
            case Draft.OfItem(var item, var _) -> of(422, items.require(item.value()), form, reasons, "");
            case Draft.OfNew fresh -> of(422, fresh, form, reasons, "");
        };
    }

    /** The screen of a draft, with why it could not be saved. */
    Response refused(Draft draft, List<Reason> reasons) {
        return switch (draft.about()) {
            case Draft.OfItem(var item, var _) -> {
                var open = items.require(item.value());
                yield of(422, open, form(open, draft), reasons, "");
            }
            case Draft.OfNew fresh -> of(422, fresh, form(fresh, draft), reasons, "");
        };
    }

    /** The newest of several drafts. */
    static Optional<Draft> newest(List<Draft> drafts) {
        return drafts.stream()
                .max(Comparator.comparing(Draft::typedAt)
                        .thenComparingLong(draft -> draft.id().value()));
    }

    private Response of(int status, OpenItem open, TextForm form, List<Reason> reasons, String flash) {
        var words = frames.words();
        String title = open.head().content().headline();
        return Screen.of(
                status,
                new TextPage(
                        frames.frame(title, NewsroomFrames.Area.DESK, flash),
                        ItemHead.of(open, ItemHead.Screen.TEXT, true, words),
                        FieldErrors.placed(words, reasons, WritingFields::ofText),
                        form,
                        fields.of(open.item(), form, words),
                        sidebar.of(open, form, items, words),
                        originals.of(open.item(), words).orElse(null)));
    }

    private Response of(int status, Draft.OfNew fresh, TextForm form, List<Reason> reasons, String flash) {
        var words = frames.words();
        String title = words.say("new.of-kind", PortalChoices.name(fields.kind(fresh), words));
        return Screen.of(
                status,
                new TextPage(
                        frames.frame(title, NewsroomFrames.Area.DESK, flash),
                        null,
                        FieldErrors.placed(words, reasons, WritingFields::ofText),
                        form,
                        fields.of(fresh, form, words),
                        sidebar.of(fresh, form, words),
                        originals.of(fresh, words).orElse(null)));
    }

    private TextForm form(OpenItem open) {
        return new TextForm(
                new TextForm.Of(
                        "",
                        "",
                        open.item().id().toString(),
                        open.head().id().toString(),
                        open.item().kind().word(),
                        open.item().language().tag(),
                        open.item().group().toString()),
                TextForm.texts(fields.kind(open.item()), open.head().content()),
                TextForm.figure(open.head().content()),
                settings(open, ItemSettings.AS_IT_IS));
    }

    private TextForm form(OpenItem open, Draft draft) {
        String base = draft.about() instanceof Draft.OfItem(var _, var revision) ? revision.toString() : "";
        return new TextForm(
                        new TextForm.Of(
                                "",
                                "",
                                open.item().id().toString(),
                                base,
                                open.item().kind().word(),
                                open.item().language().tag(),
                                open.item().group().toString()),
                        TextForm.texts(fields.kind(open.item()), draft.content()),
                        TextForm.figure(draft.content()),
                        settings(open, draft.settings()))
                .withDraft(draft.id().value(), draft.version());
    }

    private TextForm form(Draft.OfNew fresh, Draft draft) {
        String section = fresh.section().toString();
        var group = fresh.group();
        var original = fresh.original();
        return new TextForm(
                        new TextForm.Of(
                                "",
                                "",
                                "",
                                original == null ? "" : original.toString(),
                                fresh.kind().word(),
                                fresh.language().tag(),
                                group == null ? "" : group.toString()),
                        TextForm.texts(fields.kind(fresh), draft.content()),
                        TextForm.figure(draft.content()),
                        new TextForm.SettingsFields(
                                section,
                                section,
                                or(draft.settings().slug(), ""),
                                "",
                                or(draft.settings().embargo(), ""),
                                ""))
                .withDraft(draft.id().value(), draft.version());
    }

    private TextForm.SettingsFields settings(OpenItem open, ItemSettings wished) {
        Item item = open.item();
        SectionId section = wished.section();
        String embargo = typed(open.embargoAt());
        return new TextForm.SettingsFields(
                (section == null ? item.section() : section).toString(),
                item.section().toString(),
                or(wished.slug(), item.slug().value()),
                item.slug().value(),
                or(wished.embargo(), embargo),
                embargo);
    }

    private String typed(@Nullable Instant embargo) {
        return TypedMoment.of(embargo, time.zone());
    }

    private static String or(@Nullable String wished, String otherwise) {
        return wished == null ? otherwise : wished;
    }
}
