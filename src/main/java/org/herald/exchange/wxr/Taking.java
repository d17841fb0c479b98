package org.herald.exchange.wxr;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.herald.model.Actor;
import org.herald.model.Attribution;
import org.herald.model.Body;
import org.herald.model.Content;
import org.herald.model.GroupId;
import org.herald.model.Imported;
import org.herald.model.Item;
import org.herald.model.ItemId;
import org.herald.model.Kind;
import org.herald.model.Language;
import org.herald.model.Origin;
import org.herald.model.Outcome;
import org.herald.model.Picture;
import org.herald.model.SectionId;
import org.herald.model.Slug;
import org.herald.model.Slugs;
import org.herald.model.State;
import org.herald.publish.Create;
import org.herald.publish.KeepAddress;
import org.herald.publish.Publish;
import org.herald.publish.Revise;
import org.herald.publish.Schedule;
import org.herald.publish.Work;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** Takes posts and pages: each becomes an item, or a revision of the item that it became before. */
final class Taking {

    static final Actor IMPORTER = new Actor("import wxr");

    private static final Set<String> LEFT_OUT = Set.of("trash", "auto-draft", "inherit");
    private static final int LONGEST_HEADLINE = 500;
    private static final int LONGEST_STANDFIRST = 3000;

    private final Inventory inventory;
    private final Plan plan;
    private final Categories categories;
    private final Instant now;
    private final Map<String, GroupId> groups = new HashMap<>();

