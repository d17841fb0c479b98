package org.herald.exchange.wxr;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.herald.model.Asset;
import org.herald.model.AssetId;
import org.herald.model.Blank;
import org.herald.model.ItemId;
import org.herald.model.Outcome;
import org.herald.publish.Desk;
import org.herald.publish.KeepAddress;
import org.herald.publish.KeepAsset;
import org.herald.publish.Work;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/**
 * Takes attachments: each is recorded by its address, with its file where a copy of the uploads is given. Files come in
 * before the store is written to: to look at a picture takes longer than all the rest of it.
 */
final class Uploads {

    private static final long LARGEST = 64L << 20;

    /** Files that are looked at at once; the door itself lets no more pictures in. */
    private static final int AT_ONCE = 2;

    private final Inventory inventory;
    private final Plan plan;
    private final UploadDoor door;

    Uploads(Inventory inventory, Plan plan, UploadDoor door) {
        this.inventory = inventory;
        this.plan = plan;
        this.door = door;
    }

    /** What became of a file: it is kept, or a note says why not. */
    private sealed interface Brought {

        record Kept(Asset asset) implements Brought {}

        record Not(String note) implements Brought {}
    }

    /** Takes these attachments, and says what became of each. */
    List<Line> take(Desk desk, List<Inventory.Attachment> some) {
        var brought = bring(desk, some);
        return desk.together(
                Taking.IMPORTER,
                work -> some.stream().map(each -> take(work, each, brought)).toList());
    }

    private Line take(Work work, Inventory.Attachment attachment, Map<Inventory.Attachment, Brought> brought) {
        var notes = new Notes();
        if (Blank.is(attachment.address())) {
            notes.add("left out: it has no address");
            return line(attachment, Line.Became.LEFT_OUT, "", notes);
        }
        var known = work.recorded(attachment.address());
        if (known.filter(Asset::isPresent).isPresent()) {
            return line(attachment, Line.Became.UNCHANGED, path(known.get()), notes);
        }
        switch (brought.get(attachment)) {
            case Brought.Kept(var asset) -> {
                AssetId id = work.carryOut(new KeepAsset(asset, attachment.address()))
                        .orThrow();
                addresses(work, attachment, id);
                return line(attachment, Line.Became.TAKEN, path(asset), notes);
            }
            case Brought.Not(var note) -> notes.add(note);
            case null -> {} // there are no uploads
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

    /** Brings the files of those attachments that have none here yet. */
    private Map<Inventory.Attachment, Brought> bring(Desk desk, List<Inventory.Attachment> some) {
        Path folder = plan.uploads();
        if (folder == null) {
            return Map.of();
        }
        var missing = desk.together(
                Taking.IMPORTER,
                work -> some.stream()
                        .filter(each -> !Blank.is(each.address())
                                && work.recorded(each.address())
                                        .filter(Asset::isPresent)
                                        .isEmpty())
                        .toList());
        var brought = new HashMap<Inventory.Attachment, Brought>();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var files = missing.stream()
                    .distinct()
                    .collect(Collectors.toMap(each -> each, each -> threads.submit(() -> bring(folder, each))));
            for (var each : files.entrySet()) {
                brought.put(each.getKey(), each.getValue().get());
            }
        } catch (ExecutionException fault) {
            throw fault.getCause() instanceof WxrFault ours
                    ? ours
                    : new IllegalStateException("The uploads could not be looked at", fault.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new WxrFault("The import was interrupted. What was imported is kept; run the same command again.");
        }
        return brought;
    }

    private Brought bring(Path folder, Inventory.Attachment attachment) {
        var found = candidates(folder, attachment.address());
        if (found == null) {
            return new Brought.Not("its file is not among the uploads");
        }
        try {
            if (Files.size(found) > LARGEST) {
                return new Brought.Not("its file is larger than " + (LARGEST >> 20) + " MB and was not kept");
            }
            return switch (door.incoming().takeOver(found.getFileName().toString(), Files.readAllBytes(found))) {
                case Outcome.Done<Asset>(var asset) -> new Brought.Kept(asset);
                case Outcome.Refused<Asset>(var reasons) ->
                    new Brought.Not("its file was refused: "
                            + reasons.stream().map(door.words()).collect(Collectors.joining(" ")));
            };
        } catch (IOException | UncheckedIOException fault) {
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
