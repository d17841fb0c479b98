package org.herald.site;

import io.quarkus.qute.RawString;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.herald.model.Asset;
import org.herald.model.AssetId;
import org.herald.model.Blank;
import org.herald.model.Content;
import org.herald.model.Correction;
import org.herald.model.GroupId;
import org.herald.model.ItemId;
import org.herald.model.LiveItem;
import org.herald.model.SectionId;
import org.herald.model.kind.Fields;
import org.herald.model.kind.Kind;
import org.herald.model.kind.Kinds;
import org.herald.model.kind.Newspaper;
import org.herald.site.feeds.FeedEntry;
import org.herald.site.feeds.FeedHtml;
import org.herald.site.feeds.FeedIdentity;
import org.herald.store.FeedQueries;
import org.herald.store.FeedQueries.Story;
import org.herald.store.FeedQueries.Withdrawn;
import org.herald.store.ItemQueries;
import org.herald.store.ItemQueries.Attached;
import org.jspecify.annotations.Nullable;

/** Makes the entries of feeds: each item as its page has it, whole, and the notices of those that were withdrawn. */
@Singleton
public final class FeedEntries {

    private final Kinds kinds;
    private final Layouts layouts;
    private final FeedQueries queries;
    private final ItemQueries items;
    private final FeedIdentity identity;

    public FeedEntries(Kinds kinds, Layouts layouts, FeedQueries queries, ItemQueries items, FeedIdentity identity) {
        this.kinds = kinds;
        this.layouts = layouts;
        this.queries = queries;
        this.items = items;
        this.identity = identity;
    }

