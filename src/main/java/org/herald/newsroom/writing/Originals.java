package org.herald.newsroom.writing;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.herald.model.Content;
import org.herald.model.Draft;
import org.herald.model.GroupId;
import org.herald.model.Item;
import org.herald.model.ItemId;
import org.herald.model.ParallelRow;
import org.herald.model.Picture;
import org.herald.model.Revision;
import org.herald.model.RevisionId;
import org.herald.model.Translation;
import org.herald.model.Words;
import org.herald.model.kind.KindName;
import org.herald.model.kind.Newspaper;
import org.herald.newsroom.LanguageNames;
import org.herald.newsroom.OpenItems;
import org.herald.newsroom.PortalChoices;
import org.herald.publish.merge.Comparing;
import org.herald.publish.merge.SideBySide;
import org.herald.store.OpenItemQueries.OpenItem;
import org.jspecify.annotations.Nullable;

/** Finds what a text is a translation of. */
@Singleton
public final class Originals {

    private final WritingQueries queries;
    private final OpenItems items;
    private final PortalChoices choices;

    public Originals(WritingQueries queries, OpenItems items, PortalChoices choices) {
        this.choices = choices;
        this.queries = queries;
        this.items = items;
    }

    /** The original of an item; nothing for one that is no translation. */
    Optional<Original> of(Item item, Words words) {
        return find(item).map(found -> original(found.open(), found.from(), words));
    }

    /** A translation beside its original, row by row; empty for an item that is none. */
    List<ParallelRow> beside(OpenItem translation) {
        return find(translation.item())
                .map(found -> SideBySide.of(
                        told(found.open()),
                        told(translation),
                        Optional.ofNullable(found.from())
                                .flatMap(queries.revisions()::find)
                                .map(Revision::content)
                                .orElse(null)))
                .orElse(List.of());
    }

    private static SideBySide.Told told(OpenItem open) {
        return new SideBySide.Told(open.head().content(), open.item().language());
    }

    /**
     * The original of a translation.
     *
     * @param from the revision that the translation says; nothing when nobody said
     */
    private record Found(OpenItem open, @Nullable RevisionId from) {}

    private Optional<Found> find(Item item) {
        if (!item.isTranslation()) {
            return Optional.empty();
        }
        var group = queries.translations().of(item.group());
        var own = group.stream().filter(each -> each.item().equals(item.id())).findFirst();
        var from = own.map(Translation::from);
        ItemId source = from.map(Translation.Source::item).orElseGet(() -> first(item.group()));
        return source.equals(item.id())
                ? Optional.empty()
                : Optional.of(new Found(
                        items.require(source.value()),
                        from.map(Translation.Source::revision).orElse(null)));
    }

    /** The original of a new translation. */
    Optional<Original> of(Draft.OfNew fresh, Words words) {
        RevisionId from = fresh.original();
        if (from == null) {
            return Optional.empty();
        }
        return queries.revisions()
                .find(from)
                .map(revision -> original(items.require(revision.item().value()), from, words));
    }

    /** From where an item takes the fields that are the same in all languages; empty when it is edited itself. */
    Optional<FieldInput.SharedFrom> shared(Item item) {
        return item.isTranslation() ? shared(item.kind(), item.group()) : Optional.empty();
    }

    /** The same for a new translation. */
    Optional<FieldInput.SharedFrom> shared(Draft.OfNew fresh) {
        return Optional.ofNullable(fresh.group()).flatMap(group -> shared(fresh.kind(), group));
    }

    private Optional<FieldInput.SharedFrom> shared(KindName kind, GroupId group) {
        boolean hasShared = choices.kind(kind.word())
                .filter(each -> !each.shared().isEmpty())
                .isPresent();
        return hasShared
                ? Optional.of(new FieldInput.SharedFrom(
                        items.require(group.value()).head().content().fields(), "/newsroom/items/" + group + "/text"))
                : Optional.empty();
    }

    private ItemId first(GroupId group) {
        return queries.translations().of(group).getFirst().item();
    }

    private Original original(OpenItem open, @Nullable RevisionId from, Words words) {
        Revision head = open.head();
        Content content = head.content();
        var language = open.item().language();
        return new Original(
                open.item().id().value(),
                language.tag(),
                LanguageNames.name(language, words),
                new Original.Told(
                        content.headline(),
                        content.fields().text(Newspaper.KICKER),
                        content.standfirst(),
                        lead(content.picture()),
                        BodyView.of(content.body())),
                head.id().value(),
                head.number(),
                Optional.ofNullable(from)
                        .flatMap(queries.revisions()::find)
                        .flatMap(base -> changes(base, open, words))
                        .orElse(null));
    }

    private static Original.@Nullable Lead lead(@Nullable Picture picture) {
        return picture == null
                ? null
                : new Original.Lead(
                        "/newsroom/pictures/" + picture.asset() + "?width=640", picture.alt(), picture.caption());
    }

    /** What changed in the newest revision since, or else, where that says the same again, in the one that readers see. */
    private Optional<Original.Changed> changes(Revision base, OpenItem open, Words words) {
        var shown = Optional.ofNullable(open.shown()).flatMap(queries.revisions()::find);
        return Stream.concat(Stream.of(open.head()), shown.stream())
                .filter(now -> now.number() > base.number())
                .map(now -> new Original.Changed(
                        base.number(),
                        now.number(),
                        DifferenceView.of(
                                        Comparing.compare(choices.kind(open.item()), base.content(), now.content()),
                                        words)
                                .changesAlone()))
                .filter(changed -> !changed.difference().isNone())
                .findFirst();
    }
}
