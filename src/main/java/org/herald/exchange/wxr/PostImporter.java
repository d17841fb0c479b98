package org.herald.exchange.wxr;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.herald.model.GroupId;
import org.herald.model.Imported;
import org.herald.model.Item;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.Origin;
import org.herald.model.Outcome;
import org.herald.model.Outcome.Reason;
import org.herald.model.Principal;
import org.herald.model.SectionId;
import org.herald.model.Slug;
import org.herald.model.Slugs;
import org.herald.model.State;
import org.herald.model.kind.KindName;
import org.herald.publish.CleanContent;
import org.herald.publish.Create;
import org.herald.publish.KeepAddress;
import org.herald.publish.Publish;
import org.herald.publish.Revise;
import org.herald.publish.Schedule;
import org.herald.publish.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** Takes posts and pages: each becomes an item, or a revision of the item that it became before. */
final class PostImporter {

    static final Principal IMPORTER = Principal.WXR_IMPORTER;

    private static final Set<String> LEFT_OUT = Set.of("trash", "auto-draft", "inherit");

    private final Inventory inventory;
    private final ImportOptions options;
    private final Categories categories;
    private final PostMapper mapper;
    private final Function<Reason, String> words;
    private final ZoneId zone;
    private final Instant now;
    private final Map<String, GroupId> groups = new HashMap<>();

    /**
     * @param words says why a verb was refused
     * @param now when the import began, which tells what is still to come
     */
    PostImporter(
            Inventory inventory,
            ImportOptions options,
            Categories categories,
            PostMapper mapper,
            Function<Reason, String> words,
            Instant now) {
        this.inventory = inventory;
        this.options = options;
        this.categories = categories;
        this.mapper = mapper;
        this.words = words;
        this.zone = inventory.times().zone(options.zone(), inventory.told().language());
        this.now = now;
    }

    /** Remembers what was taken so far; what it returns forgets what was taken since. */
    Runnable remembered() {
        var before = Map.copyOf(groups);
        return () -> {
            groups.clear();
            groups.putAll(before);
        };
    }

    static boolean isLeftOut(String status) {
        return LEFT_OUT.contains(status);
    }

    /**
     * Takes one post.
     *
     * @param isLast false to wait with a post whose links lead to posts that are not here yet
     * @return what became of it; nothing when it waits
     */
    Optional<ReportEntry> take(UnitOfWork unit, Preparing.Prepared prepared, boolean isLast) {
        var post = prepared.post();
        var named = post.named();
        if (isLeftOut(named.status())) {
            return entry(
                    post,
                    ReportEntry.Became.LEFT_OUT,
                    "",
                    List.of("left out: its status is \"" + named.status() + "\""));
        }
        String origin = inventory.origin(named.id());
        var known = unit.imported(origin);
        if (known.isPresent()) {
            var item = known.get().item();
            translations(post).ifPresent(name -> groups.putIfAbsent(name, item.group()));
            if (known.get().digest().equals(prepared.digest())) {
                return entry(post, ReportEntry.Became.UNCHANGED, "", List.of());
            }
            if (!unit.head(item).savedBy().equals(IMPORTER)) {
                String why = "left out: an editor has changed it here since it was imported";
                return entry(post, ReportEntry.Became.LEFT_OUT, "", List.of(why));
            }
        }
        var targets = new Targets(inventory, unit);
        var words = prepared.words().orElseGet(() -> mapper.of(post, Set.of()));
        var missing = targets.missing(words.references());
        if (!missing.isEmpty()) {
            words = mapper.of(post, missing);
        }
        boolean waits = !missing.isEmpty() && !isLast;
        var kept = new Origin(origin, waits ? Digest.PENDING : prepared.digest());
        var content = targets.content(words.content(), words.references());
        ItemId item = keep(unit, post, known.map(Imported::item).orElse(null), content, kept, words.notes());
        addresses(unit, post, item, words.notes());
        for (String file : targets.absent(words.references())) {
            words.notes().add("recorded: a file that readers do not find until it is brought, " + file);
        }
        if (waits) {
            return Optional.empty();
        }
        boolean isRevised =
                known.filter(found -> !found.digest().equals(Digest.PENDING)).isPresent();
        var before = known.map(Imported::item).map(Item::state).orElse(State.DRAFT);
        return Optional.of(finish(unit, post, before, item, isRevised, words.notes()));
    }

