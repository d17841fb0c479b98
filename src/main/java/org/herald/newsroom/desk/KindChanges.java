package org.herald.newsroom.desk;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.herald.model.Blank;
import org.herald.model.Language;
import org.herald.model.Outcome;
import org.herald.model.Outcome.Reason;
import org.herald.model.RevisionId;
import org.herald.model.SectionId;
import org.herald.model.Words;
import org.herald.model.kind.Field;
import org.herald.model.kind.Fields;
import org.herald.model.kind.JsonValue;
import org.herald.model.kind.Kind;
import org.herald.newsroom.FieldErrors;
import org.herald.newsroom.FieldText;
import org.herald.newsroom.NewsroomFrames;
import org.herald.newsroom.NewsroomFrames.Area;
import org.herald.newsroom.NewsroomQueries;
import org.herald.newsroom.OpenItems;
import org.herald.newsroom.Parts;
import org.herald.newsroom.Reasons;
import org.herald.newsroom.Refusal;
import org.herald.newsroom.Sections;
import org.herald.newsroom.TypedNumber;
import org.herald.newsroom.desk.KindChangePage.Chosen;
import org.herald.newsroom.desk.KindChangePage.Line;
import org.herald.publish.ChangeFields;
import org.herald.publish.Move;
import org.herald.publish.Tried;
import org.herald.publish.Verb;
import org.herald.store.OpenItemQueries.OpenItem;

/** Changes of items in the table of their kind: cell by cell, or one change of several items after a preview. */
@Singleton
public final class KindChanges {

    static final String FIELD = "field-";
    private static final String TAG_ADD = "tag-add";
    private static final String TAG_REMOVE = "tag-remove";
    private static final String SECTION = "section";
    private static final String VALUE = "value-";

    private final NewsroomFrames frames;
    private final NewsroomQueries queries;
    private final OpenItems items;
    private final ItemActions actions;

    public KindChanges(NewsroomFrames frames, NewsroomQueries queries, OpenItems items, ItemActions actions) {
        this.frames = frames;
        this.queries = queries;
        this.items = items;
        this.actions = actions;
    }

    /** Saves the cells that were changed, each item by itself; answers what was refused. */
    KindTableScreen.Refused save(Kind kind, MultivaluedMap<String, String> form) {
        var values = new LinkedHashMap<String, String>();
        var wrong = new LinkedHashMap<Long, List<String>>();
        Batch.of(form.getOrDefault("row", List.of())).revisions().forEach((id, revision) -> {
            var typed = new LinkedHashMap<Field, String>();
            kind.fields()
                    .forEach(field -> Optional.ofNullable(form.getFirst(KindTableScreen.input(id, field)))
                            .filter(_ -> KindTableView.isEditable(field.type()))
                            .ifPresent(text -> typed.put(field, text)));
            var reasons = saved(kind, id, new RevisionId(revision), typed);
            if (!reasons.isEmpty()) {
                wrong.put(id, Reasons.say(frames.words(), reasons));
                typed.forEach((field, text) -> values.put(KindTableScreen.input(id, field), text));
            }
        });
        return new KindTableScreen.Refused(Map.copyOf(values), Map.copyOf(wrong));
    }

    private List<Reason> saved(Kind kind, long id, RevisionId base, Map<Field, String> typed) {
        var open = items.find(id).filter(found -> found.item().kind().equals(kind.name()));
        if (open.isEmpty()) {
            return List.of(new Reason("refused.item-unknown", List.of(id)));
        }
        Fields seen = queries.revisions()
                .find(base)
                .filter(revision -> revision.item().equals(open.get().item().id()))
                .map(revision -> revision.content().fields())
                .orElse(Fields.NONE);
        var changed = new LinkedHashMap<String, Optional<JsonValue>>();
        typed.forEach((field, text) -> {
            String before = seen.get(field.name())
                    .map(value -> field.type().shown(value).getOrDefault("", ""))
                    .orElse("");
            if (!before.equals(text.strip())) {
                changed.put(field.name(), Optional.ofNullable(field.type().typed(Map.of("", text))));
            }
        });
        if (changed.isEmpty()) {
            return List.of();
        }
        var verb = new ChangeFields(open.get().item().id(), base, changed, ChangeFields.Tags.NONE);
        return actions.carryOut(verb) instanceof Outcome.Refused<?>(var reasons) ? reasons : List.of();
    }

