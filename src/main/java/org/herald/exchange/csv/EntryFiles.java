package org.herald.exchange.csv;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.herald.media.FileName;
import org.herald.media.Incoming;
import org.herald.model.Asset;
import org.herald.model.Outcome;
import org.herald.model.Outcome.Reason;
import org.herald.model.Principal;
import org.herald.publish.CommandBus;
import org.herald.publish.KeepAsset;
import org.herald.store.EntryQueries;

/** The files that rows name: those that come with the file of entries, and those that the portal has. */
final class EntryFiles {

    /** What a name of several files with the same name ends with, besides its ending: the beginning of its hash. */
    private static final Pattern HASHED = Pattern.compile(".+-([0-9a-f]{8})(?:[.][a-z0-9]+)?");

    private final Function<String, Optional<byte[]>> brought;
    private final Incoming incoming;
    private final EntryQueries queries;
    private final Function<Reason, String> words;
    private final Map<String, String> digests = new ConcurrentHashMap<>();
    private final Map<String, Long> ids = new HashMap<>();
    private final Map<String, String> refused = new HashMap<>();

    /** @param brought the bytes of a file that comes along, by name */
    EntryFiles(
            Function<String, Optional<byte[]>> brought,
            Incoming incoming,
            EntryQueries queries,
            Function<Reason, String> words) {
        this.brought = brought;
        this.incoming = incoming;
        this.queries = queries;
        this.words = words;
    }

    /** What the file of this name holds; empty when there is none. */
    String digest(String name) {
        return digests.computeIfAbsent(
                name,
                _ -> brought.apply(name)
                        .map(EntryFiles::hash)
                        .or(() -> here(name).map(Asset::hash))
                        .orElse(""));
    }

    boolean isThere(String name) {
        return !digest(name).isEmpty();
    }

    /** The file of the portal that has this name. */
    private Optional<Asset> here(String name) {
        var found = queries.filesNamed(List.of(name, FileName.searched(name))).stream()
                .findFirst();
        Matcher hashed = HASHED.matcher(name);
        return found.isPresent() || !hashed.matches() ? found : queries.fileHashed(hashed.group(1));
    }

    /** Takes files that were not taken yet. */
    void take(CommandBus bus, Principal principal, Collection<String> names) {
        var coming = new HashMap<String, Asset>();
        for (String name : names) {
            if (ids.containsKey(name) || refused.containsKey(name)) {
                continue;
            }
            var bytes = brought.apply(name);
            if (bytes.isEmpty()) {
                here(name)
                        .ifPresentOrElse(
                                asset -> ids.put(name, asset.id().value()),
                                () -> refused.put(name, "there is no file of this name."));
                continue;
            }
            switch (incoming.takeOver(name, bytes.get())) {
                case Outcome.Done<Asset>(var asset) -> coming.put(name, asset);
                case Outcome.Refused<Asset>(var reasons) ->
                    refused.put(name, reasons.stream().map(words).collect(Collectors.joining(" ")));
            }
        }
        if (!coming.isEmpty()) {
            ids.putAll(bus.together(principal, unit -> {
                var taken = new HashMap<String, Long>();
                coming.forEach((name, asset) -> taken.put(
                        name,
                        unit.carryOut(new KeepAsset(asset, null)).orThrow().value()));
                return taken;
            }));
        }
    }

    /** The identity of a file that was taken. */
    OptionalLong id(String name) {
        Long id = ids.get(name);
        return id == null ? OptionalLong.empty() : OptionalLong.of(id);
    }

    /** Why a file was not taken; empty for one that was. */
    Optional<String> refusal(String name) {
        return Optional.ofNullable(refused.get(name));
    }

    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }

    static String hash(String text) {
        return hash(text.getBytes(StandardCharsets.UTF_8));
    }
}
