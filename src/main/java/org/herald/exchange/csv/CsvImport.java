package org.herald.exchange.csv;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.herald.exchange.csv.EntryWriter.Became;
import org.herald.exchange.csv.EntryWriter.Prepared;
import org.herald.exchange.csv.EntryWriter.Setting;
import org.herald.exchange.csv.EntryWriter.Written;
import org.herald.exchange.csv.References.Reference;
import org.herald.media.Incoming;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.Outcome.Reason;
import org.herald.model.Principal;
import org.herald.model.SectionId;
import org.herald.model.Spelling;
import org.herald.model.kind.KindName;
import org.herald.publish.CleanContent;
import org.herald.publish.CommandBus;
import org.herald.store.Database;
import org.herald.store.EntryQueries;
import org.herald.store.OutlineQueries;
import org.jspecify.annotations.Nullable;

/**
 * The import of one file of entries. The file is read as a stream: once to find every fault, before anything is written;
 * once to write its rows in batches, each in one transaction, while another thread prepares the next; and once more for rows
 * that name entries of later rows. A row with a fault is left out, and no other. Entries are known by their keys and rows by
 * a digest, so that a second run changes nothing, and one that was stopped goes on.
 */
public final class CsvImport {

    private static final int AT_ONCE = 200;

    /** What an import does, in this order. */
    public enum Step {
        CHECKING,
        WRITING,
        JOINING
    }

    /** Hears how far an import is, in rows; the total is 0 while it is unknown. */
    @FunctionalInterface
    public interface Progress {
        void at(Step step, long done, long total);
    }

    /**
     * Where entries are written to.
     *
     * @param bus with the clock by which it happens
     * @param principal who does it; one that the product brings
     */
    public record Target(Database database, CommandBus bus, Principal principal) {}

    /**
     * Files that come with the file of entries.
     *
     * @param brought the bytes of a file by the name that rows give it; empty when it does not come along
     * @param incoming the door of all pictures, with its limits
     */
    public record Files(Function<String, Optional<byte[]>> brought, Incoming incoming) {}

    /**
     * Who follows an import.
     *
     * @param notes hears of each fault, and of what was understood
     * @param isStopped asked between batches; true ends the run with what was written so far
     */
    public record Listener(Consumer<ImportNote> notes, Progress progress, BooleanSupplier isStopped) {

        /** One that hears of notes alone. */
        public static Listener of(Consumer<ImportNote> notes) {
            return new Listener(notes, (_, _, _) -> {}, () -> false);
        }
    }

    private final EntrySource source;
    private final CsvOptions options;
    private final Target target;
    private final EntryFiles files;
    private final KnownEntries known;
    private final EntryQueries queries;
    private final Function<Reason, String> words;
    private final Listener listener;
    private final Map<String, Integer> lines = new HashMap<>(); // of all rows, by key
    private final Set<String> brokenKeys = new HashSet<>();
    private final BitSet broken = new BitSet();
    private final Tally tally = new Tally();

    /** @param words says why something was refused */
    public CsvImport(
            EntryFile file,
            CsvOptions options,
            Target target,
            Files files,
            Function<Reason, String> words,
            Listener listener) {
        this(new RowEntries(file, options, words), options, target, files, words, listener);
    }

    /** The import of entries that are no rows. */
    public CsvImport(
            EntrySource source,
            CsvOptions options,
            Target target,
            Files files,
            Function<Reason, String> words,
            Listener listener) {
        this.source = source;
        this.options = options;
        this.target = target;
        this.queries = new EntryQueries(target.database());
        this.files = new EntryFiles(files.brought(), files.incoming(), queries, words);
        this.known = new KnownEntries(queries, options.languages());
        this.words = words;
        this.listener = listener;
    }

