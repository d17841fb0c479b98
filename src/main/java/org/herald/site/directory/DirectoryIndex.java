package org.herald.site.directory;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.geo.Point;
import org.herald.model.kind.Field;
import org.herald.model.kind.Fields;
import org.herald.model.kind.Kind;
import org.herald.model.kind.KindName;
import org.herald.model.kind.Kinds;
import org.herald.model.kind.OpeningClock;
import org.herald.site.directory.Found.Placed;
import org.herald.store.ChangeQueries;
import org.herald.store.DirectoryQueries;
import org.herald.store.LedgerPosition;

/**
 * What readers see of all directories, in memory. Each question first reads the ledger to its end, so that the answer is at
 * least as new as the database was when it was asked; entries that changed since the last question are read again.
 */
public final class DirectoryIndex {

    private final DirectoryQueries queries;
    private final LedgerPosition ledger;
    private final Kinds kinds;
    private final OpeningClock clock;
    private Map<KindName, Map<Language, Entries>> entries = Map.of(); // guarded by this, as the following
    private Map<ItemId, Entries> whereabouts = Map.of(); // guarded by this

    public DirectoryIndex(DirectoryQueries queries, ChangeQueries changes, Kinds kinds, OpeningClock clock) {
        this.queries = queries;
        this.ledger = new LedgerPosition(changes);
        this.kinds = kinds;
        this.clock = clock;
    }

    /** What a reader finds: some entries from this one on, counts for all values, and what is on the map. */
    public synchronized Found find(Kind kind, Language language, Selection selection, int from, int most) {
        queries.beside(this::follow);
        List<String> counted = kind.fields().stream()
                .filter(field -> field.filter() == Field.Filter.VALUES)
                .map(Field::name)
                .toList();
        return of(kind.name(), language)
                .orElseGet(() -> new Entries(kind, language, clock))
                .find(selection, counted, from, most);
    }

    /** The place with this name, of whatever kind: the very name goes before a longer one. The words are folded. */
    public synchronized Optional<Placed> named(List<String> words, Language language) {
        queries.beside(this::follow);
        return entries.values().stream()
                .flatMap(each -> Optional.ofNullable(each.get(language)).stream())
                .flatMap(each -> each.named(words).stream())
                .min(Comparator.comparingInt((Placed place) -> String.join(" ", Folding.words(place.headline()))
                                .length())
                        .thenComparing(Placed::headline)
                        .thenComparingLong(place -> place.id().value()));
    }

    /** The entries of a kind that are nearest to one of them, nearest first. */
    public synchronized List<Found.Neighbour> around(KindName kind, Language language, ItemId entry, int most) {
        queries.beside(this::follow);
        return of(kind, language).map(of -> of.around(entry, most)).orElse(List.of());
    }

    /** The first entries of a kind, newest or by their names. */
    public synchronized List<Found.Listed> first(KindName kind, Language language, Kind.Order order, int most) {
        queries.beside(this::follow);
        return of(kind, language).map(of -> of.first(order.by(), most)).orElse(List.of());
    }

    /** Entries of a kind that are others on each day. */
    public synchronized List<Found.Listed> daily(KindName kind, Language language, LocalDate day, int most) {
        queries.beside(this::follow);
        return of(kind, language).map(of -> of.daily(day, most)).orElse(List.of());
    }

    /** Those of these items that are entries of a kind, in their order. */
    public synchronized List<Found.Listed> named(KindName kind, Language language, List<ItemId> items) {
        queries.beside(this::follow);
        return of(kind, language).stream()
                .flatMap(of -> items.stream().flatMap(item -> of.listed(item).stream()))
                .toList();
    }

    /** The first entries of each kind, by their names. */
    public synchronized Map<KindName, List<Found.Listed>> byName(Language language, int most) {
        queries.beside(this::follow);
        var all = new HashMap<KindName, List<Found.Listed>>();
        entries.keySet()
                .forEach(kind ->
                        of(kind, language).ifPresent(of -> all.put(kind, of.first(Kind.Order.HEADLINE.by(), most))));
        return all;
    }

    /**
     * The entries of a kind that are nearest to the first of these items that has a place, whatever its kind; without itself.
     */
    public synchronized Optional<Found.Near> near(KindName kind, Language language, List<ItemId> centers, int most) {
        queries.beside(this::follow);
        for (ItemId center : centers) {
            var own = whereabouts.get(center);
            var point = own == null ? Optional.<Point>empty() : own.place(center);
            if (own != null && point.isPresent()) {
                return of(kind, language).map(of -> new Found.Near(own.kind(), of.near(point.get(), center, most)));
            }
        }
        return Optional.empty();
    }

    private Optional<Entries> of(KindName kind, Language language) {
        return Optional.ofNullable(entries.get(kind)).map(each -> each.get(language));
    }

    private void follow() {
        ledger.follow(this::load, this::read);
    }

    private void load() {
        entries = new HashMap<>();
        whereabouts = new HashMap<>();
        queries.all(this::add, this::add);
        withHours().forEach(kind -> queries.fields(kind, (entry, fields) -> add(kind, entry, fields)));
    }

    /** Reads the groups of these items again; what readers no longer see of them is gone. */
    private void read(Collection<ItemId> touched) {
        touched.forEach(item -> Optional.ofNullable(whereabouts.remove(item)).ifPresent(of -> of.remove(item)));
        queries.of(touched, this::add, this::add);
        withHours().forEach(kind -> queries.fields(kind, touched, (entry, fields) -> add(kind, entry, fields)));
    }

    private Stream<Kind> withHours() {
        return kinds.all().stream()
                .filter(kind ->
                        kind.stands() == Kind.Stands.DIRECTORY && !kind.hours().isEmpty());
    }

    private void add(Kind kind, ItemId entry, Fields fields) {
        kind.hours(fields)
                .ifPresent(hours -> Optional.ofNullable(whereabouts.get(entry)).ifPresent(of -> of.add(entry, hours)));
    }

    private void add(DirectoryQueries.Entry entry) {
        kinds.find(entry.kind()).ifPresent(kind -> {
            var of = entries.computeIfAbsent(entry.kind(), _ -> new HashMap<>())
                    .computeIfAbsent(entry.language(), language -> new Entries(kind, language, clock));
            of.add(entry);
            whereabouts.put(entry.id(), of);
        });
    }

    private void add(DirectoryQueries.Value value) {
        Optional.ofNullable(whereabouts.get(value.entry())).ifPresent(of -> of.add(value));
    }
}
