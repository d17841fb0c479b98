package org.herald.model.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a changed declaration may mean for the items there are. */
public sealed interface KindChange {

    KindName kind();

    /** The kind is not declared any more. */
    record KindRemoved(KindName kind) implements KindChange {}

    /** Its items stand elsewhere, at other addresses. */
    record StandsElsewhere(KindName kind, Kind.Stands before, Kind.Stands now) implements KindChange {}

    record FieldRemoved(KindName kind, Field field) implements KindChange {}

    /** The field has another name, and perhaps another type. */
    record FieldRenamed(KindName kind, Field before, Field now) implements KindChange {}

    /** The values of the field are others than before: a type, a limit, a choice. */
    record TypeChanged(KindName kind, Field before, Field now) implements KindChange {}

    /** The field must be there from now on. */
    record NowRequired(KindName kind, Field field) implements KindChange {}

    /** The field is the same in all languages from now on, or no longer. */
    record SharedChanged(KindName kind, Field now) implements KindChange {}

    /**
     * What is different, kind by kind in the order of the earlier declarations; new kinds and new fields touch nothing.
     *
     * @param renamed the earlier names of fields by their names now, for each kind
     */
    static List<KindChange> between(Kinds before, Kinds now, Map<KindName, Map<String, String>> renamed) {
        var changes = new ArrayList<KindChange>();
        for (Kind earlier : before.all()) {
            now.find(earlier.name())
                    .ifPresentOrElse(
                            later -> changes.addAll(
                                    between(earlier, later, renamed.getOrDefault(earlier.name(), Map.of()))),
                            () -> changes.add(new KindRemoved(earlier.name())));
        }
        return changes;
    }

    private static List<KindChange> between(Kind before, Kind now, Map<String, String> renamed) {
        var changes = new ArrayList<KindChange>();
        KindName kind = now.name();
        if (before.stands() != now.stands()) {
            changes.add(new StandsElsewhere(kind, before.stands(), now.stands()));
        }
        for (Field field : before.fields()) {
            var later = now.field(field.name());
            var other = now.fields().stream()
                    .filter(each -> field.name().equals(renamed.get(each.name())))
                    .findFirst();
            if (later.isPresent()) {
                compare(kind, field, later.get(), changes);
            } else if (other.isPresent()) {
                changes.add(new FieldRenamed(kind, field, other.get()));
                demand(kind, field, other.get(), changes);
            } else {
                changes.add(new FieldRemoved(kind, field));
            }
        }
        now.fields().stream()
                .filter(field -> field.required() != Field.Required.NO)
                .filter(field -> before.field(field.name()).isEmpty() && !renamed.containsKey(field.name()))
                .forEach(field -> changes.add(new NowRequired(kind, field)));
        return changes;
    }

    /**
     * The earlier kinds with those removed fields that are declared again now: items may have kept values of them, which are
     * of the type that the field had.
     */
    static Kinds withReturning(Kinds before, Kinds removed, Kinds now) {
        return new Kinds(before.all().stream()
                .map(kind -> {
                    var fields = new ArrayList<>(kind.fields());
                    fieldsOf(removed, kind.name()).stream()
                            .filter(field -> kind.field(field.name()).isEmpty())
                            .filter(field -> now.find(kind.name())
                                    .flatMap(later -> later.field(field.name()))
                                    .isPresent())
                            .forEach(fields::add);
                    return kind.withFields(fields);
                })
                .toList());
    }

    /**
     * Each kind with the fields that are removed now or were removed earlier and are not declared again, so that it is known
     * later what the values are that items keep of them.
     *
     * @param changes what is different between the earlier kinds and now
     */
    static Kinds removed(Kinds removed, Kinds now, List<KindChange> changes) {
        return new Kinds(now.all().stream()
                .map(kind -> {
                    var fields = new ArrayList<>(fieldsOf(removed, kind.name()));
                    for (KindChange change : changes) {
                        if (change instanceof FieldRemoved(KindName of, Field field) && of.equals(kind.name())) {
                            fields.removeIf(each -> each.name().equals(field.name()));
                            fields.add(field);
                        }
                    }
                    fields.removeIf(field -> kind.field(field.name()).isPresent());
                    return kind.withFields(fields);
                })
                .toList());
    }

    private static List<Field> fieldsOf(Kinds kinds, KindName name) {
        return kinds.find(name).map(Kind::fields).orElse(List.of());
    }

    private static void compare(KindName kind, Field before, Field now, List<KindChange> changes) {
        if (!before.type().equals(now.type())) {
            changes.add(new TypeChanged(kind, before, now));
        }
        demand(kind, before, now, changes);
    }

    private static void demand(KindName kind, Field before, Field now, List<KindChange> changes) {
        if (before.required() == Field.Required.NO && now.required() != Field.Required.NO) {
            changes.add(new NowRequired(kind, now));
        }
        if (before.isShared() != now.isShared()) {
            changes.add(new SharedChanged(kind, now));
        }
    }
}
