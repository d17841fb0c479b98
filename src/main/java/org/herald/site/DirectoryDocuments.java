package org.herald.site;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.herald.model.Blank;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.LiveItem;
import org.herald.model.Section;
import org.herald.model.geo.Distance;
import org.herald.model.kind.Field;
import org.herald.model.kind.JsonValue;
import org.herald.site.DirectoryPages.Asked;
import org.herald.site.directory.Found;
import org.herald.site.directory.GeoJson;
import org.herald.site.directory.JsonText;
import org.herald.store.ItemQueries;
import org.jspecify.annotations.Nullable;

/** The entries of a directory that a query chooses, for other programs: as JSON and as GeoJSON. */
@Singleton
public final class DirectoryDocuments {

    /** Entries of a page. */
    private static final int SIZE = 1000;

    private final DirectoryPages pages;
    private final Layouts layouts;
    private final ItemQueries items;
    private final EntryDocuments entries;

    public DirectoryDocuments(DirectoryPages pages, Layouts layouts, ItemQueries items) {
        this.pages = pages;
        this.layouts = layouts;
        this.items = items;
        this.entries = new EntryDocuments(layouts, items);
    }

    Response answer(Edition edition, Section section, @Nullable String query, DocumentFormat format) {
        var asked = pages.asked(edition, section, query);
        var near = pages.near(asked);
        var found = pages.find(asked, near, SIZE);
        int last = Math.max(1, Math.ceilDiv(found.total(), SIZE));
        byte[] bytes = switch (format) {
            case JSON -> json(asked, found, last, near.isPresent());
            case GEO_JSON -> geoJson(asked, found);
        };
        int page = asked.query().page();
        var links = new ArrayList<String>();
        links.add(link(layouts.base() + pages.path(asked, asked.query().with(EntryQuery.PAGE, "")), "canonical"));
        if (page > 1) {
            links.add(link(numbered(asked, format, page - 1), "prev"));
        }
        if (page < last) {
            links.add(link(numbered(asked, format, page + 1), "next"));
        }
        return format.page(bytes, String.join(", ", links)).toResponse();
    }

    private static String link(String url, String relation) {
        return "<" + url + ">; rel=\"" + relation + "\"";
    }

    private String numbered(Asked asked, DocumentFormat format, int page) {
        return address(asked, asked.query().with(EntryQuery.PAGE, page == 1 ? "" : Integer.toString(page)), format);
    }

    private String address(Asked asked, EntryQuery query, DocumentFormat format) {
        return layouts.base() + pages.document(asked, query, format);
    }

    private byte[] geoJson(Asked asked, Found found) {
        var live = live(found);
        return GeoJson.of(found.page().stream()
                .filter(hit -> live.containsKey(hit.id()))
                .map(hit -> {
                    var item = Objects.requireNonNull(live.get(hit.id()));
                    return new GeoJson.Feature(layouts.base() + item.path(), hit.point(), members(asked, item, hit));
                })
                .toList());
    }

    private Map<String, JsonValue> members(Asked asked, LiveItem item, Found.Hit hit) {
        var members = entries.brief(asked.edition(), asked.kind(), item);
        Distance distance = hit.distance();
        if (distance != null) {
            members.put("distance", EntryDocuments.number(Math.round(distance.metres())));
        }
        return members;
    }

