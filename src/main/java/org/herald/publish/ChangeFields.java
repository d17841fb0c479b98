package org.herald.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.herald.model.Content;
import org.herald.model.Item;
import org.herald.model.ItemId;
import org.herald.model.Outcome;
import org.herald.model.Outcome.Reason;
import org.herald.model.RevisionId;
import org.herald.model.kind.Field;
import org.herald.model.kind.Fields;
import org.herald.model.kind.JsonValue;
import org.herald.model.kind.Kind;

/**
 * Changes single fields and tags of an item as it is now, by a new revision. A field that another user changed since it was
 * looked at is refused; what else changed meanwhile stays.
 *
 * @param base the revision that was looked at
 * @param values by the names of fields; empty for one that shall have none
 * @param tags those to add and to remove
 */
public record ChangeFields(ItemId item, RevisionId base, Map<String, Optional<JsonValue>> values, Tags tags)
        implements Verb<RevisionId> {

    public ChangeFields {
        values = Map.copyOf(values);
    }

    /** Changes of tags; each may be empty. */
    public record Tags(List<String> added, List<String> removed) {

        public static final Tags NONE = new Tags(List.of(), List.of());

        public Tags {
            added = List.copyOf(added);
            removed = List.copyOf(removed);
        }

        private List<String> of(List<String> tags) {
            var all = new ArrayList<>(tags);
            all.removeAll(removed);
            added.stream().filter(tag -> !all.contains(tag)).forEach(all::add);
            return all;
        }
    }

    @Override
    public Requirement requirement() {
        return new Requirement.Writing(item);
    }

    @Override
    public Outcome<RevisionId> carryOut(UnitOfWork unit) {
        return switch (Transitions.REVISE.check(unit, item)) {
            case Outcome.Refused<Item>(var reasons) -> new Outcome.Refused<>(reasons);
            case Outcome.Done<Item>(var found) -> change(unit, found);
        };
    }

    private Outcome<RevisionId> change(UnitOfWork unit, Item found) {
        Content now = unit.head(found).content();
        Fields seen = unit.transaction()
                .items()
                .earlierRevision(base)
                .filter(revision -> revision.item().equals(item))
                .map(revision -> revision.content().fields())
                .orElse(Fields.NONE);
        Kind kind = unit.kind(found.kind());
        var reasons = new ArrayList<Reason>();
        Fields fields = now.fields();
        for (var each : values.entrySet()) {
            var field = kind.field(each.getKey());
            if (field.isEmpty()) {
                return Outcome.refused("refused.field-undeclared", each.getKey());
            }
            reason(found, field.get(), now.fields(), seen).ifPresent(reasons::add);
            fields = fields.with(each.getKey(), each.getValue().orElse(null));
        }
        if (!reasons.isEmpty()) {
            return new Outcome.Refused<>(reasons);
        }
        Content changed =
                new Content(now.headline(), now.standfirst(), now.picture(), tags.of(now.tags()), now.body(), fields);
        return changed.equals(now) ? Outcome.done(found.head()) : unit.carryOut(new Revise(item, changed, null));
    }

    private Optional<Reason> reason(Item found, Field field, Fields now, Fields seen) {
        if (found.isTranslation() && field.isShared()) {
            return Optional.of(new Reason("refused.field-at-original", List.of(field)));
        }
        var value = now.get(field.name());
        boolean isChanged = !value.equals(seen.get(field.name()));
        return isChanged && !value.equals(values.get(field.name()))
                ? Optional.of(new Reason(
                        "refused.field-changed",
                        List.of(field, value.map(field.type()::text).orElse("–"))))
                : Optional.empty();
    }
}
