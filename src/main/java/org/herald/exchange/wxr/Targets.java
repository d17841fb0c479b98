package org.herald.exchange.wxr;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.herald.model.Asset;
import org.herald.model.AssetId;
import org.herald.model.Blank;
import org.herald.publish.CleanContent;
import org.herald.publish.KeepAsset;
import org.herald.publish.UnitOfWork;

/** Finds what the references of one post mean here, inside one unit of work. */
final class Targets {

    private static final AssetId UNKEPT = new AssetId(0);

    private final Inventory inventory;
    private final UnitOfWork unit;
    private final Map<References.Reference, String> found = new HashMap<>();

    Targets(Inventory inventory, UnitOfWork unit) {
        this.inventory = inventory;
        this.unit = unit;
    }

    /** Those of the posts referred to that are not here yet. */
    Set<Long> missing(References references) {
        var missing = new HashSet<Long>();
        for (References.Reference reference : references.all()) {
            if (reference instanceof References.ToPost(long id)) {
                unit.imported(inventory.origin(id))
                        .ifPresentOrElse(
                                here -> found.put(
                                        reference, "item:" + here.item().id()),
                                () -> missing.add(id));
            }
        }
        return missing;
    }

    /** The content with what its references mean here; none of its posts may be missing. */
    CleanContent content(CleanContent content, References references) {
        return references.all().isEmpty()
                ? content
                : content.leading(
                        identity -> references.at(identity).map(this::identity).orElse(identity));
    }

    /** The files that the references name, that the media library does not list, and whose bytes are not here. */
    List<String> absent(References references) {
        return references.all().stream()
                .filter(References.ToFile.class::isInstance)
                .map(reference -> ((References.ToFile) reference).address())
                .distinct()
                .filter(address -> inventory.attachmentAt(address).isEmpty()
                        && unit.recorded(address).filter(Asset::isPresent).isEmpty())
                .toList();
    }

    private String identity(References.Reference reference) {
        return found.computeIfAbsent(reference, missing -> switch (missing) {
            case References.ToFile(String address) -> "asset:" + record(unit, address);
            case References.ToPost _ -> throw new IllegalStateException("Not looked for: " + missing);
        });
    }

    /** Records a file of the old site by its address; its bytes may come later. */
    static AssetId record(UnitOfWork unit, String address) {
        String name = OldSite.fileName(address);
        String shown = Blank.is(name) ? "file" : name.substring(Math.max(0, name.length() - 200));
        return unit.carryOut(new KeepAsset(new Asset(UNKEPT, shown, References.mediaType(name), "", 0, 0, 0), address))
                .orThrow();
    }
}
