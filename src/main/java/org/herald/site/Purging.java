package org.herald.site;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.herald.config.Settings;
import org.herald.model.LedgerEntry;
import org.herald.model.PageKey;
import org.herald.store.ChangeQueries;
import org.herald.web.Cdn;
import org.jspecify.annotations.Nullable;

/**
 * Follows the change ledger and tells the cache in front which pages to remove. How far it has come is kept, so that a
 * change that could not be told is told later, after a restart too. Each change is told twice, the second time a little
 * later: a page may have been on its way to the cache while the first was told.
 */
public final class Purging {

    private static final System.Logger LOG = System.getLogger(Purging.class.getName());
    private static final String FOLLOWER = "in-front";
    private static final int AT_ONCE = 500;
    /** The least of what the caches we know take in one request. */
    private static final int MOST_KEYS = 30;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Settings.InFront inFront;
    private final Cdn cdn;
    private final ChangeQueries changes;
    private final LongSupplier applied;
    private @Nullable HttpClient client; // made when first needed, because most need none; guarded by this
    private List<Set<PageKey>> again = List.of(); // told once, to be told again at the next look; guarded by this
    private boolean isFailing; // so that a cache that is away is logged once; guarded by this

    /**
     * @param applied how far this server has applied the ledger to its own pages: the cache in front is told later, so that
     *     it does not fetch an old page anew
     */
    public Purging(Settings.InFront inFront, Cdn cdn, ChangeQueries changes, LongSupplier applied) {
        this.inFront = inFront;
        this.cdn = cdn;
        this.changes = changes;
        this.applied = applied;
    }

    /** True when there is somebody to tell. */
    public boolean isNeeded() {
        return cdn != Cdn.NONE && inFront.purgeUrl() != null;
    }

    /** Tells everything that changed since the last look; what could not be told is left for the next. */
    public synchronized void refresh() {
        URI url = inFront.purgeUrl();
        if (!isNeeded() || url == null) {
            return;
        }
        try {
            for (var keys : again) {
                tell(url, keys);
            }
            again = List.of();
            catchUp(url);
            isFailing = false;
        } catch (IOException away) {
            if (!isFailing) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "The cache in front could not be told what changed (" + away.getMessage()
                                + "); it is tried again until it can.");
            }
            isFailing = true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void catchUp(URI url) throws IOException, InterruptedException {
        var kept = changes.positionOf(FOLLOWER);
        if (kept.isEmpty()) {
            // a cache that was never told anything has no page of ours that says it may keep it
            changes.keepPosition(FOLLOWER, changes.newest());
            return;
        }
        var told = new ArrayList<Set<PageKey>>();
        var next = after(kept.getAsLong());
        while (!next.isEmpty()) {
            var keys = next.stream()
                    .flatMap(change -> change.keys().stream())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            tell(url, keys);
            told.add(keys);
            changes.keepPosition(FOLLOWER, next.getLast().position());
            next = after(next.getLast().position());
        }
        again = List.copyOf(told);
    }

    private List<LedgerEntry> after(long position) {
        long last = applied.getAsLong();
        return changes.after(position, AT_ONCE).stream()
                .takeWhile(entry -> entry.position() <= last)
                .toList();
    }

    private HttpClient client() {
        HttpClient made = client;
        if (made == null) {
            made = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
            client = made;
        }
        return made;
    }

    private void tell(URI url, Set<PageKey> keys) throws IOException, InterruptedException {
        var all = List.copyOf(keys);
        for (int from = 0; from < all.size(); from += MOST_KEYS) {
            var some = all.subList(from, Math.min(all.size(), from + MOST_KEYS));
            var answer = client().send(request(url, cdn.list(some), some), BodyHandlers.discarding());
            if (answer.statusCode() >= 300) {
                throw new IOException("it answered " + answer.statusCode());
            }
        }
    }

    private HttpRequest request(URI url, String list, List<PageKey> keys) {
        var request = HttpRequest.newBuilder(url).timeout(PATIENCE);
        return switch (cdn) {
            case VARNISH ->
                authorised(request, null)
                        .header("xkey-purge", list)
                        .method("PURGE", BodyPublishers.noBody())
                        .build();
            case FASTLY ->
                authorised(request, "Fastly-Key")
                        .header("Surrogate-Key", list)
                        .POST(BodyPublishers.noBody())
                        .build();
            case CLOUDFLARE ->
                authorised(request, null)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json(keys)))
                        .build();
            case NONE -> throw new IllegalStateException("There is nobody to tell");
        };
    }

    /** @param header the cache's own header for the token; nothing for the usual one (RFC 6750, section 2.1) */
    private HttpRequest.Builder authorised(HttpRequest.Builder request, @Nullable String header) {
        if (inFront.token().isEmpty()) {
            return request;
        }
        return header == null
                ? request.header("Authorization", "Bearer " + inFront.token())
                : request.header(header, inFront.token());
    }

    /** Keys have no character that JSON escapes but the quotation mark and the backslash, which addresses escape. */
    private static String json(List<PageKey> keys) {
        return keys.stream()
                .map(key -> '"' + key.value().replace("\\", "%5C").replace("\"", "%22") + '"')
                .collect(Collectors.joining(",", "{\"tags\":[", "]}"));
    }
}
