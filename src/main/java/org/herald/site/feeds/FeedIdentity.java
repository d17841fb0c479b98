package org.herald.site.feeds;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;
import org.herald.model.ItemId;

/**
 * Makes the identities of feeds and of their entries: UUIDs by name (RFC 9562, section 5.3) in the space of the portal. They
 * are made of what stays when a slug, a section, the name of the portal or its host changes.
 */
public final class FeedIdentity {

    private static final int BYTES = 16;

    private final byte[] portal;

    /**
     * The identities of one portal.
     *
     * @param portal 32 hexadecimal digits
     */
    public FeedIdentity(String portal) {
        this.portal = HexFormat.of().parseHex(portal);
        if (this.portal.length != BYTES) {
            throw new IllegalArgumentException("No identity of a portal: " + portal);
        }
    }

    /** Of the entry of an item. */
    public String of(ItemId item) {
        return named("item:" + item.value());
    }

    /**
     * Of the feed of a list.
     *
     * @param list as the ledger calls it, with its language
     */
    public String ofFeed(String list) {
        return named("feed:" + list);
    }

    private String named(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        var whole = ByteBuffer.allocate(BYTES + bytes.length).put(portal).put(bytes);
        return "urn:uuid:" + UUID.nameUUIDFromBytes(whole.array());
    }
}