    /** What the items of one feed refer to, asked for all of them at once. */
    private record Named(
            Map<ItemId, List<Correction>> corrections,
            Map<ItemId, Instant> restored,
            Map<ItemId, Link> items,
            Map<AssetId, Asset> files) {

        Attached of(ItemId item) {
            var paths = items.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, each -> each.getValue().path()));
            return new Attached(corrections.getOrDefault(item, List.of()), paths, files);
        }
    }

    List<FeedEntry> of(Edition edition, List<Story> stories) {
        var whole = withShared(stories);
        var named = named(whole);
        return whole.stream().map(story -> entry(edition, story, named)).toList();
    }

    /** Translations with what they take from their originals. */
    private List<Story> withShared(List<Story> stories) {
        var groups = new LinkedHashSet<GroupId>();
        stories.stream().filter(this::takesFromOriginal).map(Story::group).forEach(groups::add);
        var originals = queries.ofOriginals(groups);
        return stories.stream()
                .map(story -> {
                    Fields original = takesFromOriginal(story) ? originals.get(story.group()) : null;
                    Content content = story.content();
                    return original == null
                            ? story
                            : new Story(
                                    story.item(),
                                    story.group(),
                                    content.withFields(kind(story).withShared(content.fields(), original)));
                })
                .toList();
    }

    private boolean takesFromOriginal(Story story) {
        return story.group().value() != story.item().id().value()
                && !kind(story).shared().isEmpty();
    }

    private Kind kind(Story story) {
        return kinds.of(story.item().kind());
    }

    private Named named(List<Story> stories) {
        var links = new LinkedHashSet<ItemId>();
        var files = new HashSet<AssetId>();
        var corrected = new LinkedHashSet<ItemId>();
        for (Story story : stories) {
            Fields fields = story.content().fields();
            links.addAll(BodyRenderer.links(story.content().body()));
            links.addAll(FactRenderer.items(kind(story), fields));
            files.addAll(BodyRenderer.assets(story.content().body()));
            files.addAll(FactRenderer.assets(kind(story), fields));
            if (story.item().correctedAt() != null) {
                corrected.add(story.item().id());
            }
        }
        var live = new HashMap<ItemId, Link>();
        items.live(links).forEach(item -> live.put(item.id(), new Link(item.headline(), item.path())));
        return new Named(
                queries.corrections(corrected),
                queries.restored(
                        stories.stream().map(story -> story.item().id()).toList()),
                live,
                queries.files(files));
    }

    private FeedEntry entry(Edition edition, Story story, Named named) {
        LiveItem item = story.item();
        Content content = story.content();
        String url = layouts.base() + item.path();
        Instant updatedAt = Stream.of(
                        item.publishedAt(),
                        item.updatedAt(),
                        item.correctedAt(),
                        named.restored().get(item.id()))
                .flatMap(Stream::ofNullable)
                .max(Instant::compareTo)
                .orElseThrow();
        String byline = content.fields().text(Newspaper.BYLINE);
        return new FeedEntry(
                identity.of(item.id()),
                url,
                new FeedEntry.Words(
                        content.headline(),
                        BodyRenderer.description(content),
                        FeedHtml.of(
                                html(edition, story, named),
                                url,
                                edition.language().tag(),
                                edition.words().direction())),
                new FeedEntry.Times(item.publishedAt(), updatedAt, false),
                Blank.is(byline) ? List.of() : List.of(byline),
                categories(edition, item.section(), content.tags()),
                picture(item, content));
    }

    private List<FeedEntry.Category> categories(Edition edition, SectionId section, List<String> tags) {
        var categories = new ArrayList<FeedEntry.Category>();
        layouts.navigation()
                .byId(section)
                .filter(found -> !found.isRoot())
                .ifPresent(found -> categories.add(
                        new FeedEntry.Category(found.path(), Navigation.title(found, edition.language()))));
        tags.forEach(tag -> categories.add(new FeedEntry.Category(tag, tag)));
        return categories;
    }

    private FeedEntry.@Nullable Picture picture(LiveItem item, Content content) {
        var picture = content.picture();
        var thumbnail = item.picture();
        if (picture == null || thumbnail == null) {
            return null;
        }
        Asset asset = thumbnail.asset();
        return Image.of(asset, picture.alt())
                .map(image -> new FeedEntry.Picture(
                        new FeedEntry.Picture.File(layouts.base() + image.path(), asset.mediaType(), asset.bytes()),
                        layouts.base() + image.moderate(),
                        picture.alt(),
                        picture.caption(),
                        picture.credit()))
                .orElse(null);
    }

    /** Everything that the page of the item tells of it, in the order of the page. */
    private String html(Edition edition, Story story, Named named) {
        LiveItem item = story.item();
        Content content = story.content();
        Attached attached = named.of(item.id());
        var html = new StringBuilder();
        if (!Blank.is(content.standfirst())) {
            html.append("<p><strong>")
                    .append(Image.escape(content.standfirst()))
                    .append("</strong></p>");
        }
        for (Correction correction : attached.corrections()) {
            html.append("<p><strong>")
                    .append(Image.escape(edition.words().say("article.corrected")))
                    .append(' ')
                    .append(Image.escape(edition.at(correction.at()).text()))
                    .append(":</strong> ")
                    .append(Image.escape(correction.note()))
                    .append("</p>");
        }
        figure(html, item, content);
        html.append(BodyRenderer.render(
                content.body(), attached, ItemPages.opening(edition, item, content), edition.words()));
        facts(html, story, new FactRenderer(attached, named.items(), edition.words()));
        return html.toString();
    }

    private static void figure(StringBuilder html, LiveItem item, Content content) {
        var picture = content.picture();
        var thumbnail = item.picture();
        if (picture == null || thumbnail == null) {
            return;
        }
        Image.of(thumbnail.asset(), picture.alt()).ifPresent(image -> {
            String caption = Stream.of(picture.caption(), picture.credit())
                    .filter(text -> !text.isEmpty())
                    .map(Image::escape)
                    .collect(Collectors.joining(" "));
            html.append("<figure>").append(image.lazy(""));
            if (!caption.isEmpty()) {
                html.append("<figcaption>").append(caption).append("</figcaption>");
            }
            html.append("</figure>");
        });
    }

    private void facts(StringBuilder html, Story story, FactRenderer renderer) {
        Kind kind = kind(story);
        Fields fields = story.content().fields();
        var facts = renderer.of(kind, fields, new RawString(""));
        if (kind.stands() == Kind.Stands.DIRECTORY) {
            renderer.gallery(kind, fields).forEach(html::append);
        }
        if (facts.groups().isEmpty()) {
            return;
        }
        html.append("<h2>").append(Image.escape(facts.title())).append("</h2><table>");
        for (Facts.Fact fact : facts.all()) {
            html.append("<tr><th scope=\"row\">")
                    .append(Image.escape(fact.label()))
                    .append("</th><td>")
                    .append(fact.lines().stream().map(FeedEntries::line).collect(Collectors.joining("<br>")))
                    .append("</td></tr>");
        }
        html.append("</table>");
    }

    private static String line(Facts.Line line) {
        var html = line.html();
        if (html != null) {
            return html.toString();
        }
        String text = Image.escape(line.text());
        return line.path().isEmpty() ? text : "<a href=\"" + Image.escape(line.path()) + "\">" + text + "</a>";
    }

    /** The notice that an item was withdrawn, and why; nothing of its text. */
    FeedEntry notice(Edition edition, Withdrawn withdrawn) {
        var notice = withdrawn.notice();
        var words = edition.words();
        String url = layouts.base() + withdrawn.path();
        String html = "<p>"
                + Image.escape(words.say(
                        "error.410.text",
                        notice.headline(),
                        edition.on(notice.at()).text()))
                + "</p>"
                + notice.reason()
                        .lines()
                        .filter(line -> !Blank.is(line))
                        .map(line -> "<p>" + Image.escape(line) + "</p>")
                        .collect(Collectors.joining());
        return new FeedEntry(
                identity.of(notice.item()),
                url,
                new FeedEntry.Words(
                        words.say("feed.withdrawn", notice.headline()),
                        notice.reason(),
                        FeedHtml.of(html, url, edition.language().tag(), words.direction())),
                new FeedEntry.Times(withdrawn.publishedAt(), notice.at(), true),
                List.of(),
                categories(edition, withdrawn.section(), List.of()),
                null);
    }

    /** When the newest of these entries was written; absent without any. */
    static Optional<Instant> newest(List<FeedEntry> entries) {
        return entries.stream().map(entry -> entry.times().updatedAt()).max(Instant::compareTo);
    }
}
