package org.herald.exchange.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.herald.exchange.csv.Column.Role;
import org.herald.exchange.csv.KnownEntries.Entry;
import org.herald.exchange.csv.References.Reference;
import org.herald.model.Body;
import org.herald.model.Content;
import org.herald.model.GroupId;
import org.herald.model.Item;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.Origin;
import org.herald.model.Outcome;
import org.herald.model.Outcome.Reason;
import org.herald.model.SectionId;
import org.herald.model.Slug;
import org.herald.model.State;
import org.herald.model.kind.Field;
import org.herald.model.kind.FieldType;
import org.herald.model.kind.Fields;
import org.herald.model.kind.KindName;
import org.herald.publish.CleanContent;
import org.herald.publish.Create;
import org.herald.publish.Lengths;
import org.herald.publish.Move;
import org.herald.publish.Publish;
import org.herald.publish.Rename;
import org.herald.publish.Revise;
import org.herald.publish.UnitOfWork;
import org.herald.store.EntryQueries.Standing;
import org.jspecify.annotations.Nullable;

/** Writes rows in one transaction: each becomes an entry, or changes of the entry that it became before. */
final class EntryWriter {

    /** In place of a digest: the entry is here, but not all that it names. */
    static final String PENDING = "";

    /** What became of a row. */
    enum Became {
        CREATED,
        REVISED,
        UNCHANGED,
        /** Nothing, or a draft, until the entries are here that it names. */
        WAITING,
        LEFT
    }

    record Written(Became became, List<ImportNote> notes) {}

    /** A row with its texts under the rules of bodies. */
    record Prepared(int ordinal, EntryRow row, Map<Language, CleanContent> clean) {}

    /**
     * What all rows of a run are written with.
     *
     * @param section for new entries whose row names none; null when there is no such section
     * @param isComing true for an entry that a later row of the file brings
     * @param words says why a verb was refused
     */
    record Setting(
            CsvOptions options,
            EntryScope scope,
            Map<String, SectionId> sections,
            @Nullable SectionId section,
            EntryFiles files,
            Predicate<Reference> isComing,
            Function<Reason, String> words) {}

    private final Setting setting;
    private final Map<String, Entry> known;
    private final Map<String, ItemId> targets;
    private final boolean isLast;
    private final Map<String, ItemId> created = new HashMap<>();

    /**
     * @param known the entries that are here, by key
     * @param targets the originals that rows name and that are here, as files name them
     * @param isLast false to wait with a row that names entries of later rows
     */
    EntryWriter(Setting setting, Map<String, Entry> known, Map<String, ItemId> targets, boolean isLast) {
        this.setting = setting;
        this.known = known;
        this.targets = targets;
        this.isLast = isLast;
    }

    /** One text of a row, ready to be written. */
    private record Ready(Language language, EntryRow.Text text, CleanContent content, State wanted) {}

    /** What is known while one row is written. */
    private static final class Writing {
        private final EntryRow row;
        private final @Nullable Entry entry;
        private final List<ImportNote> notes = new ArrayList<>();
        private boolean isWaiting; // for entries of later rows
        private boolean isIncomplete; // something that it names is not here

        Writing(EntryRow row, @Nullable Entry entry) {
            this.row = row;
            this.entry = entry;
        }

        void fault(String column, String value, String message) {
            notes.add(ImportNote.fault(row.line(), column, value, message));
        }

        void note(String column, String message) {
            notes.add(ImportNote.note(row.line(), column, "", message));
        }

        boolean isFaulty() {
            return notes.stream().anyMatch(ImportNote::isFault);
        }

        Language original() {
            return entry == null ? row.original() : entry.original().item().language();
        }
    }

    /** @throws RowFault when a verb refuses it; the transaction is to be taken back then */
    Written take(UnitOfWork unit, Prepared prepared) {
        var writing = new Writing(prepared.row(), known.get(prepared.row().key()));
        lookAtReferences(writing);
        if (!writing.isFaulty() && writing.isWaiting && writing.entry != null) {
            return new Written(Became.WAITING, List.of());
        }
        var ready = ready(unit, writing, prepared);
        if (writing.isFaulty()) {
            return new Written(Became.LEFT, writing.notes);
        }
        boolean isChanged = false;
        GroupId group =
                writing.entry == null ? null : writing.entry.original().item().group();
        for (Ready each : ready) {
            var standing = writing.entry == null ? Optional.<Standing>empty() : writing.entry.in(each.language());
            if (standing.isPresent()) {
                isChanged |= change(unit, writing, standing.get(), each);
            } else {
                ItemId item = create(unit, writing, each, group);
                group = group == null ? new GroupId(item.value()) : group;
                isChanged = true;
            }
        }
        if (group != null) {
            created.put(name(writing.row.key()), new ItemId(group.value()));
        }
        if (writing.isWaiting) {
            return new Written(Became.WAITING, List.of());
        }
        var became = writing.entry == null ? Became.CREATED : isChanged ? Became.REVISED : Became.UNCHANGED;
        return new Written(writing.isFaulty() ? Became.LEFT : became, writing.notes);
    }

