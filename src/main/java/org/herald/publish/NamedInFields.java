package org.herald.publish;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.herald.model.Asset;
import org.herald.model.AssetId;
import org.herald.model.ItemId;
import org.herald.model.Outcome.Reason;
import org.herald.model.kind.FieldType;
import org.herald.model.kind.GalleryType;
import org.herald.model.kind.ItemsType;
import org.herald.model.kind.JsonValue;
import org.herald.model.kind.KindName;
import org.herald.model.kind.PictureType;
import org.herald.store.Transaction;

/** Whether what a field names is there, and is what the field may name. */
final class NamedInFields {

    private static final String ITEM = "item:";
    private static final String ASSET = "asset:";

    private final Transaction transaction;

    NamedInFields(Transaction transaction) {
        this.transaction = transaction;
    }

    /** Why this value, which is one of the type, may not be saved; absent when it may. */
    Optional<Reason> fault(FieldType type, JsonValue value) {
        return type.named(value).stream()
                .flatMap(named -> named.startsWith(ITEM)
                        ? ofItem(type, named.substring(ITEM.length())).stream()
                        : ofAsset(type, named.substring(ASSET.length())).stream())
                .findFirst();
    }

    private Optional<Reason> ofItem(FieldType type, String number) {
        var item = transaction.items().find(new ItemId(Long.parseLong(number)));
        if (item.isEmpty()) {
            return reason("refused.field-item-unknown", number);
        }
        return type instanceof ItemsType(List<KindName> of)
                        && !of.isEmpty()
                        && !of.contains(item.get().kind())
                ? reason(
                        "refused.field-item-kind",
                        number,
                        of.stream().map(KindName::word).collect(Collectors.joining(", ")))
                : Optional.empty();
    }

    private Optional<Reason> ofAsset(FieldType type, String number) {
        Optional<Asset> asset = transaction.assets().find(new AssetId(Long.parseLong(number)));
        if (asset.isEmpty()) {
            return reason("refused.field-asset-unknown", number);
        }
        boolean isForPictures = type instanceof PictureType || type instanceof GalleryType;
        return isForPictures && !asset.get().isPicture()
                ? reason("refused.field-no-picture", number)
                : Optional.empty();
    }

    private static Optional<Reason> reason(String key, Object... arguments) {
        return Optional.of(new Reason(key, List.of(arguments)));
    }
}
