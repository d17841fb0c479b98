package org.herald.newsroom.writing;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.herald.model.AssetId;
import org.herald.model.Content;
import org.herald.model.Draft;
import org.herald.model.DraftId;
import org.herald.model.GroupId;
import org.herald.model.Item;
import org.herald.model.ItemId;
import org.herald.model.ItemSettings;
import org.herald.model.Language;
import org.herald.model.Outcome;
import org.herald.model.RevisionId;
import org.herald.model.SavedDraft;
import org.herald.model.SectionId;
import org.herald.model.Target;
import org.herald.model.kind.Kind;
import org.herald.model.kind.KindName;
import org.herald.newsroom.OpenItems;
import org.herald.newsroom.PortalChoices;
import org.herald.newsroom.Refusal;
import org.herald.newsroom.TypedNumber;
import org.herald.newsroom.Visitor;
import org.herald.people.Permission;
import org.herald.people.Permissions;
import org.herald.publish.CommandBus;
import org.herald.publish.KeepDraft;
import org.herald.publish.Translating;
import org.herald.store.OpenItemQueries;

/** Makes drafts of what somebody types, when they may write it. */
@Singleton
public final class DraftEditor {

    private final CommandBus bus;
    private final WritingQueries queries;
    private final OpenItems items;
    private final PortalChoices choices;
    private final Visitor visitor;

    public DraftEditor(
            CommandBus bus, WritingQueries queries, OpenItems items, PortalChoices choices, Visitor visitor) {
        this.bus = bus;
        this.queries = queries;
        this.items = items;
        this.choices = choices;
        this.visitor = visitor;
    }

    /** A draft of the visitor's own; somebody else's is not there for them. */
    Draft own(long id) {
        return queries.drafts()
                .find(new DraftId(id))
                .filter(draft -> draft.account() == account())
                .orElseThrow(Refusal::notThere);
    }

    /** Keeps what the form carries. */
    Outcome<SavedDraft> keep(TextForm form) {
        var about = about(form);
        var content = content(form, kind(about));
        var settings = settings(form, about);
        if (!form.of().isKept()) {
            var same = same(about, content, settings);
            if (same.isPresent()) {
                return Outcome.done(new SavedDraft(same.get().id(), same.get().version(), false));
            }
        }
        return bus.carryOut(
                visitor.account().principal(),
                new KeepDraft(
                        TypedNumber.read(form.of().draft()).map(DraftId::new).orElse(null),
                        TypedNumber.read(form.of().version()).orElse(0L),
                        account(),
                        about,
                        content,
                        settings));
    }

    /** Begins a draft. */
    Outcome<SavedDraft> begin(Draft.About about, Content content) {
        return bus.carryOut(visitor.account().principal(), new KeepDraft(null, 0, account(), about, content));
    }

    /** Keeps a draft with another content. */
    Outcome<SavedDraft> keep(Draft draft, long version, Draft.About about, Content content) {
        return bus.carryOut(
                visitor.account().principal(),
                new KeepDraft(draft.id(), version, account(), about, content, draft.settings()));
    }

    /** A form that was sent twice, or whose page never heard where its text is kept, needs no second draft. */
    private Optional<Draft> same(Draft.About about, Content content, ItemSettings settings) {
        var drafts = about instanceof Draft.OfItem(var item, var _)
                ? queries.drafts().of(item)
                : queries.drafts().by(account(), 10);
        return drafts.stream()
                .filter(draft -> draft.account() == account()
                        && draft.about().equals(about)
                        && draft.content().equals(content)
                        && draft.settings().equals(settings))
                .findFirst();
    }

    /** A picture that is not there is left out, so that no fault of a form costs the words. */
    private Content content(TextForm form, Kind kind) {
        var content = form.content(kind);
        var picture = content.picture();
        return picture == null || isThere(picture.asset()) ? content : content.withPicture(null);
    }

    private boolean isThere(AssetId asset) {
        return queries.assets().find(asset).isPresent();
    }

