package org.herald.exchange.wxr;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.herald.model.Asset;
import org.herald.model.AssetId;
import org.herald.model.Blank;
import org.herald.model.Imported;
import org.herald.model.Item;
import org.herald.model.Outcome;
import org.herald.publish.Desk;
import org.herald.publish.KeepAddress;
import org.herald.publish.KeepAsset;
import org.herald.publish.Work;

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
    private final Set<AssetId> ofUnpublished = new HashSet<>();

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

    /** Takes these attachments, and says what became of each; one that cannot be taken stops no other. */
    List<Line> take(Desk desk, List<Inventory.Attachment> some) {
        var brought = bring(desk, some);
        return new Passing(desk)
                .each(some, (work, each) -> List.of(take(work, each, brought)), () -> () -> {}, this::left);
    }

    private Line take(Work work, Inventory.Attachment attachment, Map<Inventory.Attachment, Brought> brought) {
        var notes = new Notes();
        if (!attachment.description().isEmpty()) {
            notes.add("left out: its description, “" + attachment.description() + "”");
        }
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
        var above = inventory.hasItem(attachment.parent())
                ? work.imported(inventory.origin(attachment.parent())).map(Imported::item)
                : Optional.<Item>empty();
        var parent = above.map(Item::id);
        var asset = work.recorded(attachment.address()).map(Asset::id);
        if (above.isPresent() && !above.get().state().isLive()) {
            asset.ifPresent(ofUnpublished::add);
        }
        Optional<KeepAddress.Target> target =
                parent.<KeepAddress.Target>map(KeepAddress.ToItem::new).or(() -> asset.map(KeepAddress.ToFile::new));
        target.ifPresent(to -> {
            inventory.site().path(attachment.page()).ifPresent(path -> keep(work, to, path));
            if (attachment.id() > 0) {
                inventory.site().asked("attachment_id=" + attachment.id()).forEach(path -> keep(work, to, path));
            }
        });
        // after all files have their own addresses: one file's first size may be another file
        asset.ifPresent(file -> keep(work, new KeepAddress.ToFile(file), OldSite.fileKey(attachment.address())));
    }

    /** The files whose post readers do not see, after all pages were kept. */
    Set<AssetId> ofUnpublished() {
        return Set.copyOf(ofUnpublished);
    }

    private void addresses(Work work, Inventory.Attachment attachment, AssetId asset) {
        keep(work, new KeepAddress.ToFile(asset), OldSite.filePath(attachment.address()));
    }

    /**
     * Brings files that texts name and the media library did not list, before the texts are taken.
     *
     * @param addresses of files of the old site
     */
    void takeNamed(Desk desk, Set<String> addresses) {
        var some = addresses.stream()
                .filter(address -> inventory.attachmentAt(address).isEmpty())
                .map(address -> new Inventory.Attachment(0, 0, 0, address, "", "", "", "", "", 0))
                .toList();
        if (some.isEmpty()) {
            return;
        }
        var brought = bring(desk, some);
        desk.together(Taking.IMPORTER, work -> {
            some.forEach(each -> take(work, each, brought));
            return some.size();
        });
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
        var file = UploadedFile.find(folder, attachment.address());
        if (file.isEmpty()) {
            return new Brought.Not("its file is not among the uploads");
        }
        var found = file.get();
        byte[] bytes;
        try {
            if (Files.size(found) > LARGEST) {
                return new Brought.Not("its file is larger than " + (LARGEST >> 20) + " MB and was not kept");
            }
            bytes = Files.readAllBytes(found);
        } catch (IOException unreadable) {
            return new Brought.Not("its file cannot be read: " + unreadable.getMessage());
        }
        try {
            return switch (door.incoming().takeOver(OldSite.fileName(attachment.address()), bytes)) {
                case Outcome.Done<Asset>(var asset) -> new Brought.Kept(asset);
                case Outcome.Refused<Asset>(var reasons) ->
                    new Brought.Not("its file was refused: "
                            + reasons.stream().map(door.words()).collect(Collectors.joining(" ")));
            };
        } catch (UncheckedIOException fault) {
            throw new WxrFault("The file " + found + " cannot be kept: " + fault.getMessage()
                    + ". What was imported before it is kept; run the same command again to go on.");
        } catch (RuntimeException fault) {
            return new Brought.Not("its file cannot be taken (" + fault + ")");
        }
    }

    /** The line of an attachment that cannot be taken. */
    Line left(Inventory.Attachment attachment, String why) {
        var notes = new Notes();
        notes.add(why);
        return line(attachment, Line.Became.LEFT_OUT, "", notes);
    }

    private static String path(Asset asset) {
        return asset.path().orElse("");
    }

    private Line line(Inventory.Attachment attachment, Line.Became became, String address, Notes notes) {
        return new Line(
                attachment.line(),
                "attachment",
                inventory.writtenId(attachment.id()),
                PlainWords.of(attachment.title()),
                became,
                address,
                notes.all());
    }
}
