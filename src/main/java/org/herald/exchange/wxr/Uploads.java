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
import org.herald.publish.CommandBus;
import org.herald.publish.KeepAddress;
import org.herald.publish.KeepAsset;
import org.herald.publish.UnitOfWork;

/**
 * Takes attachments: each is recorded by its address, with its file where a copy of the uploads is given. Files come in
 * before the store is written to: to look at a picture takes longer than all the rest of it.
 */
final class Uploads {

    private static final long LARGEST = 64L << 20;

    /** Files that are looked at at once; the door itself lets no more pictures in. */
    private static final int AT_ONCE = 2;

    private final Inventory inventory;
    private final ImportOptions options;
    private final UploadDoor door;
    private final Set<AssetId> ofUnpublished = new HashSet<>();

    Uploads(Inventory inventory, ImportOptions options, UploadDoor door) {
        this.inventory = inventory;
        this.options = options;
        this.door = door;
    }

    /** What became of a file: it is kept, or a note says why not. */
    private sealed interface Brought {

        record Kept(Asset asset) implements Brought {}

        record Not(String note) implements Brought {}
    }

    /** Takes these attachments, and says what became of each; one that cannot be taken stops no other. */
    List<ReportEntry> take(CommandBus bus, List<Inventory.Attachment> some) {
        var brought = bring(bus, some);
        return new Passing(bus)
                .each(some, (unit, each) -> List.of(take(unit, each, brought)), () -> () -> {}, this::left);
    }

    private ReportEntry take(
            UnitOfWork unit, Inventory.Attachment attachment, Map<Inventory.Attachment, Brought> brought) {
        var notes = new Notes();
        if (!attachment.description().isEmpty()) {
            notes.add("left out: its description, “" + attachment.description() + "”");
        }
        if (Blank.is(attachment.address())) {
            notes.add("left out: it has no address");
            return entry(attachment, ReportEntry.Became.LEFT_OUT, "", notes);
        }
        var known = unit.recorded(attachment.address());
        if (known.filter(Asset::isPresent).isPresent()) {
            return entry(attachment, ReportEntry.Became.UNCHANGED, path(known.get()), notes);
        }
        switch (brought.get(attachment)) {
            case Brought.Kept(var asset) -> {
                AssetId id = unit.carryOut(new KeepAsset(asset, attachment.address()))
                        .orThrow();
                addresses(unit, attachment, id);
                return entry(attachment, ReportEntry.Became.TAKEN, path(asset), notes);
            }
            case Brought.Not(var note) -> notes.add(note);
            case null -> {} // there are no uploads
        }
        if (known.isEmpty()) {
            addresses(unit, attachment, Targets.record(unit, attachment.address()));
        }
        return entry(
                attachment, known.isEmpty() ? ReportEntry.Became.RECORDED : ReportEntry.Became.UNCHANGED, "", notes);
    }

    /** Makes the page that the old site had for an attachment lead to the item that shows it, or to its file. */
    void keepPage(UnitOfWork unit, Inventory.Attachment attachment) {
        var above = inventory.hasItem(attachment.parent())
                ? unit.imported(inventory.origin(attachment.parent())).map(Imported::item)
                : Optional.<Item>empty();
        var parent = above.map(Item::id);
        var asset = unit.recorded(attachment.address()).map(Asset::id);
        if (above.isPresent() && !above.get().state().isLive()) {
            asset.ifPresent(ofUnpublished::add);
        }
        Optional<KeepAddress.Target> target =
                parent.<KeepAddress.Target>map(KeepAddress.ToItem::new).or(() -> asset.map(KeepAddress.ToFile::new));
        target.ifPresent(to -> {
            inventory.site().path(attachment.page()).ifPresent(path -> keep(unit, to, path));
            if (attachment.id() > 0) {
                inventory.site().asked("attachment_id=" + attachment.id()).forEach(path -> keep(unit, to, path));
            }
        });
        // after all files have their own addresses: one file's first size may be another file
        asset.ifPresent(file -> keep(unit, new KeepAddress.ToFile(file), OldSite.fileKey(attachment.address())));
    }

    /** The files whose post readers do not see, after all pages were kept. */
    Set<AssetId> ofUnpublished() {
        return Set.copyOf(ofUnpublished);
    }

    private void addresses(UnitOfWork unit, Inventory.Attachment attachment, AssetId asset) {
        keep(unit, new KeepAddress.ToFile(asset), OldSite.filePath(attachment.address()));
    }

    /**
     * Brings files that texts name and the media library did not list, before the texts are taken.
     *
     * @param addresses of files of the old site
     */
    void takeNamed(CommandBus bus, Set<String> addresses) {
        var some = addresses.stream()
                .filter(address -> inventory.attachmentAt(address).isEmpty())
                .map(address -> new Inventory.Attachment(0, 0, 0, address, "", "", "", "", "", 0))
                .toList();
        if (some.isEmpty()) {
            return;
        }
        var brought = bring(bus, some);
        bus.together(PostImporter.IMPORTER, unit -> {
            some.forEach(each -> take(unit, each, brought));
            return some.size();
        });
    }

    private void keep(UnitOfWork unit, KeepAddress.Target target, String path) {
        if (!path.equals("/")) {
            unit.carryOut(new KeepAddress(target, options.language(), path));
        }
    }

    /** Brings the files of those attachments that have none here yet. */
    private Map<Inventory.Attachment, Brought> bring(CommandBus bus, List<Inventory.Attachment> some) {
        Path folder = options.uploads();
        if (folder == null) {
            return Map.of();
        }
        var missing = bus.together(
                PostImporter.IMPORTER,
                unit -> some.stream()
                        .filter(each -> !Blank.is(each.address())
                                && unit.recorded(each.address())
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
    ReportEntry left(Inventory.Attachment attachment, String why) {
        var notes = new Notes();
        notes.add(why);
        return entry(attachment, ReportEntry.Became.LEFT_OUT, "", notes);
    }

    private static String path(Asset asset) {
        return asset.path().orElse("");
    }

    private ReportEntry entry(Inventory.Attachment attachment, ReportEntry.Became became, String address, Notes notes) {
        return new ReportEntry(
                attachment.line(),
                "attachment",
                inventory.writtenId(attachment.id()),
                PlainWords.of(attachment.title()),
                became,
                address,
                notes.all());
    }
}
