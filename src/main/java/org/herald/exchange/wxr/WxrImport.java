package org.herald.exchange.wxr;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.herald.publish.CommandBus;
import org.herald.publish.KeepLibrary;
import org.herald.publish.UnitOfWork;

/**
 * The import of one WordPress export. The file is read twice as a stream: once to know what it holds and that it is whole,
 * once to take it, and once more when posts link to later ones. What was taken is remembered by the post's identity at the
 * old site with a digest, so that a run that ended anywhere, even by a kill, is gone on with by the next.
 */
public final class WxrImport {

    private static final int AT_ONCE = 100;

    /** Hears how far an import is; units are bytes of the file or attachments. */
    @FunctionalInterface
    public interface Progress {
        void at(Step step, long done, long total);
    }

    /** What an import does, in this order. */
    public enum Step {
        READING,
        ATTACHMENTS,
        POSTS,
        LINKS
    }

    /**
     * The site that an export comes from, for a portal that is to be made of it.
     *
     * @param languages the tags of the languages that a multilingual site declared, in its order
     */
    public record Source(String title, String address, String language, Set<String> languages) {

        public Source {
            languages = Collections.unmodifiableSet(new LinkedHashSet<>(languages));
        }
    }

    /**
     * The time zone of the site that an export comes from, or one that has the same clock; none when the file does not tell.
     *
     * @throws WxrFault when the file cannot be read to its end
     */
    public static Optional<ZoneId> zone(Path file) {
        var inventory = Inventory.read(file, _ -> {});
        return inventory.times().best(inventory.told().language());
    }

    private final Path file;
    private final ImportOptions options;
    private final CommandBus bus;
    private final UploadDoor door;
    private final ImportReport report;
    private final Progress progress;
    private final BooleanSupplier isStopped;

    /** @param isStopped asked between batches; true ends the run with what was kept so far */
    public WxrImport(
            Path file,
            ImportOptions options,
            CommandBus bus,
            UploadDoor door,
            ImportReport report,
            Progress progress,
            BooleanSupplier isStopped) {
        this.file = file;
        this.options = options;
        this.bus = bus;
        this.door = door;
        this.report = report;
        this.progress = progress;
        this.isStopped = isStopped;
    }

    /**
     * What the export says of its site.
     *
     * @throws WxrFault when the file cannot be read or is no export
     */
    public static Source source(Path file) {
        try (var reader = WxrReader.open(file)) {
            if (reader.next().orElse(null) instanceof WxrPart.Site site) {
                var languages = new Languages(new OldSite(site.address()));
                var part = reader.next();
                for (; part.isPresent() && !(part.get() instanceof WxrPart.Post); part = reader.next()) {
                    if (part.get() instanceof WxrPart.OtherTerm term) {
                        languages.add(term);
                    }
                }
                return new Source(site.title(), site.address(), site.language(), languages.declared());
            }
            throw new WxrFault(file + " holds nothing.");
        }
    }

    /**
     * Imports the file.
     *
     * @param now when the import begins
     * @return how many parts of each type the file holds; nothing when the run was stopped
     * @throws WxrFault when the file is broken; nothing of it was kept then
     */
    public Optional<Map<String, Integer>> run(Instant now) {
        long size = size();
        var inventory = Inventory.read(file, bytes -> progress.at(Step.READING, bytes, size));
        var passing = new Passing(bus);
        var categories = new Categories(inventory, options);
        report.add(inventory.entries());
        inventory.times().remark(options.zone(), inventory.told().language()).ifPresent(report::remark);
        categories(passing, categories, inventory);
        var uploads = new Uploads(inventory, options, door);
        var attachments = List.copyOf(inventory.attachments().values());
        var mapper = new PostMapper(inventory, options);
        var importer = new PostImporter(inventory, options, categories, mapper, door.words(), now);
        var posts = new PostsStep(inventory, mapper, importer, uploads, passing);
        var waiting = new HashSet<Long>();
        boolean isDone = attachments(uploads, attachments)
                && posts(posts, Step.POSTS, Set.of(), waiting)
                && (waiting.isEmpty() || posts(posts, Step.LINKS, waiting, new HashSet<>()))
                && pages(passing, uploads, attachments);
        if (!isDone) {
            report.stop();
            return Optional.empty();
        }
        bus.carryOut(PostImporter.IMPORTER, new KeepLibrary(uploads.ofUnpublished()))
                .orThrow();
        if (options.isPortalNew()) {
            report.add(new Menus(inventory, options, categories, door.words()).place(bus));
        }
        report.complete(inventory.counts());
        return Optional.of(inventory.counts());
    }

