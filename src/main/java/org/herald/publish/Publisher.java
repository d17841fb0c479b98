package org.herald.publish;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.herald.model.Announcement;
import org.herald.model.Change;
import org.herald.model.Content;
import org.herald.model.Item;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.ListKey;
import org.herald.model.PageKey;
import org.herald.model.Slug;
import org.herald.model.State;
import org.herald.model.kind.Fields;
import org.herald.model.kind.Kind;
import org.herald.model.kind.Kind.Stands;
import org.herald.store.ItemWrites;
import org.herald.store.LiveWrites;
import org.herald.store.LiveWrites.Standing;
import org.jspecify.annotations.Nullable;

/** Puts items before readers and takes them away: publication, live row, lists, address and the page keys touched. */
final class Publisher {

    /** The last words of the addresses at which a calendar has its lists. */
    private static final Set<String> LISTS_OF_CALENDAR = Set.of("upcoming", "past", "today", "weekend", "dates");

    private final UnitOfWork unit;
    private final ShownFields fields;
    private final Set<PageKey> touched = new LinkedHashSet<>();
    private @Nullable Change change; // what was done to the item, once it is

    Publisher(UnitOfWork unit) {
        this.unit = unit;
        this.fields = new ShownFields(unit);
    }

    /**
     * Makes readers see the head of this item, which has an instant of first publication, and ends what they saw before.
     *
     * @param item the item as it shall be from now on, already in a live state
     * @param note the correction note, when this is a correction
     * @return the address at which they see it
     */
    String show(Item item, @Nullable String note) {
        return show(item, note, false);
    }

    /** Makes readers see the head of this live item, and that it was updated now. */
    String update(Item item) {
        return show(item, null, true);
    }

    private String show(Item item, @Nullable String note, boolean isUpdate) {
        var transaction = unit.transaction();
        var earlier = transaction.live().standing(item.id());
        Content own = transaction.items().heading(item.head());
        Content content = own.withFields(fields.of(item, own.fields()));
        LocalDate day = day(item);
        String path = free(item, path(item, day));
        var tags = tags(item.language(), content);
        var lists = lists(item, tags.keySet());
        var staying = new HashSet<ListKey>();
        earlier.ifPresent(standing -> {
            if (standing.day().equals(day)) {
                staying.addAll(lists);
                staying.retainAll(standing.lists());
            }
            touch(item, standing, staying);
            transaction.items().endPublication(item.id(), unit.now(), null);
            transaction.live().remove(item.id(), item.language(), standing);
        });
        transaction.items().update(item);
        transaction
                .items()
                .beginPublication(
                        item.id(),
                        item.head(),
                        item.section(),
                        path,
                        new ItemWrites.Occasion(unit.now(), note, isUpdate));
        transaction.paths().setCurrent(item.id(), item.language(), path, unit.now());
        var changed = new LiveWrites.Changed(
                isUpdate
                        ? unit.now()
                        : transaction.items().newestUpdate(item.id()).orElse(null),
                correctedAt(item, note));
        transaction.live().add(item, unit.kind(item.kind()), content, path, day, changed, lists);
        if (earlier.filter(standing -> standing.revision().equals(item.head())).isEmpty()) {
            touchNamed(transaction.references().show(item.id(), item.head(), fields.named(item, content.fields())));
        }
        fields.keepValues(item, content.fields());
        transaction.live().nameTags(item.language(), tags);
        touch(item, new Standing(path, item.head(), day, first(item), lists), staying);
        if (earlier.filter(standing -> standing.path().equals(path)).isEmpty()) {
            touched.add(PageKey.where(item.id()));
        }
        fields.translations(item).forEach(translation -> shareWith(translation, own.fields()));
        change = earlier.map(Standing::path)
                .filter(from -> !from.equals(path))
                .<Change>map(from -> new Change.ItemMoved(item.id(), item.language(), from, path))
                .orElseGet(() -> new Change.ItemShown(item.id(), item.language(), path));
        return path;
    }

    /** A live translation shows shared fields of its original: its page, its cards and what they are filtered by change. */
    private void shareWith(Item translation, Fields ofOriginal) {
        var transaction = unit.transaction();
        Kind kind = unit.kind(translation.kind());
        transaction.live().standing(translation.id()).ifPresent(standing -> {
            Fields shown = kind.withShared(
                    transaction.items().heading(standing.revision()).fields(), ofOriginal);
            transaction.live().setCard(translation.id(), kind, shown);
            touchNamed(transaction.references().show(translation.id(), standing.revision(), kind.named(shown)));
            fields.keepValues(translation, shown);
            touch(translation, standing, Set.copyOf(standing.lists()));
        });
    }

    /** What lists show and filter of a live item follows the declaration of its kind; empty for one that is not live. */
    Optional<Announcement> follow(Item item) {
        var transaction = unit.transaction();
        return transaction.live().standing(item.id()).map(standing -> {
            Fields shown = fields.of(
                    item, transaction.items().heading(standing.revision()).fields());
            transaction.live().setCard(item.id(), unit.kind(item.kind()), shown);
            touchNamed(transaction.references().show(item.id(), standing.revision(), fields.named(item, shown)));
            transaction.fieldValues().forget(item.id());
            fields.keepValues(item, shown);
            touch(item, standing, Set.copyOf(standing.lists()));
            return Announcement.of(new Change.ItemShown(item.id(), item.language(), standing.path()), touched);
        });
    }

