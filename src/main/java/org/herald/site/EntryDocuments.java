package org.herald.site;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.herald.model.Asset;
import org.herald.model.Body;
import org.herald.model.LiveItem;
import org.herald.model.PageKey;
import org.herald.model.geo.Point;
import org.herald.model.kind.FactLine;
import org.herald.model.kind.Field;
import org.herald.model.kind.Fields;
import org.herald.model.kind.JsonValue;
import org.herald.model.kind.Kind;
import org.herald.site.directory.GeoJson;
import org.herald.site.directory.JsonText;
import org.herald.store.ItemQueries;
import org.herald.store.ItemQueries.Attached;
import org.herald.store.PathTarget;
import org.herald.web.CurrentRequest;
import org.herald.web.Page;
import org.jsoup.Jsoup;

/**
 * Entries for other programs, as JSON and as GeoJSON: with absolute addresses, numbers as numbers, instants in UTC. A list has
 * what cards show, an entry alone has all.
 */
final class EntryDocuments {

    private final Layouts layouts;
    private final ItemQueries queries;

    EntryDocuments(Layouts layouts, ItemQueries queries) {
        this.layouts = layouts;
        this.queries = queries;
    }

    /**
     * The whole entry; its fields have what it shares with its original.
     *
     * @param more members besides, such as the dates of an event
     */
    Page of(
            Edition edition,
            Kind kind,
            PathTarget.Shown shown,
            Attached attached,
            DocumentFormat format,
            Map<String, JsonValue> more) {
        LiveItem item = shown.item();
        var members = whole(edition, kind, shown, attached);
        members.putAll(more);
        byte[] bytes = switch (format) {
            case JSON -> JsonText.of(members);
            case GEO_JSON ->
                GeoJson.of(new GeoJson.Feature(
                        layouts.base() + item.path(),
                        kind.place()
                                .flatMap(field -> shown.content().fields().get(field.name()))
                                .flatMap(Point::of)
                                .orElse(null),
                        members));
        };
        return format.page(bytes, "<" + address(item.path()) + ">; rel=\"canonical\"");
    }

    private Map<String, JsonValue> whole(Edition edition, Kind kind, PathTarget.Shown shown, Attached attached) {
        var content = shown.content();
        var members = head(kind, shown.item());
        put(members, "body", absolute(html(edition, content.body(), attached)));
        var picture = content.picture();
        if (picture != null && members.get("picture") instanceof JsonValue.Members file) {
            var all = new TreeMap<>(file.members());
            put(all, "caption", picture.caption());
            put(all, "credit", picture.credit());
            members.put("picture", new JsonValue.Members(all));
        }
        var fields = content.fields();
        members.put("fields", fields(edition, kind, fields, attached, named(kind, fields, attached)));
        members.put(
                "corrections",
                new JsonValue.Values(attached.corrections().stream()
                        .<JsonValue>map(correction -> JsonValue.Members.of(Map.of(
                                "at", new JsonValue.Text(correction.at().toString()),
                                "note", new JsonValue.Text(correction.note()))))
                        .toList()));
        members.put("revised", new JsonValue.Text(shown.revisedAt().toString()));
        members.put(
                "translations",
                new JsonValue.Values(
                        queries.translations(shown.group(), shown.item().id()).stream()
                                .map(this::translation)
                                .toList()));
        return members;
    }

    private JsonValue translation(LiveItem item) {
        return JsonValue.Members.of(Map.of(
                "language", new JsonValue.Text(item.language().tag()),
                "name", new JsonValue.Text(item.headline()),
                "url", new JsonValue.Text(address(item.path())),
                "json", new JsonValue.Text(address(item.path() + DocumentFormat.JSON.ending()))));
    }

    /** What a list has of an entry; what its fields name is left out, so that nothing is asked for each. */
    Map<String, JsonValue> brief(Edition edition, Kind kind, LiveItem item) {
        var members = head(kind, item);
        members.put("fields", fields(edition, kind, item.card(), Attached.NONE, Map.of()));
        return members;
    }

