package org.herald.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.herald.model.kind.Field;
import org.herald.model.kind.FieldGroup;
import org.herald.model.kind.ItemsType;
import org.herald.model.kind.Kind;
import org.herald.model.kind.KindName;

/**
 * A kind as a file declares it.
 *
 * @param origin where its name stands
 * @param fields where each field stands
 * @param renamed the earlier names of fields, by their names now
 */
record DeclaredKind(Kind kind, Origin origin, Map<String, Origin> fields, Map<String, String> renamed) {

    KindName name() {
        return kind.name();
    }

    boolean isOfProduct() {
        return name().equals(KindName.ARTICLE) || name().equals(KindName.PAGE);
    }

    /** The same kind with further fields. */
    DeclaredKind with(DeclaredKind more, Faults faults) {
        var all = new ArrayList<Field>(kind.fields());
        for (Field field : more.kind.fields()) {
            if (kind.field(field.name()).isPresent()) {
                faults.add(
                        more.fields.getOrDefault(field.name(), more.origin),
                        "the kind \"" + name() + "\" has a field \"" + field.name()
                                + "\" already. Choose another name.");
            } else {
                all.add(field);
            }
        }
        var groups = new ArrayList<FieldGroup>(kind.groups());
        groups.addAll(more.kind.groups());
        var origins = new LinkedHashMap<>(fields);
        origins.putAll(more.fields);
        return new DeclaredKind(
                new Kind(
                        kind.name(),
                        kind.one(),
                        kind.many(),
                        kind.stands(),
                        kind.section(),
                        kind.order(),
                        kind.schemaOrg(),
                        groups,
                        all),
                origin,
                origins,
                more.renamed);
    }

    /** The kinds that fields name, with where they do. */
    Map<KindName, Origin> named() {
        var named = new LinkedHashMap<KindName, Origin>();
        for (Field field : kind.fields()) {
            if (field.type() instanceof ItemsType(var of)) {
                of.forEach(name -> named.put(name, fields.getOrDefault(field.name(), origin)));
            }
        }
        return named;
    }
}
