package org.herald.exchange.wxr;

import java.net.URLConnection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.herald.model.Blank;

/**
 * What a post leads to, found without a look at the portal: each reference stands in the text as an identity that nothing
 * here has, until {@link Targets} says which thing it is.
 */
final class References {

    /** What is referred to. */
    sealed interface Reference {}

    /** A post of the file. */
    record ToPost(long id) implements Reference {}

    /** A file of the old site, by its address. */
    record ToFile(String address) implements Reference {}

    /** Identities count up from one and do not come so far. */
    private static final long FIRST = 900_000_000_000_000_000L;

    private final Inventory inventory;
    private final Set<Long> unknown;
    private final List<Reference> all = new ArrayList<>();

    /** @param unknown posts that count as none: links to them stay as they are written */
    References(Inventory inventory, Set<Long> unknown) {
        this.inventory = inventory;
        this.unknown = Set.copyOf(unknown);
    }

    List<Reference> all() {
        return all;
    }

    /** The reference that this identity stands for. */
    Optional<Reference> at(String identity) {
        long place = Long.parseLong(identity.substring(identity.indexOf(':') + 1)) - FIRST;
        return place < 0 || place >= all.size() ? Optional.empty() : Optional.of(all.get((int) place));
    }

    /** The identity, for now, of the post that stood at this address. */
    Optional<Long> item(String path) {
        return inventory.itemAt(path).filter(id -> !unknown.contains(id)).map(id -> add(new ToPost(id)));
    }

    /** The identity, for now, of an attachment's file. */
    Optional<Long> attachment(long id) {
        return Optional.ofNullable(inventory.attachments().get(id)).flatMap(this::asset);
    }

    /** The identity, for now, of the file at this address: an attachment's, or another that the old site kept. */
    Optional<Long> file(String url) {
        var attachment = inventory.attachmentAt(url);
        if (attachment.isPresent()) {
            return asset(attachment.get());
        }
        String own = inventory.site().path(url).isPresent()
                ? url
                : inventory.site().behindProxy(url).orElse("");
        if (own.isEmpty() || !isFileName(own)) {
            return Optional.empty();
        }
        return Optional.of(add(new ToFile(OldSite.withoutQuery(inventory.site().whole(own)))));
    }

    private Optional<Long> asset(Inventory.Attachment attachment) {
        return Blank.is(attachment.address()) ? Optional.empty() : Optional.of(add(new ToFile(attachment.address())));
    }

    /** True when both identities stand for the same. */
    boolean isSame(String identity, String other) {
        return identity.startsWith("asset:")
                && other.startsWith("asset:")
                && at(identity)
                        .filter(reference -> at(other).filter(reference::equals).isPresent())
                        .isPresent();
    }

    /** What each identity was at the old site. */
    Map<String, String> written() {
        var written = new HashMap<String, String>();
        for (int i = 0; i < all.size(); i++) {
            switch (all.get(i)) {
                case ToPost(long id) -> written.put("item:" + (FIRST + i), "the post " + id);
                case ToFile(String address) -> written.put("asset:" + (FIRST + i), address);
            }
        }
        return written;
    }

    private long add(Reference reference) {
        all.add(reference);
        return FIRST + all.size() - 1;
    }

    private static final String UNKNOWN = "application/octet-stream";

    /** True for an address whose last word has the ending of a file. */
    static boolean isFileName(String address) {
        return !mediaType(OldSite.fileName(address)).equals(UNKNOWN);
    }

    /** What the name of a file says of what is in it. */
    static String mediaType(String name) {
        String guess = URLConnection.guessContentTypeFromName(name);
        return guess != null
                ? guess
                : name.endsWith(".webp") ? "image/webp" : name.endsWith(".svg") ? "image/svg+xml" : UNKNOWN;
    }
}