    /** What the posts of one run are taken with. */
    private record PostsStep(
            Inventory inventory, PostMapper mapper, PostImporter importer, Uploads uploads, Passing passing) {}

    private void categories(Passing passing, Categories categories, Inventory inventory) {
        bus.together(PostImporter.IMPORTER, unit -> {
            categories.begin(unit);
            return true;
        });
        report.add(passing.each(
                List.copyOf(inventory.categories().values()),
                categories::add,
                categories::remembered,
                Categories::left));
        report.add(passing.each(inventory.tags(), categories::add, () -> () -> {}, Categories::left));
    }

    private boolean attachments(Uploads uploads, List<Inventory.Attachment> all) {
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            if (isStopped.getAsBoolean()) {
                return false;
            }
            var some = all.subList(from, Math.min(from + AT_ONCE, all.size()));
            report.add(uploads.take(bus, some));
            progress.at(Step.ATTACHMENTS, from + some.size(), all.size());
        }
        return true;
    }

    private boolean pages(Passing passing, Uploads uploads, List<Inventory.Attachment> all) {
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            if (isStopped.getAsBoolean()) {
                return false;
            }
            var some = all.subList(from, Math.min(from + AT_ONCE, all.size()));
            report.addNotes(passing.each(
                    some,
                    (unit, each) -> {
                        uploads.keepPage(unit, each);
                        return List.of();
                    },
                    () -> () -> {},
                    uploads::left));
        }
        return true;
    }

    /**
     * Takes the posts, a batch at a time, while another thread prepares the next.
     *
     * @param only the posts to take; none means all
     * @param waiting filled with the posts that wait for others
     */
    private boolean posts(PostsStep posts, Step step, Set<Long> only, Set<Long> waiting) {
        long size = size();
        try (var preparing = new Preparing(file, posts.inventory(), posts.mapper(), only)) {
            for (var batch = preparing.next(); batch.isPresent(); batch = preparing.next()) {
                if (isStopped.getAsBoolean()) {
                    return false;
                }
                posts.uploads().takeNamed(bus, files(batch.get().posts()));
                var lines = posts.passing()
                        .each(
                                batch.get().posts(),
                                (unit, post) -> take(posts, unit, post, !only.isEmpty(), waiting),
                                posts.importer()::remembered,
                                posts.importer()::left);
                preparing.expectUnchanged(
                        lines.stream().allMatch(entry -> entry.became() == ReportEntry.Became.UNCHANGED)
                                && !lines.isEmpty());
                report.add(lines);
                progress.at(step, batch.get().bytes(), size);
            }
            return true;
        }
    }

    /** The files that these posts name. */
    private static Set<String> files(List<Preparing.Prepared> batch) {
        return batch.stream()
                .flatMap(prepared -> prepared.words().stream())
                .flatMap(words -> words.references().all().stream())
                .filter(References.ToFile.class::isInstance)
                .map(reference -> ((References.ToFile) reference).address())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<ReportEntry> take(
            PostsStep posts, UnitOfWork unit, Preparing.Prepared prepared, boolean isLast, Set<Long> waiting) {
        var post = prepared.post();
        if (!Inventory.ITEMS.contains(post.named().type())) {
            return List.of(leftOut(post));
        }
        var counting = posts.inventory().counting(post);
        if (counting.place() != post.named().place()) {
            return isLast
                    ? List.of()
                    : List.of(posts.importer()
                            .left(prepared, "left out: the same post stands again in line " + counting.line()));
        }
        var line = posts.importer().take(unit, prepared, isLast);
        if (line.isEmpty()) {
            waiting.add(post.named().id());
        }
        return line.stream().toList();
    }

    private static ReportEntry leftOut(WxrPart.Post post) {
        String why = switch (post.named().type()) {
            case "nav_menu_item", "wp_navigation" -> "left out: menus are made anew";
            case "wp_block" -> "it became a part of the posts that use it";
            default -> "left out: nothing here is of the type \"" + post.named().type() + "\"";
        };
        return new ReportEntry(
                post.named().line(),
                post.named().type(),
                post.named().id(),
                post.written().title(),
                ReportEntry.Became.LEFT_OUT,
                "",
                List.of(why));
    }

    private long size() {
        try {
            return Files.size(file);
        } catch (IOException fault) {
            throw new WxrFault("Cannot read " + file + ": " + fault.getMessage() + ".");
        }
    }
}