    /** Takes the item from readers; its addresses answer 410 with the reason from now on. */
    void hide(Item item, String reason) {
        var transaction = unit.transaction();
        change = new Change.ItemEdited(item.id());
        transaction.live().standing(item.id()).ifPresent(standing -> {
            touch(item, standing, Set.of());
            touched.add(PageKey.where(item.id()));
            transaction.items().endPublication(item.id(), unit.now(), reason);
            transaction.live().remove(item.id(), item.language(), standing);
            touchNamed(transaction.references().hide(item.id()));
            transaction.fieldValues().forget(item.id());
            change = new Change.ItemHidden(item.id(), item.language(), standing.path());
        });
        transaction.items().update(item);
    }

    /** What the change ledger is to say of the item that was shown or hidden. */
    Announcement announcement() {
        return Announcement.of(Objects.requireNonNull(change, "nothing was shown or hidden"), touched);
    }

    private @Nullable Instant correctedAt(Item item, @Nullable String note) {
        if (note != null) {
            return unit.now();
        }
        return item.state() == State.CORRECTED
                ? unit.transaction().items().newestCorrection(item.id()).orElse(null)
                : null;
    }

    private LocalDate day(Item item) {
        return LocalDate.ofInstant(first(item), unit.zone());
    }

    private Stands stands(Item item) {
        return unit.kind(item.kind()).stands();
    }

    private static Instant first(Item item) {
        Instant first = item.firstAt();
        if (first == null) {
            throw new IllegalArgumentException("Item " + item.id() + " has no instant of publication");
        }
        return first;
    }

    private String path(Item item, LocalDate day) {
        String section = unit.transaction().sections().path(item.section()).orElse("");
        var path = new StringBuilder("/").append(item.language()).append('/');
        if (!section.isEmpty()) {
            path.append(section).append('/');
        }
        if (stands(item) == Stands.DATED) {
            path.append(day.toString().replace('-', '/')).append('/');
        }
        return path.append(item.slug()).toString();
    }

    /** The path, or the first numbered form of it that leads to nothing else. */
    private String free(Item item, String path) {
        String candidate = path;
        for (int number = 2; isTakenFrom(item, candidate) || isListing(item, candidate); number++) {
            candidate = path + "-" + number;
        }
        return candidate;
    }

    private boolean isTakenFrom(Item item, String path) {
        var paths = unit.transaction().paths();
        return paths.isTaken(path) && !paths.itemAt(path).map(item.id()::equals).orElse(false);
    }

    /** True when a section or an archive answers at this path: a page has no day in its address to tell it from them. */
    private boolean isListing(Item item, String path) {
        String inPortal = path.substring(item.language().tag().length() + 2);
        return stands(item) != Stands.DATED
                && (AddSection.isReserved(inPortal.substring(inPortal.lastIndexOf('/') + 1))
                        || (stands(item) == Stands.CALENDAR
                                && LISTS_OF_CALENDAR.contains(inPortal.substring(inPortal.lastIndexOf('/') + 1)))
                        || unit.transaction().sections().byPath(inPortal).isPresent());
    }

    private List<ListKey> lists(Item item, Set<Slug> tags) {
        if (stands(item) != Stands.DATED) {
            return List.of();
        }
        var lists = new ArrayList<ListKey>();
        unit.transaction().sections().upwards(item.section()).forEach(section -> lists.add(ListKey.section(section)));
        tags.forEach(tag -> lists.add(ListKey.tag(tag)));
        return lists;
    }

    /** Their pages list what names them. */
    private void touchNamed(Collection<ItemId> items) {
        items.forEach(item -> touched.add(PageKey.naming(item)));
    }

    /** The slug and title of each tag; a tag without a letter or digit has no page and is left out. */
    private Map<Slug, String> tags(Language language, Content content) {
        var tags = new LinkedHashMap<Slug, String>();
        content.tags().forEach(tag -> unit.tag(tag, language).ifPresent(slug -> tags.putIfAbsent(slug, tag)));
        return tags;
    }

    /** @param staying the lists in which the item keeps its day, so that nothing that counts or names days changes */
    private void touch(Item item, Standing standing, Set<ListKey> staying) {
        Language language = item.language();
        touched.add(PageKey.item(item.id()));
        touched.add(PageKey.group(item.group()));
        touched.add(PageKey.path(standing.path()));
        touched.add(PageKey.search(language));
        switch (stands(item)) {
            case STANDING -> touched.add(PageKey.pages(language));
            case DIRECTORY, CALENDAR -> {
                touched.add(PageKey.directory(item.kind(), language));
                touched.add(PageKey.slugs(language));
            }
            case DATED -> {}
        }
        var month = YearMonth.from(standing.day());
        var changing = new ArrayList<ListKey>(standing.lists());
        changing.removeAll(staying);
        standing.lists().forEach(list -> {
            touched.add(PageKey.list(list, language));
            touched.add(PageKey.month(list, language, month));
        });
        if (!changing.isEmpty()) {
            touchCounts(month, changing, language);
            changing.stream().filter(ListKey::isSection).forEach(list -> touchAround(item, standing, list));
        }
    }

    /** Called while the item stands in the list: the stories between which it stands get other neighbours. */
    private void touchAround(Item item, Standing standing, ListKey list) {
        var position = unit.transaction().live().place(item.id(), standing, list, item.language());
        position.besides().forEach(beside -> touched.add(PageKey.beside(beside, list)));
        if (position.isInHead()) {
            touched.add(PageKey.head(list, item.language()));
        }
    }

    /** Called while the item stands in its lists: a month in which it stands alone appears or goes with it. */
    private void touchCounts(YearMonth month, List<ListKey> lists, Language language) {
        lists.forEach(list -> {
            touched.add(PageKey.days(list, language, month));
            touched.add(PageKey.counts(list, language));
            touched.add(PageKey.year(list, language, Year.from(month)));
        });
        unit.transaction()
                .live()
                .withOneStoryIn(month, lists, language)
                .forEach(list -> touched.add(PageKey.months(list, language)));
    }
}