    /** What becomes of the text, when the visitor may write it. */
    Draft.About about(TextForm form) {
        var item = TypedNumber.read(form.of().item());
        if (item.isPresent()) {
            var open = items.requireWritable(item.get());
            return new Draft.OfItem(
                    open.item().id(),
                    TypedNumber.read(form.of().base())
                            .map(RevisionId::new)
                            .orElse(open.head().id()));
        }
        KindName kind =
                choices.kind(form.of().kind()).orElseThrow(Refusal::notThere).name();
        var section =
                TypedNumber.read(form.settings().section()).map(SectionId::new).orElseThrow(Refusal::notThere);
        var group = TypedNumber.read(form.of().group()).map(GroupId::new);
        return begun(
                kind,
                form.of().language(),
                section,
                group,
                TypedNumber.read(form.of().base()));
    }

    /** What becomes of a draft. */
    Kind kind(Draft.About about) {
        return switch (about) {
            case Draft.OfItem(var item, var _) ->
                choices.kind(items.require(item.value()).item());
            case Draft.OfNew fresh -> choices.kind(fresh.kind().word()).orElseThrow(Refusal::notThere);
        };
    }

    /** True when the visitor may begin what is no translation. */
    boolean mayBegin() {
        return Permissions.allow(visitor.account(), Permission.WRITE);
    }

    /** What becomes of a new text, when the visitor may begin it. */
    Draft.OfNew begun(KindName kind, String tag, SectionId section, Optional<GroupId> group, Optional<Long> original) {
        Language language = choices.languages().stream()
                .filter(each -> each.tag().equals(tag))
                .findFirst()
                .orElseThrow(Refusal::notThere);
        boolean isTranslation = group.filter(each -> queries.translations().of(each).stream()
                        .anyMatch(other -> !other.language().equals(language)))
                .isPresent();
        if (group.isPresent() && !isTranslation) {
            throw Refusal.notThere();
        }
        var first = group.flatMap(each -> items.find(each.value())).map(OpenItemQueries.OpenItem::item);
        if (!items.rights().mayBegin(language, section, first.orElse(null))) {
            throw Refusal.notAllowed();
        }
        var from = group.flatMap(each -> original(each, original));
        return new Draft.OfNew(kind, language, group.orElse(null), section, from.orElse(null));
    }

    /** The copy of its original with which a translation begins; its links lead to translations, where there are any. */
    Optional<Content> original(Draft.OfNew about) {
        return Optional.ofNullable(about.original())
                .flatMap(queries.revisions()::find)
                .map(revision ->
                        Translating.begin(kind(about), revision.content(), link -> inLanguage(link, about.language())));
    }

    private String inLanguage(String link, Language language) {
        return Target.item(link)
                .flatMap(item -> items.find(item.value()))
                .flatMap(open -> queries.translations().of(open.item().group()).stream()
                        .filter(each -> each.language().equals(language))
                        .findFirst())
                .map(each -> Target.of(each.item()))
                .orElse(link);
    }

    /** The revision that is translated, when it is one of the group. */
    private Optional<RevisionId> original(GroupId group, Optional<Long> named) {
        return named.map(RevisionId::new)
                .flatMap(queries.revisions()::find)
                .filter(revision -> queries.translations().of(group).stream()
                        .anyMatch(other -> other.item().equals(revision.item())))
                .map(revision -> revision.id());
    }

    private static ItemSettings settings(TextForm form, Draft.About about) {
        var settings = form.settings();
        String section = TextForm.SettingsFields.changed(settings.section(), settings.sectionBefore());
        return new ItemSettings(
                section == null || about instanceof Draft.OfNew
                        ? null
                        : TypedNumber.read(section).map(SectionId::new).orElse(null),
                TextForm.SettingsFields.changed(settings.slug(), settings.slugBefore()),
                TextForm.SettingsFields.changed(settings.embargo(), settings.embargoBefore()));
    }

    /** What readers see moves at once: that is for those who may publish. */
    boolean mayPlace(Item item) {
        return items.rights().mayPlace(item);
    }

    /** An embargo is a promise: once given, it is changed by those who may publish. */
    boolean mayHoldBack(ItemId item) {
        var open = items.require(item.value());
        return items.rights().mayHoldBack(open.item(), open.embargoAt() != null);
    }

    long account() {
        return visitor.account().id().value();
    }
}
