package org.herald.exchange.wxr;

import java.net.URLConnection;
import java.util.Optional;
import org.herald.model.Asset;
import org.herald.model.AssetId;
import org.herald.model.Imported;
import org.herald.model.ItemId;
import org.herald.publish.KeepAsset;
import org.herald.publish.Work;

/** Finds what the addresses of the old site mean here, inside one piece of work at the desk. */
final class Targets {

    private static final AssetId UNKEPT = new AssetId(0);

    private final Inventory inventory;
    private final Work work;
    private boolean hasForwardLinks; // found while links are written

    Targets(Inventory inventory, Work work) {
        this.inventory = inventory;
        this.work = work;
    }

    /** The name by which items of this export are known again. */
    static String origin(OldSite site, long id) {
        return "wxr " + site.address() + " " + id;
    }

    /** True when a post was asked for that the file holds but that is not here yet. */
    boolean hasForwardLinks() {
        return hasForwardLinks;
    }

    Optional<ItemId> item(String path) {
        var named = inventory.itemAt(path);
        var here = named.flatMap(id -> work.imported(origin(inventory.site(), id)))
                .map(Imported::item)
                .map(item -> item.id());
        hasForwardLinks |= named.isPresent() && here.isEmpty();
        return here;
    }

    /** The asset that an attachment became. */
    Optional<AssetId> attachment(long id) {
        return Optional.ofNullable(inventory.attachments().get(id)).flatMap(this::asset);
    }

    /** The asset whose file this address means: an attachment, or another file that the old site kept. */
    Optional<AssetId> file(String url) {
        var attachment = inventory.attachmentAt(url);
        if (attachment.isPresent()) {
            return asset(attachment.get());
        }
        boolean isOwn = inventory.site().path(url).isPresent();
        if (!isOwn || mediaType(OldSite.fileName(url)).equals("application/octet-stream")) {
            return Optional.empty();
        }
        String address = url.startsWith("/") ? inventory.site().address() + url : url;
        return Optional.of(record(work, OldSite.withoutQuery(address)));
    }

    private Optional<AssetId> asset(Inventory.Attachment attachment) {
        return work.recorded(attachment.address()).map(Asset::id);
    }

    /** Records a file of the old site by its address; its bytes may come later. */
    static AssetId record(Work work, String address) {
        String name = OldSite.fileName(address);
        String shown = name.isBlank() ? "file" : name.substring(Math.max(0, name.length() - 200));
        return work.carryOut(new KeepAsset(new Asset(UNKEPT, shown, mediaType(name), "", 0, 0, 0), address))
                .orThrow();
    }

    private static String mediaType(String name) {
        String guess = URLConnection.guessContentTypeFromName(name);
        return guess != null
                ? guess
                : name.endsWith(".webp")
                        ? "image/webp"
                        : name.endsWith(".svg") ? "image/svg+xml" : "application/octet-stream";
    }
}
