package org.herald.publish;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.herald.model.Item;
import org.herald.model.ItemId;
import org.herald.model.kind.Field;
import org.herald.model.kind.Fields;
import org.herald.model.kind.FilterValue;
import org.herald.model.kind.Kind;

/** The fields that readers see of an item: its own, and of a translation the shared ones of its original. */
final class ShownFields {

    private final UnitOfWork unit;

    ShownFields(UnitOfWork unit) {
        this.unit = unit;
    }

    /** What readers see when a revision of the item has these fields. */
    Fields of(Item item, Fields own) {
        Kind kind = unit.kind(item.kind());
        return item.isTranslation() && !kind.shared().isEmpty()
                ? kind.withShared(own, unit.transaction().items().shownFields(original(item)))
                : own;
    }

    /** Keeps what lists filter and sort by, once readers see these fields. */
    void keepValues(Item item, Fields shown) {
        Kind kind = unit.kind(item.kind());
        var values = new LinkedHashMap<String, List<FilterValue>>();
        for (Field field : kind.fields()) {
            if (isKept(kind, field)) {
                shown.get(field.name())
                        .map(field.type()::filterValues)
                        .ifPresent(each -> values.put(field.name(), each));
            }
        }
        if (kind.fields().stream().anyMatch(field -> isKept(kind, field))) {
            unit.transaction().fieldValues().replace(item, Map.copyOf(values));
        }
    }

    /** True for what lists filter and sort by, and for where entries are, from which maps are drawn. */
    private static boolean isKept(Kind kind, Field field) {
        return field.isSort()
                || field.filter() != Field.Filter.NONE
                || kind.order().by().equals(field.name())
                || kind.place().filter(field::equals).isPresent();
    }

    /** The items and assets that these fields name. */
    Set<String> named(Item item, Fields shown) {
        return unit.kind(item.kind()).named(shown);
    }

    /** The live translations whose pages, cards and values show shared fields of this original. */
    List<Item> translations(Item original) {
        return original.isTranslation() || unit.kind(original.kind()).shared().isEmpty()
                ? List.of()
                : unit.transaction().live().ofGroup(original.group()).stream()
                        .filter(item -> !item.equals(original.id()))
                        .map(item -> unit.transaction().items().find(item).orElseThrow())
                        .toList();
    }

    private static ItemId original(Item translation) {
        return new ItemId(translation.group().value());
    }
}