    /**
     * Imports the file.
     *
     * @throws CsvFault when the file cannot be read, a column is unknown or no section is known; nothing was written then
     */
    public ImportResult run() {
        var sections = new LinkedHashMap<String, SectionId>();
        new OutlineQueries(target.database()).sections().forEach(section -> sections.put(section.path(), section.id()));
        EntryScope scope;
        @Nullable SectionId section;
        try (var rows = source.open(sections.keySet())) {
            scope = rows.scope();
            section = section(sections, rows.hasSections());
            rows.notes().forEach(listener.notes());
            check(rows);
        } catch (IOException fault) {
            throw unreadable(fault);
        }
        var setting = new Setting(options, scope, sections, section, files, this::isComing, words);
        var waiting = new BitSet();
        boolean isDone =
                write(setting, Step.WRITING, waiting) && (waiting.isEmpty() || write(setting, Step.JOINING, waiting));
        return tally.result(!isDone);
    }

    private CsvFault unreadable(IOException fault) {
        return new CsvFault("Cannot read " + source.name() + ": " + fault + ".");
    }

    /** The section for new entries whose rows name none. */
    private @Nullable SectionId section(Map<String, SectionId> sections, boolean hasColumn) {
        String path = options.section();
        if (path != null) {
            var named = Optional.ofNullable(sections.get(path.replaceAll("^/+|/+$", "")));
            return named.orElseThrow(() -> new CsvFault("Nothing was imported: there is no section \"" + path + "\"."
                    + Spelling.nearest(path, sections.keySet())
                            .map(near -> " Did you mean \"" + near + "\"?")
                            .orElse("")));
        }
        String ofDirectory = options.kind().section();
        if (ofDirectory != null) {
            var directory = new OutlineQueries(target.database()).followed(List.of(ofDirectory));
            if (!directory.isEmpty()) {
                return directory.get(ofDirectory);
            }
        }
        var all = queries.sections(options.kind().name());
        if (all.isEmpty() && !hasColumn) {
            throw new CsvFault("Nothing was imported: no section has entries of the kind "
                    + options.kind().name()
                    + " yet, so it is not known where they belong. Name their section with --section, or in a column"
                    + " \"section\".");
        }
        return all.size() == 1 ? all.getFirst() : null;
    }

    /** A name of an entry of this kind that no row before had. */
    private record Later(int ordinal, int line, Reference reference) {}

    /** Reads the whole file and notes every fault that can be known before writing. */
    private void check(EntrySource.Reading rows) {
        var later = new ArrayList<Later>();
        int ordinal = 0;
        for (var read = rows.next(); read.isPresent(); read = rows.next(), ordinal++) {
            int line = read.get().line();
            var noting = read.get().noting();
            String key = read.get().key();
            Integer before = key.isEmpty() ? null : lines.putIfAbsent(key, line);
            if (before != null) {
                noting.fault(source.keyName(), key, "the row in line " + before + " has the same key.");
            }
            for (Reference reference :
                    new LinkedHashSet<>(noting.references().all())) { // each language names the picture
                lookAt(reference, noting, new Later(ordinal, line, reference), later);
            }
            if (noting.isFaulty()) {
                leave(ordinal, before == null ? key : "", noting.notes());
            } else {
                noting.notes().forEach(listener.notes());
            }
            if (ordinal % AT_ONCE == 0) {
                listener.progress().at(Step.CHECKING, ordinal, 0);
            }
        }
        tally.setRows(ordinal);
        lookAtLater(later);
    }

    private void leave(int ordinal, String key, List<ImportNote> notes) {
        if (!broken.get(ordinal)) {
            broken.set(ordinal);
            tally.add(Became.LEFT);
        }
        if (!key.isEmpty()) {
            brokenKeys.add(key);
        }
        notes.forEach(listener.notes());
    }

    private void lookAt(Reference reference, Noting noting, Later here, List<Later> later) {
        if (reference.id() != null) {
            return;
        }
        if (reference.isFile()) {
            if (!files.isThere(reference.name())) {
                noting.notes()
                        .add(
                                ImportNote.fault(
                                        here.line(),
                                        reference.column(),
                                        reference.name(),
                                        "there is no file of this name: neither beside the file of entries nor in the portal."));
            }
        } else if (options.kind().name().equals(reference.kind()) && !lines.containsKey(reference.name())) {
            later.add(here);
        }
    }