    /** Asks which change it shall be. */
    KindChangePage ask(Kind kind, Batch batch, String query, List<Reason> reasons, Chosen chosen) {
        Words words = frames.words();
        var fields = kind.fields().stream()
                .filter(field -> KindTableView.isEditable(field.type()))
                .map(field -> new KindChangePage.Settable(
                        FIELD + field.name(),
                        KindTableScreen.input(
                                field,
                                VALUE + FIELD + field.name(),
                                Parts.label(words, field),
                                chosen.is(FIELD + field.name()) ? chosen.value() : "",
                                words)))
                .toList();
        var lines = batch.revisions().keySet().stream()
                .flatMap(id -> found(kind, id).stream())
                .map(open -> line(open, "", "", "change", List.of()))
                .toList();
        return page(
                kind, "ask", query, fields, lines, chosen, FieldErrors.placed(words, reasons, _ -> Optional.empty()));
    }

    /** What the form chose. */
    static Chosen chosen(MultivaluedMap<String, String> form) {
        String what = Optional.ofNullable(form.getFirst("what")).orElse("");
        String value = Optional.ofNullable(form.getFirst(VALUE + what))
                .or(() -> Optional.ofNullable(form.getFirst("value")))
                .orElse("");
        return new Chosen(what, value.strip(), "");
    }

    /** What keeps the chosen change from being made of any item at all. */
    List<Reason> faults(Kind kind, Chosen chosen) {
        var field = field(kind, chosen);
        if (field.isPresent()) {
            var value = field.get().type().typed(Map.of("", chosen.value()));
            return value == null
                    ? List.of()
                    : field.get().type().fault(value).stream()
                            .map(fault -> new Reason(
                                    fault.key(),
                                    Stream.concat(Stream.of(field.get()), fault.arguments().stream())
                                            .toList()))
                            .toList();
        }
        boolean isKnown = switch (chosen.what()) {
            case TAG_ADD, TAG_REMOVE -> !Blank.is(chosen.value());
            case SECTION -> TypedNumber.read(chosen.value()).isPresent();
            default -> false;
        };
        return isKnown ? List.of() : List.of(new Reason("refused.change-none", List.of()));
    }

    private static Optional<Field> field(Kind kind, Chosen chosen) {
        return chosen.what().startsWith(FIELD)
                ? kind.field(chosen.what().substring(FIELD.length()))
                        .filter(field -> KindTableView.isEditable(field.type()))
                : Optional.empty();
    }

    /** Says what the change would do to each item, or does it and says what became of each. */
    KindChangePage carryOut(Kind kind, Batch batch, String query, Chosen chosen, boolean isPreview) {
        Words words = frames.words();
        var lines = new ArrayList<Line>();
        batch.revisions()
                .forEach((id, revision) -> found(kind, id)
                        .ifPresentOrElse(
                                open -> lines.add(line(kind, open, new RevisionId(revision), chosen, isPreview)),
                                () -> lines.add(new Line(
                                        id,
                                        "",
                                        words.say("kinds.gone", id.toString()),
                                        words.tag(),
                                        "",
                                        "",
                                        "refused",
                                        List.of()))));
        return page(
                kind,
                isPreview ? "preview" : "done",
                query,
                List.of(),
                lines,
                new Chosen(chosen.what(), chosen.value(), said(kind, chosen)),
                FieldErrors.NONE);
    }

    private Optional<OpenItem> found(Kind kind, long id) {
        return items.find(id).filter(open -> open.item().kind().equals(kind.name()));
    }

    private Line line(Kind kind, OpenItem open, RevisionId seen, Chosen chosen, boolean isPreview) {
        Words words = frames.words();
        String before = now(kind, open, chosen);
        String after = after(kind, open, chosen);
        RevisionId base = isPreview ? open.head().id() : seen;
        Verb<?> verb = verb(kind, open, base, chosen);
        var outcome = isPreview ? tried(verb) : actions.carryOut(verb);
        if (outcome instanceof Outcome.Refused<?>(var reasons)) {
            return line(open, before, after, "refused", Reasons.say(words, reasons));
        }
        return line(open, before, after, before.equals(after) ? "same" : "change", List.of());
    }