    private ItemId keep(
            UnitOfWork unit,
            WxrPart.Post post,
            @Nullable Item known,
            CleanContent content,
            Origin origin,
            Notes notes) {
        if (known != null) {
            done(unit.carryOut(new Revise(known.id(), content, origin)));
            return known.id();
        }
        boolean isPage = post.named().type().equals("page");
        var language = language(post);
        var group = translations(post);
        var joined = group.map(groups::get);
        if (joined.filter(found -> unit.isTranslated(found, language)).isPresent()) {
            notes.add("kept apart from its translations: one of them is in the same language");
            group = Optional.empty();
            joined = Optional.empty();
        }
        ItemId item = done(unit.carryOut(new Create(
                isPage ? KindName.PAGE : KindName.ARTICLE,
                language,
                joined.orElse(null),
                section(unit, post),
                slug(post),
                content,
                origin)));
        group.ifPresent(name -> groups.putIfAbsent(name, new GroupId(item.value())));
        return item;
    }

    /** Brings the item into the state that the post had. */
    private ReportEntry finish(
            UnitOfWork unit, WxrPart.Post post, State before, ItemId item, boolean isRevised, Notes notes) {
        Optional<Instant> at = date(post, notes);
        var wanted = wanted(post, at, notes);
        if (before == State.WITHDRAWN || (wanted == State.DRAFT && before.isLive())) {
            notes.add("kept as it is: its state here, " + before.word() + ", is not the file's");
            return new ReportEntry(
                    post.named().line(),
                    post.named().type(),
                    inventory.writtenId(post.named().id()),
                    post.title(),
                    ReportEntry.Became.REVISED,
                    "",
                    notes.all());
        }
        var became = wanted == State.DRAFT
                ? ReportEntry.Became.DRAFT
                : wanted == State.SCHEDULED ? ReportEntry.Became.SCHEDULED : ReportEntry.Became.TAKEN;
        String address = "";
        var outcome = wanted == State.PUBLISHED
                ? unit.carryOut(new Publish(item, at.orElse(null)))
                : wanted == State.SCHEDULED ? unit.carryOut(new Schedule(item, at.orElseThrow())) : Outcome.done("");
        switch (outcome) {
            case Outcome.Done<?>(var value) -> address = wanted == State.PUBLISHED ? String.valueOf(value) : "";
            case Outcome.Refused<?>(var reasons) -> {
                notes.add("kept as a draft: " + said(reasons));
                became = ReportEntry.Became.DRAFT;
            }
        }
        return entry(post, isRevised ? ReportEntry.Became.REVISED : became, address, notes.all())
                .orElseThrow();
    }

    /** When the post was published; what is guessed is told, and nothing is guessed for what was not published. */
    private Optional<Instant> date(WxrPart.Post post, Notes notes) {
        var at = PostDate.of(post.dated(), zone);
        if (at.isPresent() || !post.named().status().equals("publish")) {
            return at;
        }
        var guess = PostDate.guess(post, zone);
        guess.ifPresent(found -> notes.add(found.note()));
        return guess.map(PostDate.Guess::at);
    }

