package org.herald.exchange.wxr;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.herald.media.FolderFiles;
import org.herald.model.Asset;
import org.herald.model.AssetId;
import org.herald.model.ItemId;
import org.herald.publish.KeepAddress;
import org.herald.publish.KeepAsset;
import org.herald.publish.Work;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** Takes attachments: each is recorded by its address, with its file where a copy of the uploads is given. */
final class Uploads {

    private static final long LARGEST = 64L << 20;

    private final Inventory inventory;
    private final Plan plan;
    private final FolderFiles files;

    Uploads(Inventory inventory, Plan plan, FolderFiles files) {
        this.inventory = inventory;
        this.plan = plan;
        this.files = files;
    }

    Line take(Work work, Inventory.Attachment attachment) {
        var notes = new Notes();
        if (attachment.address().isBlank()) {
            notes.add("left out: it has no address");
            return line(attachment, Line.Became.LEFT_OUT, "", notes);
        }
        var known = work.recorded(attachment.address());
        if (known.filter(Asset::isPresent).isPresent()) {
            return line(attachment, Line.Became.UNCHANGED, path(known.get()), notes);
        }
        var file = file(attachment, notes);
        if (file.isPresent()) {
            AssetId id = work.carryOut(new KeepAsset(file.get(), attachment.address()))
                    .orThrow();
            addresses(work, attachment, id);
            return line(attachment, Line.Became.TAKEN, path(file.get()), notes);
        }
        if (known.isEmpty()) {
            addresses(work, attachment, Targets.record(work, attachment.address()));
        }
        return line(attachment, known.isEmpty() ? Line.Became.RECORDED : Line.Became.UNCHANGED, "", notes);
    }

    /** Makes the page that the old site had for an attachment lead to the item that shows it, or to its file. */
    void keepPage(Work work, Inventory.Attachment attachment) {
        var parent = inventory.hasItem(attachment.parent())
                ? work.imported(Targets.origin(inventory.site(), attachment.parent()))
                        .map(found -> found.item().id())
                : Optional.<ItemId>empty();
        var asset = work.recorded(attachment.address()).map(Asset::id);
        Optional<KeepAddress.Target> target =
                parent.<KeepAddress.Target>map(KeepAddress.ToItem::new).or(() -> asset.map(KeepAddress.ToFile::new));
        target.ifPresent(to -> {
            inventory.site().path(attachment.page()).ifPresent(path -> keep(work, to, path));
            keep(work, to, "/?attachment_id=" + attachment.id());
        });
    }

    private void addresses(Work work, Inventory.Attachment attachment, AssetId asset) {
        String path = attachment.address().replaceFirst("^(https?:)?//[^/]*", "");
        keep(work, new KeepAddress.ToFile(asset), OldSite.decoded(path));
    }

    private void keep(Work work, KeepAddress.Target target, String path) {
        if (!path.equals("/")) {
            work.carryOut(new KeepAddress(target, plan.language(), path));
        }
    }

    private Optional<Asset> file(Inventory.Attachment attachment, Notes notes) {
        Path folder = plan.uploads();
        if (folder == null) {
            return Optional.empty();
        }
        var found = candidates(folder, attachment.address());
        if (found == null) {
            notes.add("its file is not among the uploads");
            return Optional.empty();
        }
        try {
            if (Files.size(found) > LARGEST) {
                notes.add("its file is larger than " + (LARGEST >> 20) + " MB and was not kept");
                return Optional.empty();
            }
            var kept = files.keep(found.getFileName().toString(), Files.readAllBytes(found));
            if (kept.isEmpty()) {
                notes.add("its file is of no kind that is kept: JPEG, PNG, GIF, WebP, SVG, PDF");
            }
            return kept;
        } catch (IOException fault) {
            throw new WxrFault("The file " + found + " cannot be kept: " + fault.getMessage()
                    + ". What was imported before it is kept; run the same command again to go on.");
        }
    }

    /** The file in the folder that this address means; never one outside the folder. */
    private static @Nullable Path candidates(Path folder, String address) {
        String path = OldSite.decoded(address.replaceFirst("^(https?:)?//[^/]*/", ""));
        int uploads = path.indexOf("uploads/");
        for (String each : List.of(uploads < 0 ? path : path.substring(uploads + 8), path)) {
            try {
                Path file = folder.resolve(each).normalize();
                if (file.startsWith(folder.normalize()) && Files.isRegularFile(file)) {
                    return file;
                }
            } catch (InvalidPathException none) {
                return null;
            }
        }
        return null;
    }

    private static String path(Asset asset) {
        return asset.path().orElse("");
    }

    private static Line line(Inventory.Attachment attachment, Line.Became became, String address, Notes notes) {
        return new Line(
                attachment.line(),
                "attachment",
                attachment.id(),
                Jsoup.parse(attachment.title()).text(),
                became,
                address,
                notes.all());
    }
}