    private Map<String, JsonValue> head(Kind kind, LiveItem item) {
        var members = new LinkedHashMap<String, JsonValue>();
        put(members, "kind", kind.name().toString());
        put(members, "language", item.language().tag());
        put(members, "name", item.headline());
        put(members, "url", address(item.path()));
        put(members, "json", address(item.path() + DocumentFormat.JSON.ending()));
        put(members, "summary", item.standfirst());
        put(members, "published", item.publishedAt().toString());
        put(
                members,
                "updated",
                Optional.ofNullable(item.updatedAt()).map(Object::toString).orElse(""));
        put(
                members,
                "corrected",
                Optional.ofNullable(item.correctedAt()).map(Object::toString).orElse(""));
        var picture = item.picture();
        if (picture != null) {
            file(picture.asset()).ifPresent(file -> {
                var all = new TreeMap<>(file.members());
                put(all, "alt", picture.alt());
                members.put("picture", new JsonValue.Members(all));
            });
        }
        return members;
    }

    private static void put(Map<String, JsonValue> members, String name, String text) {
        if (!text.isEmpty()) {
            members.put(name, new JsonValue.Text(text));
        }
    }

    /** What the values of an entry name, and readers see. */
    private Map<String, JsonValue.Members> named(Kind kind, Fields fields, Attached attached) {
        var named = new HashMap<String, JsonValue.Members>();
        queries.live(FactRenderer.items(kind, fields))
                .forEach(item -> named.put(
                        "item:" + item.id(),
                        JsonValue.Members.of(Map.of(
                                "name", new JsonValue.Text(item.headline()),
                                "url", new JsonValue.Text(address(item.path()))))));
        attached.assets()
                .values()
                .forEach(asset -> file(asset).ifPresent(file -> named.put("asset:" + asset.id(), file)));
        return named;
    }

    private JsonValue fields(
            Edition edition, Kind kind, Fields fields, Attached attached, Map<String, JsonValue.Members> named) {
        var members = new TreeMap<String, JsonValue>();
        for (Field field : kind.fields()) {
            fields.get(field.name())
                    .filter(value -> field.type().fault(value).isEmpty())
                    .flatMap(value -> field.type().isMarkup()
                            ? markup(edition, field, value, attached)
                            : field.type()
                                    .json(value, edition.language(), name -> Optional.ofNullable(named.get(name))))
                    .ifPresent(value -> members.put(field.name(), value));
        }
        return new JsonValue.Members(members);
    }

    private Optional<JsonValue> markup(Edition edition, Field field, JsonValue value, Attached attached) {
        String html = field.type().lines(value, edition.words()).stream()
                .map(line -> line instanceof FactLine.Markup(String text)
                        ? absolute(html(edition, new Body(text), attached))
                        : "")
                .collect(Collectors.joining());
        return html.isEmpty() ? Optional.empty() : Optional.of(new JsonValue.Text(html));
    }

    private static String html(Edition edition, Body body, Attached attached) {
        return BodyRenderer.render(body, attached, new BodyRenderer.Opening("", true), edition.words())
                .toString();
    }

    /** The markup with the addresses of pages and pictures as other sites need them. */
    private String absolute(String html) {
        var fragment = Jsoup.parseBodyFragment(html);
        fragment.outputSettings().prettyPrint(false);
        Stream.of("href", "src")
                .forEach(name -> fragment.select("[" + name + "^=/]")
                        .forEach(element -> element.attr(name, layouts.base() + element.attr(name))));
        fragment.select("[srcset]")
                .forEach(element -> element.attr(
                        "srcset",
                        Stream.of(element.attr("srcset").split(",\\s+"))
                                .map(each -> each.startsWith("/") ? layouts.base() + each : each)
                                .collect(Collectors.joining(", "))));
        return fragment.body().html();
    }

    /** Absent while the file is not here; the document is made anew when it comes. */
    private Optional<JsonValue.Members> file(Asset asset) {
        CurrentRequest.note(PageKey.asset(asset.id()));
        return asset.path().map(path -> {
            var members = new TreeMap<String, JsonValue>();
            put(members, "url", address(path));
            put(members, "type", asset.mediaType());
            if (asset.width() > 0 && asset.height() > 0) {
                members.put("width", number(asset.width()));
                members.put("height", number(asset.height()));
            }
            return new JsonValue.Members(members);
        });
    }

    static JsonValue number(long number) {
        return new JsonValue.Decimal(BigDecimal.valueOf(number));
    }

    static JsonValue number(double number) {
        return new JsonValue.Decimal(BigDecimal.valueOf(number));
    }

    /** With what RFC 3986 does not have in addresses percent-encoded. */
    private String address(String path) {
        return layouts.base() + PathResolver.uri(path);
    }
}
