package org.herald.publish;

import java.text.Normalizer;
import org.herald.model.AssetId;
import org.herald.model.Change;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.Outcome;
import org.herald.model.PageKey;
import org.herald.model.SectionId;
import org.herald.model.Slug;
import org.herald.model.VerbName;

/**
 * Makes an address of an earlier site lead to a thing here. The answer is false when the address already leads
 * somewhere.
 *
 * @param path the decoded address from its first slash; slashes at its end do not count; with its query when that named the thing: {@code /?p=12}
 */
public record KeepAddress(Target target, Language language, String path) implements Verb<Boolean> {

    private static final int LONGEST = 1000;

    /** Where an address leads. */
    public sealed interface Target {}

    public record ToItem(ItemId item) implements Target {}

    public record ToSection(SectionId section) implements Target {}

    /** To the bytes of a file; nothing is there while the asset is only recorded. */
    public record ToFile(AssetId asset) implements Target {}

    /** To the list of a tag. */
    public record ToTag(Slug tag) implements Target {}

    public KeepAddress {
        path = Normalizer.normalize(path, Normalizer.Form.NFC);
        path = path.length() > 1 && path.endsWith("/") ? path.replaceFirst("(?<!/)/+$", "") : path;
    }

    @Override
    public Requirement requirement() {
        return new Requirement.Product();
    }

    @Override
    public Outcome<Boolean> carryOut(UnitOfWork unit) {
        if (!path.startsWith("/") || path.length() > LONGEST || path.chars().anyMatch(Character::isISOControl)) {
            return Outcome.refused("refused.address", path);
        }
        var transaction = unit.transaction();
        var paths = transaction.paths();
        boolean kept;
        switch (target) {
            case ToItem(var item) -> {
                if (transaction.items().find(item).isEmpty()) {
                    return Outcome.refused("refused.item-unknown", item.value());
                }
                kept = paths.addEarlier(item, language, path, unit.now());
            }
            case ToSection(var section) -> {
                if (transaction.sections().path(section).isEmpty()) {
                    return Outcome.refused("refused.section-unknown", section.value());
                }
                kept = paths.addEarlier(section, language, path, unit.now());
            }
            case ToFile(var asset) -> {
                if (transaction.assets().find(asset).isEmpty()) {
                    return Outcome.refused("refused.asset-unknown", asset.value());
                }
                kept = paths.addEarlier(asset, language, path, unit.now());
            }
            case ToTag(var tag) -> kept = paths.addEarlier(tag, language, path, unit.now());
        }
        if (kept) {
            unit.announce(VerbName.KEEP_ADDRESS, new Change.PathChanged(path), PageKey.path(path));
        }
        return Outcome.done(kept);
    }
}