    /** Names that are neither in the file nor in the portal are faults. */
    private void lookAtLater(List<Later> later) {
        later.removeIf(each -> lines.containsKey(each.reference().name()));
        for (int from = 0; from < later.size(); from += AT_ONCE) {
            var some = later.subList(from, Math.min(from + AT_ONCE, later.size()));
            var keys = new HashSet<String>();
            some.forEach(each -> keys.add(each.reference().name()));
            var here = known.originals(options.kind().name(), keys).keySet();
            for (Later each : some) {
                if (!here.contains(each.reference().name())) {
                    var fault = ImportNote.fault(
                            each.line(),
                            each.reference().column(),
                            each.reference().text(),
                            "there is no such entry: neither in the file nor in the portal."
                                    + Spelling.nearest(each.reference().name(), lines.keySet())
                                            .map(near -> " Did you mean "
                                                    + options.kind().name() + "/" + near + "?")
                                            .orElse(""));
                    leave(each.ordinal(), "", List.of(fault));
                }
            }
        }
    }

    private boolean isComing(Reference reference) {
        return options.kind().name().equals(reference.kind())
                && lines.containsKey(reference.name())
                && !brokenKeys.contains(reference.name());
    }

    /**
     * Writes rows in batches while another thread prepares the next.
     *
     * @param waiting in the first pass filled with rows that wait for others; in the last one the rows to write
     * @return false when the run was stopped
     */
    private boolean write(Setting setting, Step step, BitSet waiting) {
        boolean isLast = step == Step.JOINING;
        try (var rows = source.open(setting.sections().keySet());
                var thread = Executors.newSingleThreadExecutor()) {
            var batches = new Batches(rows, isLast ? waiting : null);
            Future<List<Prepared>> next = thread.submit(batches::next);
            while (true) {
                var batch = taken(next);
                if (batch.isEmpty()) {
                    return true;
                }
                if (listener.isStopped().getAsBoolean()) {
                    return false;
                }
                next = thread.submit(batches::next);
                write(setting, batch, isLast, waiting);
                listener.progress().at(step, batch.getLast().ordinal() + 1, tally.rows());
            }
        } catch (IOException fault) {
            throw unreadable(fault);
        }
    }

