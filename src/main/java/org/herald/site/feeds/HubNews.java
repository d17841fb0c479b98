package org.herald.site.feeds;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.herald.model.LedgerEntry;
import org.herald.model.PageKey;
import org.herald.store.ChangeQueries;
import org.jspecify.annotations.Nullable;

/**
 * Follows the change ledger and tells the hub which feeds changed (WebSub, section 6), so that those who asked there hear of
 * it within seconds. How far it has come is kept: what could not be told is told later, after a restart too. A hub that does
 * not answer is asked again after ever longer pauses.
 */
public final class HubNews {

    private static final System.Logger LOG = System.getLogger(HubNews.class.getName());
    private static final String FOLLOWER = "hub";
    private static final int AT_ONCE = 500;
    private static final int FAULT_OF_HUB = 500;
    private static final int TOO_MANY = 429;
    private static final int REFUSED = 400;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final String hub;
    private final ChangeQueries changes;
    private final LongSupplier applied;
    private final Function<Collection<PageKey>, List<String>> feeds;
    private final InstantSource clock;
    private final Deque<String> untold = new ArrayDeque<>(); // of the changes up to the next position; guarded by this
    private OptionalLong next = OptionalLong.empty(); // the position to keep when all of them are told; guarded by this
    private Duration pause = FIRST_PAUSE; // before the next attempt after a failure; guarded by this
    private Instant notBefore = Instant.MIN; // of the next attempt; guarded by this
    private @Nullable HttpClient client; // made when first needed, because most need none; guarded by this

    /**
     * @param hub its address; empty for none
     * @param applied how far this server has applied the ledger to its own pages: the hub is told later, so that it does not
     *     fetch an old feed
     * @param feeds the addresses of the feeds that are made from what these keys name
     */
    public HubNews(
            String hub,
            ChangeQueries changes,
            LongSupplier applied,
            Function<Collection<PageKey>, List<String>> feeds,
            InstantSource clock) {
        this.hub = hub;
        this.changes = changes;
        this.applied = applied;
        this.feeds = feeds;
        this.clock = clock;
    }

    /** True when there is somebody to tell. */
    public boolean isNeeded() {
        return !hub.isEmpty();
    }

    /** Tells everything that changed since the last look; what could not be told is left for later. */
    public synchronized void refresh() {
        if (!isNeeded() || clock.instant().isBefore(notBefore)) {
            return;
        }
        try {
            while (tellSome()) {
                pause = FIRST_PAUSE;
            }
        } catch (IOException away) {
            if (pause.equals(FIRST_PAUSE)) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "The hub could not be told of changed feeds (" + away.getMessage()
                                + "); it is tried again until it can.");
            }
            notBefore = clock.instant().plus(pause);
            pause = pause.multipliedBy(2);
            pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tells what some changes did to feeds; false when there is nothing more. */
    private boolean tellSome() throws IOException, InterruptedException {
        if (next.isEmpty() && !lookForward()) {
            return false;
        }
        while (!untold.isEmpty()) {
            tell(untold.getFirst());
            untold.removeFirst();
        }
        changes.keepPosition(FOLLOWER, next.orElseThrow());
        next = OptionalLong.empty();
        return true;
    }

    private boolean lookForward() {
        var kept = changes.positionOf(FOLLOWER);
        if (kept.isEmpty()) {
            // who subscribes now has just read the feed
            changes.keepPosition(FOLLOWER, changes.newest());
            return false;
        }
        long last = applied.getAsLong();
        var some = changes.after(kept.getAsLong(), AT_ONCE).stream()
                .takeWhile(entry -> entry.position() <= last)
                .toList();
        if (some.isEmpty()) {
            return false;
        }
        var keys = new LinkedHashSet<PageKey>();
        some.stream().map(LedgerEntry::keys).forEach(keys::addAll);
        untold.addAll(feeds.apply(keys));
        next = OptionalLong.of(some.getLast().position());
        return true;
    }

    /** A hub that knows better than to be told of a feed is not told again. */
    private void tell(String feed) throws IOException, InterruptedException {
        String topic = URLEncoder.encode(feed, StandardCharsets.UTF_8);
        var answer = client().send(
                        HttpRequest.newBuilder(URI.create(hub))
                                .timeout(PATIENCE)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(
                                        "hub.mode=publish&hub.topic=" + topic + "&hub.url=" + topic))
                                .build(),
                        BodyHandlers.discarding());
        int status = answer.statusCode();
        if (status >= FAULT_OF_HUB || status == TOO_MANY) {
            throw new IOException("it answered " + status);
        }
        if (status >= REFUSED) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The hub answered {0} when it was told that {1} changed",
                    status,
                    feed);
        }
    }

    private HttpClient client() {
        HttpClient made = client;
        if (made == null) {
            made = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
            client = made;
        }
        return made;
    }
}