    private String name(String key) {
        return setting.options().kind().name() + "/" + key;
    }

    private OptionalLong id(Reference reference) {
        ItemId here = reference.id();
        if (here != null) {
            return OptionalLong.of(here.value());
        }
        if (reference.isFile()) {
            return setting.files().id(reference.name());
        }
        ItemId target = Optional.ofNullable(created.get(reference.text())).orElse(targets.get(reference.text()));
        return target == null ? OptionalLong.empty() : OptionalLong.of(target.value());
    }

    private void lookAtReferences(Writing writing) {
        for (Reference reference : writing.row.references().all()) {
            if (id(reference).isPresent()) {
                continue;
            }
            KindName kind = reference.kind();
            if (kind == null) {
                writing.fault(
                        reference.column(),
                        reference.name(),
                        setting.files().refusal(reference.name()).orElse("there is no file of this name."));
            } else if (!isLast && setting.isComing().test(reference)) {
                writing.isWaiting = true;
            } else {
                writing.isIncomplete = true;
                writing.notes.add(ImportNote.note(
                        writing.row.line(),
                        reference.column(),
                        reference.text(),
                        "there is no such entry yet; the row was taken without it. Import it, and then this"
                                + " file again."));
            }
        }
    }

    /** The texts of a row as they are to be saved, the original first; what is wrong with them is noted. */
    private List<Ready> ready(UnitOfWork unit, Writing writing, Prepared prepared) {
        var row = writing.row;
        var ready = new ArrayList<Ready>();
        Language original = writing.original();
        if (!row.texts().containsKey(original) && !row.shared().values().isEmpty()) {
            writing.note(
                    "",
                    "the shared fields were left as they are, because the row has nothing in " + original
                            + ", the language of the original, which holds them.");
        }
        var ordered = new LinkedHashMap<Language, EntryRow.Text>();
        if (row.texts().containsKey(original)) {
            ordered.put(original, row.texts().get(original));
        }
        ordered.putAll(row.texts());
        ordered.forEach((language, text) -> {
            var before = Optional.ofNullable(writing.entry)
                    .flatMap(entry -> entry.in(language))
                    .map(Standing::item)
                    .map(item -> unit.head(item).content());
            CleanContent clean = prepared.clean().get(language);
            if (clean != null) {
                boolean isOriginal = language.equals(original);
                var content = content(writing, language, clean, before, isOriginal);
                State wanted = wanted(writing, language, text, content.content().fields(), isOriginal);
                lookAtLengths(writing, language, content.content());
                ready.add(new Ready(language, text, content, wanted));
            }
        });
        return ready;
    }

    private CleanContent content(
            Writing writing, Language language, CleanContent clean, Optional<Content> before, boolean isOriginal) {
        IntFunction<OptionalLong> ids = place -> id(writing.row.references().at(place));
        CleanContent linked = clean;
        if (writing.isWaiting || writing.isIncomplete) {
            String html = clean.content().body().html();
            String without = References.withoutLost(html, ids);
            linked = without.equals(html)
                    ? clean
                    : CleanContent.of(clean.content().withBody(new Body(without)));
        }
        linked = linked.leading(identity -> {
            int colon = identity.indexOf(':');
            var id = ids.apply(References.place(identity.substring(colon + 1)));
            return identity.substring(0, colon + 1) + id.orElse(0);
        });
        var own = linked.content();
        Fields fields = before.map(Content::fields).orElse(Fields.NONE);
        fields = put(fields, language, own.fields(), ids);
        if (isOriginal) {
            fields = put(fields, null, writing.row.shared(), ids);
        }
        return before.isEmpty()
                ? linked.withFields(fields)
                : merged(before.get(), own, language)
                        .map(CleanContent::of)
                        .orElse(linked)
                        .withFields(fields);
    }