    private byte[] json(Asked asked, Found found, int last, boolean isNear) {
        var query = asked.query();
        int page = query.page();
        var members = new LinkedHashMap<String, JsonValue>();
        text(members, "kind", asked.kind().name().toString());
        text(members, "name", Navigation.title(asked.section(), asked.language()));
        text(members, "language", asked.language().tag());
        text(members, "url", layouts.base() + pages.path(asked, query.with(EntryQuery.PAGE, "")));
        if (asked.kind().place().isPresent()) {
            text(members, "geojson", numbered(asked, DocumentFormat.GEO_JSON, page));
        }
        if (!isNear && !Blank.is(query.text(EntryQuery.NEAR))) {
            text(
                    members,
                    "notice",
                    asked.edition().words().say("directory.place-unknown", query.text(EntryQuery.NEAR)));
        }
        members.put("all", EntryDocuments.number(found.all()));
        members.put("total", EntryDocuments.number(found.total()));
        members.put("page", EntryDocuments.number(page));
        members.put("pages", EntryDocuments.number(last));
        text(members, "previous", page > 1 ? numbered(asked, DocumentFormat.JSON, page - 1) : "");
        text(members, "next", page < last ? numbered(asked, DocumentFormat.JSON, page + 1) : "");
        members.put("translations", translations(asked));
        members.put("counts", counts(asked, found));
        members.put("entries", list(asked, found));
        return JsonText.of(members);
    }

    private JsonValue list(Asked asked, Found found) {
        var live = live(found);
        return new JsonValue.Values(found.page().stream()
                .filter(hit -> live.containsKey(hit.id()))
                .<JsonValue>map(hit -> {
                    var members = members(asked, Objects.requireNonNull(live.get(hit.id())), hit);
                    var point = hit.point();
                    if (point != null) {
                        members.put("place", point(point.latitude(), point.longitude()));
                    }
                    return JsonValue.Members.of(members);
                })
                .toList());
    }

    private static JsonValue point(double latitude, double longitude) {
        return JsonValue.Members.of(
                Map.of("latitude", EntryDocuments.number(latitude), "longitude", EntryDocuments.number(longitude)));
    }

    private JsonValue translations(Asked asked) {
        var others = layouts.everywhere(
                asked.edition(),
                language -> layouts.base() + pages.document(asked, language, asked.query(), DocumentFormat.JSON));
        return new JsonValue.Values(
                new TreeMap<>(byTag(others)).values().stream().toList());
    }

    private static Map<String, JsonValue> byTag(Map<Language, String> addresses) {
        var byTag = new HashMap<String, JsonValue>();
        addresses.forEach((language, address) -> byTag.put(
                language.tag(),
                JsonValue.Members.of(
                        Map.of("language", new JsonValue.Text(language.tag()), "json", new JsonValue.Text(address)))));
        return byTag;
    }

    /** How many entries each value leads to, with the list of them. */
    private JsonValue counts(Asked asked, Found found) {
        var members = new TreeMap<String, JsonValue>();
        for (Field field : asked.kind().fields()) {
            if (field.filter() == Field.Filter.VALUES) {
                var counts = found.counts().getOrDefault(field.name(), Map.of());
                List<JsonValue> values = new FieldValues(asked.edition(), field)
                        .inOrder(counts.keySet().stream())
                        .map(value -> count(asked, field, value, counts.getOrDefault(value.value(), 0)))
                        .toList();
                members.put(field.name(), new JsonValue.Values(values));
            }
        }
        return new JsonValue.Members(members);
    }

    private JsonValue count(Asked asked, Field field, FieldValues.Named value, int count) {
        var query = asked.query();
        var chosen = query.all(EntryQuery.chosen(field)).contains(value.value())
                ? query.with(EntryQuery.PAGE, "")
                : query.toggled(field, value.value());
        return JsonValue.Members.of(Map.of(
                "value", new JsonValue.Text(value.value()),
                "label", new JsonValue.Text(value.label()),
                "count", EntryDocuments.number(count),
                "json", new JsonValue.Text(address(asked, chosen, DocumentFormat.JSON))));
    }

    private static void text(Map<String, JsonValue> members, String name, String text) {
        if (!text.isEmpty()) {
            members.put(name, new JsonValue.Text(text));
        }
    }

    private Map<ItemId, LiveItem> live(Found found) {
        var live = new HashMap<ItemId, LiveItem>();
        items.live(found.page().stream().map(Found.Hit::id).toList()).forEach(item -> live.put(item.id(), item));
        return live;
    }
}
