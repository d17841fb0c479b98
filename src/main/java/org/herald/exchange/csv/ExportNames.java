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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.herald.model.Asset;
import org.herald.model.AssetId;
import org.herald.model.ItemId;
import org.herald.model.State;
import org.herald.model.kind.KindName;
import org.herald.store.EntryQueries;
import org.herald.store.EntryQueries.Standing;

/**
 * What the entries and files that some items name are called in files: entries {@code sight/mir-castle}, files by name, and
 * all but the oldest of one name with the beginning of their hash.
 */
final class ExportNames {

    private static final Pattern IDENTITY = Pattern.compile("(item|asset):([0-9]{1,18})");
    private static final Pattern NAMED = Pattern.compile("\"((?:item|asset):[0-9]{1,18})\"");
    private static final Pattern LINK = Pattern.compile("(?s)<a href=\"(item:[0-9]{1,18})\"[^>]*>(.*?)</a>");
    private static final int HASH = 8;

    private final Map<String, String> names;
    private final Map<String, Asset> files;

    private ExportNames(Map<String, String> names, Map<String, Asset> files) {
        this.names = names;
        this.files = files;
    }

    /** @param named identities such as {@code item:12} and {@code asset:7} */
    static ExportNames of(EntryQueries queries, KnownEntries known, Collection<String> named) {
        var items = new HashSet<ItemId>();
        var assets = new HashSet<AssetId>();
        for (String identity : named) {
            Matcher parts = IDENTITY.matcher(identity);
            if (parts.matches()) {
                long number = Long.parseLong(parts.group(2));
                if (parts.group(1).equals("item")) {
                    items.add(new ItemId(number));
                } else {
                    assets.add(new AssetId(number));
                }
            }
        }
        var names = new HashMap<String, String>();
        var originals = items.isEmpty() ? Map.<ItemId, ItemId>of() : queries.originals(items);
        var keys = keys(queries, known, new HashSet<>(originals.values()));
        originals.forEach((item, original) -> {
            String key = keys.get(original);
            if (key != null) {
                names.put("item:" + item, key);
            }
        });
        var files = new HashMap<String, Asset>();
        nameFiles(queries, assets, names, files);
        return new ExportNames(names, files);
    }

    /** The names of entries by their originals; without those that readers cannot see any more in any language. */
    static Map<ItemId, String> keys(EntryQueries queries, KnownEntries known, Set<ItemId> originals) {
        var groups = new LinkedHashMap<ItemId, List<Standing>>();
        for (Standing each : originals.isEmpty() ? List.<Standing>of() : queries.ofOriginals(originals)) {
            groups.computeIfAbsent(new ItemId(each.item().group().value()), _ -> new ArrayList<>())
                    .add(each);
        }
        var keys = new HashMap<ItemId, String>();
        var byHand = new HashMap<KindName, List<Standing>>();
        groups.forEach((id, items) -> {
            if (items.stream().allMatch(each -> each.item().state() == State.WITHDRAWN)) {
                return;
            }
            Standing original = items.getFirst();
            KindName kind = original.item().kind();
            var imported = items.stream()
                    .flatMap(each -> EntryKeys.key(kind, each.origin()).stream())
                    .findFirst();
            imported.ifPresentOrElse(
                    key -> keys.put(id, kind + "/" + key),
                    () -> byHand.computeIfAbsent(kind, _ -> new ArrayList<>()).add(original));
        });
        byHand.forEach((kind, some) -> known.byHand(kind, some).forEach((id, key) -> keys.put(id, kind + "/" + key)));
        return keys;
    }

    private static void nameFiles(
            EntryQueries queries, Set<AssetId> ids, Map<String, String> names, Map<String, Asset> files) {
        if (ids.isEmpty()) {
            return;
        }
        var assets = queries.files(ids);
        var wanted = new HashSet<String>();
        assets.values().forEach(asset -> wanted.add(asset.name()));
        var oldest = new HashMap<String, AssetId>();
        queries.filesNamed(wanted).forEach(asset -> oldest.putIfAbsent(asset.name(), asset.id()));
        assets.forEach((id, asset) -> {
            if (asset.isPresent()) {
                String name = id.equals(oldest.get(asset.name())) ? asset.name() : hashed(asset);
                names.put("asset:" + id, name);
                files.put(name, asset);
            }
        });
    }

    private static String hashed(Asset asset) {
        String name = asset.name();
        int dot = name.lastIndexOf('.');
        String end = "-" + asset.hash().substring(0, HASH);
        return dot < 0 ? name + end : name.substring(0, dot) + end + name.substring(dot);
    }

    /** What {@code item:12} or {@code asset:7} is called; empty for what cannot be named. */
    Optional<String> name(String identity) {
        return Optional.ofNullable(names.get(identity));
    }

    /** HTML with names in place of identities, without links to what cannot be named. */
    String html(String html) {
        String linked = LINK.matcher(html)
                .replaceAll(found ->
                        Matcher.quoteReplacement(names.containsKey(found.group(1)) ? found.group() : found.group(2)));
        return NAMED.matcher(linked).replaceAll(found -> {
            String identity = found.group(1);
            String name = names.getOrDefault(identity, identity.substring(identity.indexOf(':') + 1));
            return Matcher.quoteReplacement("\"" + identity.substring(0, identity.indexOf(':') + 1) + name + "\"");
        });
    }

    /** The files that were named, by name. */
    Map<String, Asset> files() {
        return files;
    }
}