    /** The fields with those of which the file has a column. */
    private Fields put(Fields fields, @Nullable Language language, Fields values, IntFunction<OptionalLong> ids) {
        Fields all = fields;
        for (String name : setting.scope().fields(language)) {
            FieldType type = setting.options().kind().field(name).orElseThrow().type();
            all = all.with(
                    name,
                    values.get(name)
                            .map(value -> References.resolved(type, value, ids))
                            .orElse(null));
        }
        return all;
    }

    /** The content with what is said here already where the file has no column; empty when it has all. */
    private Optional<Content> merged(Content before, Content own, Language language) {
        var scope = setting.scope();
        var pictured = scope.has(Role.PICTURE, null) ? own.picture() : before.picture();
        var merged = new Content(
                own.headline(),
                scope.has(Role.STANDFIRST, language) ? own.standfirst() : before.standfirst(),
                pictured,
                scope.has(Role.TAGS, language) ? own.tags() : before.tags(),
                scope.has(Role.BODY, language) ? own.body() : before.body(),
                own.fields());
        return merged.equals(own) ? Optional.empty() : Optional.of(merged);
    }

    /** The state that the text is to have, by the row or else by what is required of it. */
    private State wanted(Writing writing, Language language, EntryRow.Text text, Fields fields, boolean isOriginal) {
        State typed = text.state();
        State wanted = typed != null ? typed : setting.options().isDraft() ? State.DRAFT : State.PUBLISHED;
        for (Field field : setting.options().kind().fields()) {
            boolean isOwn = isOriginal || !field.isShared();
            if (field.required() == Field.Required.NO
                    || !isOwn
                    || fields.get(field.name()).isPresent()) {
                continue;
            }
            String column = new Column(Role.FIELD, field.isShared() ? null : language, field, "").name();
            boolean isMissing = field.required() == Field.Required.TO_SAVE || typed == State.PUBLISHED;
            if (isMissing && !writing.isWaiting) {
                writing.fault(column, "", "is required. Fill it in.");
            } else if (wanted == State.PUBLISHED && !writing.isWaiting) {
                writing.note(column, "is required; the entry in " + language + " was left a draft.");
                wanted = State.DRAFT;
            }
        }
        return wanted;
    }

    private static void lookAtLengths(Writing writing, Language language, Content content) {
        for (Reason reason : Lengths.check(content)) {
            var arguments = reason.arguments();
            writing.fault(
                    String.valueOf(arguments.get(0)).toLowerCase(Locale.ROOT) + ":" + language,
                    "",
                    "is too long: " + arguments.get(1) + " characters, " + arguments.get(2) + " are the most.");
        }
    }

    private Origin origin(Writing writing, Ready ready) {
        String digest = writing.isWaiting || writing.isIncomplete
                ? PENDING
                : ready.text().digest();
        return new Origin(
                EntryKeys.origin(setting.options().kind().name(), writing.row.key(), ready.language()), digest);
    }

    private ItemId create(UnitOfWork unit, Writing writing, Ready ready, @Nullable GroupId group) {
        String slug = ready.text().slug();
        ItemId item = done(unit.carryOut(new Create(
                setting.options().kind().name(),
                ready.language(),
                group,
                section(writing),
                Slug.parse(slug == null ? writing.row.key() : slug).orElse(null),
                ready.content(),
                origin(writing, ready))));
        if (ready.wanted() == State.PUBLISHED && !writing.isWaiting) {
            publish(unit, writing, item, ready);
        }
        return item;
    }

    private SectionId section(Writing writing) {
        String path = writing.row.section();
        SectionId section = path != null
                ? setting.sections().get(path)
                : writing.entry != null ? writing.entry.original().item().section() : setting.section();
        if (section == null) {
            throw new RowFault(
                    "the row names no section, and there is no section that shows the kind alone. Name one with"
                            + " --section, or in a column section.");
        }
        return section;
    }

    private void publish(UnitOfWork unit, Writing writing, ItemId item, Ready ready) {
        switch (unit.carryOut(new Publish(item, ready.text().published()))) {
            case Outcome.Done<String> _ -> {}
            case Outcome.Refused<String>(var reasons) -> {
                if (ready.text().state() != null || ready.text().published() != null) {
                    throw new RowFault(said(reasons));
                }
                writing.note("", "the entry in " + ready.language() + " was left a draft: " + said(reasons));
            }
        }
    }

