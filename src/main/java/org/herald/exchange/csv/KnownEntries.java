package org.herald.exchange.csv;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.herald.model.GroupId;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.kind.KindName;
import org.herald.store.EntryQueries;
import org.herald.store.EntryQueries.Standing;

/**
 * The entries that are here already, by key: that with which they were imported; of others the slug of the original, and
 * where several have the same, that of all but the oldest with the number of the item behind it.
 */
final class KnownEntries {

    private static final Pattern NUMBERED = Pattern.compile("(.+)-([1-9][0-9]{0,17})");

    private final EntryQueries queries;
    private final List<Language> languages;

    KnownEntries(EntryQueries queries, List<Language> languages) {
        this.queries = queries;
        this.languages = languages;
    }

    /** An entry with its translations, the original first. */
    record Entry(List<Standing> items) {

        Standing original() {
            return items.stream()
                    .filter(each -> !each.item().isTranslation())
                    .findFirst()
                    .orElseGet(items::getFirst);
        }

        Optional<Standing> in(Language language) {
            return items.stream()
                    .filter(each -> each.item().language().equals(language))
                    .findFirst();
        }
    }

    /** Those of a kind that have one of these keys. */
    Map<String, Entry> find(KindName kind, Set<String> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        var origins = keys.stream()
                .flatMap(key -> languages.stream().map(language -> EntryKeys.origin(kind, key, language)))
                .toList();
        var slugs = keys.stream()
                .flatMap(key -> Stream.concat(Stream.of(key), numbered(key).map(Numbered::slug).stream()))
                .distinct()
                .toList();
        var groups = new LinkedHashMap<GroupId, List<Standing>>();
        for (Standing standing : queries.standing(kind, origins, slugs)) {
            groups.computeIfAbsent(standing.item().group(), _ -> new ArrayList<>())
                    .add(standing);
        }
        var entries = groups.values().stream().map(Entry::new).toList();
        var found = new HashMap<String, Entry>();
        entries.forEach(entry -> imported(kind, entry).filter(keys::contains).ifPresent(key -> found.put(key, entry)));
        var byHand = entries.stream()
                .filter(entry -> imported(kind, entry).isEmpty())
                .filter(entry -> entry.original().item().kind().equals(kind))
                .toList();
        byHand.forEach(entry -> {
            String slug = entry.original().item().slug().value();
            if (keys.contains(slug)) {
                found.putIfAbsent(slug, entry);
            }
        });
        keys.forEach(key -> numbered(key)
                .flatMap(numbered -> byHand.stream()
                        .filter(entry -> numbered.is(entry.original()))
                        .findFirst())
                .ifPresent(entry -> found.putIfAbsent(key, entry)));
        return found;
    }

    /** The originals of a kind that have one of these keys. */
    Map<String, ItemId> originals(KindName kind, Set<String> keys) {
        var originals = new HashMap<String, ItemId>();
        find(kind, keys)
                .forEach((key, entry) -> originals.put(
                        key, new ItemId(entry.original().item().group().value())));
        return originals;
    }

    private static Optional<String> imported(KindName kind, Entry entry) {
        return entry.items().stream()
                .flatMap(each -> EntryKeys.key(kind, each.origin()).stream())
                .findFirst();
    }

    /** The keys of entries that were not imported, by original. */
    Map<ItemId, String> byHand(KindName kind, Collection<Standing> originals) {
        var slugs = new HashSet<String>();
        originals.forEach(each -> slugs.add(each.item().slug().value()));
        var owners = find(kind, slugs);
        var keys = new HashMap<ItemId, String>();
        for (Standing original : originals) {
            String slug = original.item().slug().value();
            var owner = owners.get(slug);
            boolean isFirst = owner != null
                    && owner.original().item().id().equals(original.item().id());
            keys.put(
                    original.item().id(),
                    isFirst ? slug : slug + "-" + original.item().id());
        }
        return keys;
    }

    /** A key that was made of a slug and the number of an item. */
    private record Numbered(String slug, String number) {

        boolean is(Standing original) {
            return original.item().slug().value().equals(slug)
                    && original.item().id().toString().equals(number);
        }
    }

    private static Optional<Numbered> numbered(String key) {
        var parts = NUMBERED.matcher(key);
        return parts.matches() ? Optional.of(new Numbered(parts.group(1), parts.group(2))) : Optional.empty();
    }
}