    private static List<Prepared> taken(Future<List<Prepared>> batch) {
        try {
            return batch.get();
        } catch (ExecutionException fault) {
            throw fault.getCause() instanceof RuntimeException ours
                    ? ours
                    : new IllegalStateException("A file of entries could not be read", fault.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new CsvFault("The import was interrupted. What was imported is kept; run the same command again.");
        }
    }

    /** Reads the rows of the next batches. */
    private final class Batches {
        private final EntrySource.Reading rows;
        private final @Nullable BitSet only;
        private int ordinal; // of the next row

        Batches(EntrySource.Reading rows, @Nullable BitSet only) {
            this.rows = rows;
            this.only = only;
        }

        List<Prepared> next() {
            var batch = new ArrayList<Prepared>();
            boolean isAtEnd = false;
            while (!isAtEnd && batch.size() < AT_ONCE) {
                int here = ordinal++;
                if (broken.get(here) || (only != null && !only.get(here))) {
                    isAtEnd = !rows.skip();
                    continue;
                }
                var read = rows.next();
                isAtEnd = read.isEmpty();
                read.flatMap(EntrySource.Read::row)
                        .map(entry -> prepared(here, entry))
                        .ifPresent(batch::add);
            }
            return batch;
        }

        private Prepared prepared(int here, EntryRow entry) {
            var names = new ArrayList<String>();
            entry.references().all().stream()
                    .filter(Reference::isFile)
                    .forEach(file -> names.add(file.name() + ' ' + files.digest(file.name())));
            var texts = new LinkedHashMap<Language, EntryRow.Text>();
            var clean = new HashMap<Language, CleanContent>();
            entry.texts().forEach((language, text) -> {
                String digest = names.isEmpty() ? text.digest() : EntryFiles.hash(text.digest() + names);
                texts.put(
                        language,
                        new EntryRow.Text(text.content(), text.slug(), text.state(), text.published(), digest));
                clean.put(language, CleanContent.of(text.content()));
            });
            return new Prepared(
                    here,
                    new EntryRow(
                            entry.line(),
                            entry.key(),
                            entry.section(),
                            entry.original(),
                            texts,
                            entry.shared(),
                            entry.references()),
                    clean);
        }
    }

    private void write(Setting setting, List<Prepared> batch, boolean isLast, BitSet waiting) {
        var keys = new HashSet<String>();
        batch.forEach(each -> keys.add(each.row().key()));
        var here = known.find(options.kind().name(), keys);
        var changed = batch.stream()
                .filter(each -> !isUnchanged(each.row(), here.get(each.row().key())))
                .toList();
        int unchanged = batch.size() - changed.size();
        tally.addUnchanged(unchanged);
        if (changed.isEmpty()) {
            return;
        }
        var names = new HashSet<String>();
        var targets = new HashMap<KindName, Set<String>>();
        for (Prepared each : changed) {
            for (Reference reference : each.row().references().all()) {
                KindName kind = reference.kind();
                if (reference.id() != null) {
                    continue;
                }
                if (kind == null) {
                    names.add(reference.name());
                } else {
                    targets.computeIfAbsent(kind, _ -> new HashSet<>()).add(reference.name());
                }
            }
        }
        files.take(target.bus(), target.principal(), names);
        var originals = new HashMap<String, ItemId>();
        targets.forEach((kind, wanted) ->
                known.originals(kind, wanted).forEach((key, id) -> originals.put(kind + "/" + key, id)));
        each(changed, () -> new EntryWriter(setting, here, originals, isLast), (prepared, written) -> {
            if (written.became() == Became.WAITING) {
                waiting.set(prepared.ordinal());
            } else {
                tally.add(
                        isLast && isCreatedNow(here.get(prepared.row().key()), written)
                                ? Became.CREATED
                                : written.became());
            }
            written.notes().forEach(listener.notes());
        });
    }

    /** True for an entry of which this run created the draft that waited. */
    private static boolean isCreatedNow(KnownEntries.@Nullable Entry entry, Written written) {
        return written.became() == Became.REVISED
                && entry != null
                && entry.original().shown().isEmpty()
                && entry.original().originDigest().equals(EntryWriter.PENDING)
                && entry.original().origin().startsWith(EntryKeys.BEGINNING);
    }

    private static boolean isUnchanged(EntryRow row, KnownEntries.@Nullable Entry entry) {
        return entry != null
                && row.texts().entrySet().stream()
                        .allMatch(text -> entry.in(text.getKey())
                                .filter(item -> item.originDigest()
                                        .equals(text.getValue().digest()))
                                .isPresent());
    }

    /** Hears what became of a row once it is kept. */
    @FunctionalInterface
    private interface Told {
        void of(Prepared prepared, Written written);
    }

    /** Writes rows in one transaction, and when one of them cannot be written, in smaller ones until it is alone. */
    private void each(List<Prepared> rows, Supplier<EntryWriter> writers, Told told) {
        var written = attempt(rows, writers);
        if (written.isPresent()) {
            for (int place = 0; place < rows.size(); place++) {
                told.of(rows.get(place), written.get().get(place));
            }
        } else {
            int half = rows.size() / 2;
            each(rows.subList(0, half), writers, told);
            each(rows.subList(half, rows.size()), writers, told);
        }
    }

    /** What became of rows; empty when one of several cannot be written, so that none was. */
    private Optional<List<Written>> attempt(List<Prepared> rows, Supplier<EntryWriter> writers) {
        try {
            return Optional.of(target.bus().together(target.principal(), unit -> {
                var writer = writers.get();
                return rows.stream().map(row -> writer.take(unit, row)).toList();
            }));
        } catch (RuntimeException fault) {
            if (!CommandBus.isOfContent(fault) || fault instanceof CsvFault) {
                throw fault;
            }
            if (rows.size() > 1) {
                return Optional.empty();
            }
            String why = fault instanceof RowFault ours
                    ? String.valueOf(ours.getMessage())
                    : "the row cannot be taken (" + fault + ").";
            int line = rows.getFirst().row().line();
            return Optional.of(List.of(new Written(Became.LEFT, List.of(ImportNote.fault(line, "", "", why)))));
        }
    }
}