    private <T> Outcome<T> tried(Verb<T> verb) {
        return actions.carryOut(new Tried<>(verb));
    }

    private static Verb<?> verb(Kind kind, OpenItem open, RevisionId base, Chosen chosen) {
        var item = open.item().id();
        var tags = Arrays.stream(chosen.value().split(",", -1))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .toList();
        return switch (chosen.what()) {
            case SECTION -> new Move(item, new SectionId(Long.parseLong(chosen.value())));
            case TAG_ADD -> new ChangeFields(item, base, Map.of(), new ChangeFields.Tags(tags, List.of()));
            case TAG_REMOVE -> new ChangeFields(item, base, Map.of(), new ChangeFields.Tags(List.of(), tags));
            default -> {
                Field field = field(kind, chosen).orElseThrow(Refusal::notThere);
                var value = Optional.ofNullable(field.type().typed(Map.of("", chosen.value())));
                yield new ChangeFields(item, base, Map.of(field.name(), value), ChangeFields.Tags.NONE);
            }
        };
    }

    private String now(Kind kind, OpenItem open, Chosen chosen) {
        return switch (chosen.what()) {
            case SECTION -> sections().title(open.item().section());
            case TAG_ADD, TAG_REMOVE -> String.join(", ", open.head().content().tags());
            default ->
                field(kind, chosen)
                        .flatMap(field -> open.head()
                                .content()
                                .fields()
                                .get(field.name())
                                .map(value -> FieldText.of(field, value, frames.words())))
                        .orElse("");
        };
    }

    private String after(Kind kind, OpenItem open, Chosen chosen) {
        var tags = new ArrayList<>(open.head().content().tags());
        var typed = Arrays.stream(chosen.value().split(",", -1))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .toList();
        return switch (chosen.what()) {
            case TAG_ADD -> {
                typed.stream().filter(tag -> !tags.contains(tag)).forEach(tags::add);
                yield String.join(", ", tags);
            }
            case TAG_REMOVE -> {
                tags.removeAll(typed);
                yield String.join(", ", tags);
            }
            default -> value(kind, chosen);
        };
    }

    /** The chosen value in words; empty for none. */
    private String value(Kind kind, Chosen chosen) {
        return switch (chosen.what()) {
            case SECTION -> sections().title(new SectionId(Long.parseLong(chosen.value())));
            case TAG_ADD, TAG_REMOVE -> chosen.value();
            default ->
                field(kind, chosen)
                        .flatMap(field -> Optional.ofNullable(field.type().typed(Map.of("", chosen.value())))
                                .map(value -> FieldText.of(field, value, frames.words())))
                        .orElse("");
        };
    }

    private String said(Kind kind, Chosen chosen) {
        Words words = frames.words();
        String value = value(kind, chosen);
        return field(kind, chosen)
                .map(field -> value.isEmpty()
                        ? words.say("kinds.say-empty", Parts.label(words, field))
                        : words.say("kinds.say-field", Parts.label(words, field), value))
                .orElseGet(() -> words.say("kinds.say-" + chosen.what(), value));
    }

    private Sections sections() {
        return queries.sections(new Language(frames.words().tag()));
    }

    private static Line line(OpenItem open, String before, String after, String result, List<String> reasons) {
        var item = open.item();
        return new Line(
                item.id().value(),
                item.id() + "-" + open.head().id(),
                open.head().content().headline(),
                item.language().tag(),
                before,
                after,
                result,
                reasons);
    }

    private KindChangePage page(
            Kind kind,
            String step,
            String query,
            List<KindChangePage.Settable> fields,
            List<Line> lines,
            Chosen chosen,
            FieldErrors errors) {
        Words words = frames.words();
        return new KindChangePage(
                frames.frame(words.say("kinds.change-" + step, lines.size()), Area.DESK),
                step,
                new KindChangePage.Back("/newsroom/kinds/" + kind.name(), query),
                fields,
                sections().choices(chosen.is(SECTION) ? chosen.value() : ""),
                lines,
                chosen,
                errors);
    }
}