    private <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> value;
            case Outcome.Refused<T>(var reasons) -> throw new PartFault(said(reasons));
        };
    }

    private String said(List<Reason> reasons) {
        return reasons.stream().map(words).collect(Collectors.joining(" "));
    }

    private State wanted(WxrPart.Post post, Optional<Instant> at, Notes notes) {
        if (post.filed().hasPassword()) {
            notes.add("kept as a draft: it was protected by a password");
            return State.DRAFT;
        }
        return switch (post.named().status()) {
            case "publish", "future" -> {
                if (at.isEmpty()) {
                    notes.add("kept as a draft: its date \"" + PostDate.written(post.dated())
                            + "\" cannot be read; publish it here with the date that it had");
                    yield State.DRAFT;
                }
                yield at.get().isAfter(now) ? State.SCHEDULED : State.PUBLISHED;
            }
            case "draft" -> State.DRAFT;
            default -> {
                notes.add("kept as a draft: its status was \"" + post.named().status() + "\"");
                yield State.DRAFT;
            }
        };
    }

    private SectionId section(UnitOfWork unit, WxrPart.Post post) {
        return mapper.category(post)
                .flatMap(term -> categories.section(term.slug()))
                .orElseGet(() -> categories.outermost(unit));
    }

    private Language language(WxrPart.Post post) {
        return inventory
                .languages()
                .of(post)
                .flatMap(written -> inventory.languages().here(written, options.languages()))
                .orElse(options.language());
    }

    /**
     * The name of the group of translations that a multilingual site gave a post; nothing for one that is taken in another
     * language than its own.
     */
    private Optional<String> translations(WxrPart.Post post) {
        return inventory.languages().missing(post, options.languages()).isPresent()
                ? Optional.empty()
                : inventory.languages().group(post);
    }

    /** The word of its address; nothing takes it from the headline. */
    private @Nullable Slug slug(WxrPart.Post post) {
        String written = OldSite.decoded(post.named().slug());
        return Slug.parse(written)
                .or(() -> Slugs.suggest(written, language(post)))
                .or(() -> Slugs.suggest(post.title(), language(post)))
                .orElse(null);
    }

    private void addresses(UnitOfWork unit, WxrPart.Post post, ItemId item, Notes notes) {
        var target = new KeepAddress.ToItem(item);
        var paths = new LinkedHashSet<String>();
        inventory
                .site()
                .path(post.named().link())
                .filter(path -> !path.equals("/"))
                .ifPresent(paths::add);
        if (post.named().id() > 0) {
            paths.addAll(inventory.site().asked("p=" + post.named().id()));
            if (post.named().type().equals("page")) {
                paths.addAll(inventory.site().asked("page_id=" + post.named().id()));
            }
        } else {
            inventory
                    .site()
                    .path(post.named().guid())
                    .filter(path -> inventory
                            .site()
                            .named(path)
                            .filter(number -> number > 0 && !inventory.hasItem(number))
                            .isPresent())
                    .ifPresent(paths::add);
            notes.add(known(post.named().id()));
        }
        paths.addAll(EarlierAddresses.of(post, inventory.site()));
        for (String path : paths) {
            switch (unit.carryOut(new KeepAddress(target, language(post), path))) {
                case Outcome.Done<Boolean> _ -> {}
                case Outcome.Refused<Boolean> _ -> notes.add("left out: its old address, which cannot be one: " + path);
            }
        }
    }

    /** The line of a post that is not taken. */
    ReportEntry left(Preparing.Prepared prepared, String why) {
        return entry(prepared.post(), ReportEntry.Became.LEFT_OUT, "", List.of(why))
                .orElseThrow();
    }

    private String known(long id) {
        long written = inventory.writtenId(id);
        return "converted: "
                + (written == 0
                        ? "it has no number in the file"
                        : "its number in the file, " + written + ", is another's")
                + ", so it is known again by its "
                + inventory.origin(id).replaceFirst("^wxr \\S* ", "").replaceFirst(" .*$", "");
    }

    private Optional<ReportEntry> entry(
            WxrPart.Post post, ReportEntry.Became became, String address, List<String> notes) {
        var named = post.named();
        return Optional.of(new ReportEntry(
                named.line(), named.type(), inventory.writtenId(named.id()), post.title(), became, address, notes));
    }
}
