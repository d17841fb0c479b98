package org.herald.publish;

import org.herald.model.Content;
import org.herald.model.Item;
import org.herald.model.RevisionId;
import org.herald.model.kind.Field;
import org.herald.model.kind.Fields;
import org.herald.model.kind.JsonValue;
import org.herald.model.kind.Kind;

/** A change of shared fields alone: translations show it as it is, and have nothing to catch up with. */
final class SharedAlone {

    private SharedAlone() {}

    /**
     * After a revision was added to an original: the translations of a revision that differs from it in shared fields alone
     * are as up to date with this one.
     */
    static void revised(UnitOfWork unit, Item original, RevisionId revision) {
        Kind kind = unit.kind(original.kind());
        if (original.isTranslation() || kind.shared().isEmpty()) {
            return;
        }
        var items = unit.transaction().items();
        Content words = translated(kind, items.revision(revision).content());
        items.translated(original.group()).stream()
                .filter(before -> !before.equals(revision))
                .filter(before ->
                        translated(kind, items.revision(before).content()).equals(words))
                .forEach(before -> items.followAll(original.group(), before, revision));
    }

    /** What a translation says anew. */
    private static Content translated(Kind kind, Content content) {
        Fields own = content.fields();
        for (Field field : kind.shared()) {
            own = own.with(field.name(), (JsonValue) null);
        }
        return content.withFields(own);
    }
}