    /** @param now when the import began, which tells what is still to come */
    Taking(Inventory inventory, Plan plan, Categories categories, Instant now) {
        this.inventory = inventory;
        this.plan = plan;
        this.categories = categories;
        this.now = now;
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
    Optional<Line> take(Work work, WxrPart.Post post, boolean isLast) {
        var notes = new Notes();
        var named = post.named();
        if (isLeftOut(named.status())) {
            notes.add("left out: its status is \"" + named.status() + "\"");
            return line(post, Line.Became.LEFT_OUT, "", notes);
        }
        String digest = Digest.of(post);
        String origin = Targets.origin(inventory.site(), named.id());
        var known = work.imported(origin);
        if (known.isPresent()) {
            var item = known.get().item();
            translations(post).ifPresent(name -> groups.putIfAbsent(name, item.group()));
            if (known.get().digest().equals(digest)) {
                return line(post, Line.Became.UNCHANGED, "", notes);
            }
            if (!work.head(item).savedBy().equals(IMPORTER)) {
                notes.add("left out: an editor has changed it here since it was imported");
                return line(post, Line.Became.LEFT_OUT, "", notes);
            }
        }
        var targets = new Targets(inventory, work);
        var content = content(post, targets, notes);
        boolean waits = targets.hasForwardLinks() && !isLast;
        var kept = new Origin(origin, waits ? Digest.PENDING : digest);
        ItemId item = keep(work, post, known.map(Imported::item).orElse(null), content, kept);
        addresses(work, post, item, notes);
        if (waits) {
            return Optional.empty();
        }
        boolean isRevised =
                known.filter(found -> !found.digest().equals(Digest.PENDING)).isPresent();
        return Optional.of(finish(
                work, post, known.map(Imported::item).map(Item::state).orElse(State.DRAFT), item, isRevised, notes));
    }

    private ItemId keep(Work work, WxrPart.Post post, @Nullable Item known, Content content, Origin origin) {
        if (known != null) {
            work.carryOut(new Revise(known.id(), content, origin)).orThrow();
            return known.id();
        }
        boolean isPage = post.named().type().equals("page");
        var group = translations(post);
        ItemId item = work.carryOut(new Create(
                        isPage ? Kind.PAGE : Kind.ARTICLE,
                        language(post),
                        group.map(groups::get).orElse(null),
                        section(work, post),
                        slug(post),
                        content,
                        origin))
                .orThrow();
        group.ifPresent(name -> groups.putIfAbsent(name, new GroupId(item.value())));
        return item;
    }

    /** Brings the item into the state that the post had. */
    private Line finish(Work work, WxrPart.Post post, State before, ItemId item, boolean isRevised, Notes notes) {
        Optional<Instant> at = PostDate.of(post.dated(), plan.zone());
        var wanted = wanted(post, at, notes);
        if (before == State.WITHDRAWN || (wanted == State.DRAFT && before.isLive())) {
            notes.add("kept as it is: its state here, " + before.word() + ", is not the file's");
            return new Line(
                    post.named().line(),
                    post.named().type(),
                    post.named().id(),
                    title(post),
                    Line.Became.REVISED,
                    "",
                    notes.all());
        }
        var became = wanted == State.DRAFT
                ? Line.Became.DRAFT
                : wanted == State.SCHEDULED ? Line.Became.SCHEDULED : Line.Became.TAKEN;
        String address = "";
        var outcome = wanted == State.PUBLISHED
                ? work.carryOut(new Publish(item, at.orElse(null)))
                : wanted == State.SCHEDULED ? work.carryOut(new Schedule(item, at.orElseThrow())) : Outcome.done("");
        switch (outcome) {
            case Outcome.Done<?>(var value) -> address = wanted == State.PUBLISHED ? String.valueOf(value) : "";
            case Outcome.Refused<?>(var reasons) -> {
                notes.add("kept as a draft: " + reasons);
                became = Line.Became.DRAFT;
            }
        }
        return line(post, isRevised ? Line.Became.REVISED : became, address, notes)
                .orElseThrow();
    }

    private State wanted(WxrPart.Post post, Optional<Instant> at, Notes notes) {
        if (post.filed().hasPassword()) {
            notes.add("kept as a draft: it was protected by a password");
            return State.DRAFT;
        }
        return switch (post.named().status()) {
            case "publish", "future" -> {
                if (at.isEmpty()) {
                    notes.add("kept as a draft: its date \"" + post.dated().local() + "\" is none");
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

    private Content content(WxrPart.Post post, Targets targets, Notes notes) {
        String html = new Conversion(inventory, targets, notes).html(post);
        if (post.filed().comments() > 0) {
            notes.add("left out: comments, " + post.filed().comments());
        }
        return new Content(
                headline(post, html, notes),
                "",
                cut(plain(post.written().excerpt()), LONGEST_STANDFIRST, "standfirst", notes),
                new Attribution("", inventory.author(post.written().creator()), ""),
                picture(post, targets),
                tags(post, notes),
                new Body(html));
    }

    private static String headline(WxrPart.Post post, String html, Notes notes) {
        String title = title(post);
        if (!title.isEmpty()) {
            return cut(title, LONGEST_HEADLINE, "headline", notes);
        }
        notes.add("converted: it had no title, the first words of its text became one");
        String text = plain(html);
        var words = List.of(text.isEmpty() ? new String[] {"Untitled"} : text.split(" ", 9));
        return String.join(" ", words.subList(0, Math.min(8, words.size()))) + (words.size() > 8 ? "…" : "");
    }

    private static String cut(String text, int longest, String name, Notes notes) {
        if (text.length() <= longest) {
            return text;
        }
        notes.add("converted: its " + name + " was cut after " + longest + " characters");
        return text.substring(0, longest - 1) + "…";
    }

    private @Nullable Picture picture(WxrPart.Post post, Targets targets) {
        String id = post.filed().meta().getOrDefault("_thumbnail_id", "");
        var attachment = id.matches("[0-9]{1,18}") ? inventory.attachments().get(Long.parseLong(id)) : null;
        return attachment == null
                ? null
                : targets.attachment(attachment.id())
                        .map(asset -> new Picture(asset, attachment.alt(), plain(attachment.caption()), ""))
                        .orElse(null);
    }

    /** The tags, and the categories beside the one that became the item's section. */
    private List<String> tags(WxrPart.Post post, Notes notes) {
        var tags = new LinkedHashSet<String>();
        String main = category(post).map(WxrPart.Term::slug).orElse("");
        for (WxrPart.Term term : post.filed().terms()) {
            switch (term.domain()) {
                case "post_tag" -> tags.add(plain(term.name()));
                case "category" -> {
                    if (!term.slug().equals(main) && !isUncategorized(term)) {
                        tags.add(plain(term.name()));
                        notes.add("converted: the further category \"" + plain(term.name()) + "\" became a tag");
                    }
                }
                case "language", "post_translations" -> {}
                default -> notes.add("left out: \"" + plain(term.name()) + "\" of the taxonomy " + term.domain());
            }
        }
        return List.copyOf(tags);
    }

    private SectionId section(Work work, WxrPart.Post post) {
        return category(post)
                .flatMap(term -> categories.section(term.slug()))
                .orElseGet(() -> categories.outermost(work));
    }

    /** The category an item stands under: the one that was marked as the main one, or the first that says something. */
    private Optional<WxrPart.Term> category(WxrPart.Post post) {
        var all = post.filed().terms().stream()
                .filter(term -> term.domain().equals("category"))
                .toList();
        String main = post.filed().meta().getOrDefault("_yoast_wpseo_primary_category", "");
        return all.stream()
                .filter(term -> Optional.ofNullable(inventory.categories().get(term.slug()))
                        .filter(category -> category.id() > 0 && main.equals(Long.toString(category.id())))
                        .isPresent())
                .findFirst()
                .or(() -> all.stream().filter(term -> !isUncategorized(term)).findFirst())
                .or(() -> all.stream().findFirst());
    }

    private static boolean isUncategorized(WxrPart.Term term) {
        return term.slug().equals("uncategorized");
    }

    private Language language(WxrPart.Post post) {
        return post.filed().terms().stream()
                .filter(term -> term.domain().equals("language") && Language.isTag(term.slug()))
                .map(term -> new Language(term.slug()))
                .filter(plan.languages()::contains)
                .findFirst()
                .orElse(plan.language());
    }

    /** The name of the group of translations that a multilingual site gave a post. */
    private static Optional<String> translations(WxrPart.Post post) {
        return post.filed().terms().stream()
                .filter(term -> term.domain().equals("post_translations"))
                .map(WxrPart.Term::slug)
                .findFirst();
    }

    /** The word of its address; nothing takes it from the headline. */
    private static @Nullable Slug slug(WxrPart.Post post) {
        String written = OldSite.decoded(post.named().slug());
        return Slug.parse(written)
                .or(() -> Slugs.suggest(written))
                .or(() -> Slugs.suggest(title(post)))
                .orElse(null);
    }

    private void addresses(Work work, WxrPart.Post post, ItemId item, Notes notes) {
        var target = new KeepAddress.ToItem(item);
        var paths = new LinkedHashSet<String>();
        inventory
                .site()
                .path(post.named().link())
                .filter(path -> !path.equals("/"))
                .ifPresent(paths::add);
        paths.add("/?p=" + post.named().id());
        if (post.named().type().equals("page")) {
            paths.add("/?page_id=" + post.named().id());
        }
        for (String path : paths) {
            switch (work.carryOut(new KeepAddress(target, language(post), path))) {
                case Outcome.Done<Boolean> _ -> {}
                case Outcome.Refused<Boolean> _ -> notes.add("left out: its old address, which cannot be one: " + path);
            }
        }
    }

    private static Optional<Line> line(WxrPart.Post post, Line.Became became, String address, Notes notes) {
        var named = post.named();
        return Optional.of(new Line(named.line(), named.type(), named.id(), title(post), became, address, notes.all()));
    }

    private static String title(WxrPart.Post post) {
        return plain(post.written().title());
    }

    private static String plain(String html) {
        return Jsoup.parse(html).text().strip();
    }
}