    /** Changes an item that is here; false when it is as the row has it. */
    private boolean change(UnitOfWork unit, Writing writing, Standing standing, Ready ready) {
        Item item = standing.item();
        if (standing.originDigest().equals(ready.text().digest())) {
            return false; // nothing changed in the file; what an editor has changed here stays
        }
        if (unit.item(item.id()).filter(item::equals).isEmpty()) {
            throw new RowFault(
                    "the entry in " + ready.language() + " was changed here at this moment. Run the import again.");
        }
        if (item.state() == State.WITHDRAWN) {
            writing.note("", "the entry in " + ready.language() + " was withdrawn here and stays so.");
            return false;
        }
        String digest = ready.content().content().digest();
        boolean isSame = digest.equals(standing.head()) || digest.equals(standing.shown());
        if (!isSame && isWrittenHere(standing) && unit.hasRevision(item.id(), digest)) {
            writing.note(
                    "",
                    "the row is as the entry in " + ready.language()
                            + " was before an editor changed it here; the change stays.");
            return false;
        }
        boolean isChanged = place(unit, writing, item, ready);
        if (!isSame) {
            refuseToOverwrite(standing, ready);
            boolean isOurs = standing.origin().isEmpty() || standing.origin().startsWith(EntryKeys.BEGINNING);
            done(unit.carryOut(new Revise(item.id(), ready.content(), isOurs ? origin(writing, ready) : null)));
        }
        boolean isPublishable = item.state().isLive()
                ? !isSame
                : item.state() == State.DRAFT
                        && (!isSame
                                || ready.text().state() != null
                                || (standing.originDigest().equals(PENDING)
                                        && !standing.origin().isEmpty()));
        if (ready.wanted() == State.PUBLISHED && isPublishable) {
            publish(unit, writing, item.id(), ready);
            isChanged = true;
        } else if (!isSame && item.state().isLive()) {
            writing.note("", "the change of the entry in " + ready.language() + " waits here as a draft.");
        }
        return isChanged || !isSame;
    }

    /** True for what stands in no file yet, and is not to be overwritten. */
    private boolean isWrittenHere(Standing standing) {
        return isKeptFromRows(standing) && standing.origin().isEmpty();
    }

    private boolean isKeptFromRows(Standing standing) {
        boolean isByPerson = standing.headBy().value() > 0;
        return isByPerson && !setting.options().isOverwriting();
    }

    private void refuseToOverwrite(Standing standing, Ready ready) {
        if (!isKeptFromRows(standing)) {
            return;
        }
        if (!standing.shown().isEmpty() && !standing.shown().equals(standing.head())) {
            throw new RowFault("a change of the entry in " + ready.language()
                    + " waits here to be published. Publish or discard it, or import with --overwrite.");
        }
        if (isWrittenHere(standing)) {
            throw new RowFault("an editor wrote the entry in " + ready.language()
                    + " here, and the row says something else. Export it to see both, or import with --overwrite to"
                    + " take the row.");
        }
        if (!standing.originDigest().isEmpty() && standing.origin().startsWith(EntryKeys.BEGINNING)) {
            throw new RowFault("an editor has changed the entry in " + ready.language()
                    + " here since it was imported, and the row has changed, too. Export it to see both, or import with"
                    + " --overwrite to take the row.");
        }
    }

    /** Puts the item where the row says; false when it says nothing else. */
    private boolean place(UnitOfWork unit, Writing writing, Item item, Ready ready) {
        boolean isPlaced = false;
        String path = writing.row.section();
        SectionId section = path == null ? null : setting.sections().get(path);
        if (section != null && !section.equals(item.section())) {
            done(unit.carryOut(new Move(item.id(), section)));
            isPlaced = true;
        }
        String slug = ready.text().slug();
        boolean isRenamed = slug != null && setting.scope().has(Role.SLUG, ready.language());
        if (slug != null && isRenamed && !slug.equals(item.slug().value())) {
            done(unit.carryOut(new Rename(item.id(), slug)));
            isPlaced = true;
        }
        return isPlaced;
    }

    private <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> value;
            case Outcome.Refused<T>(var reasons) -> throw new RowFault(said(reasons));
        };
    }

    private String said(List<Reason> reasons) {
        return reasons.stream().map(setting.words()).collect(Collectors.joining(" "));
    }
}
