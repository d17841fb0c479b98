package org.herald.site;

import io.quarkus.qute.RawString;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.herald.model.Asset;
import org.herald.model.AssetId;
import org.herald.model.ItemId;
import org.herald.model.kind.Field;
import org.herald.model.kind.Fields;
import org.herald.model.kind.JsonValue;
import org.herald.model.kind.Kind;
import org.herald.store.ItemQueries.Attached;

/**
 * What search engines are told of an item by schema.org, as JSON-LD: its kind's type and the fields that have a property.
 * An item without such a field is told of by its page alone.
 */
final class JsonLd {

    private final String base;
    private final Attached attached;
    private final Map<ItemId, Link> items;

    JsonLd(String base, Attached attached, Map<ItemId, Link> items) {
        this.base = base;
        this.attached = attached;
        this.items = items;
    }

    /** The content of a script element, in which no {@code <} may end it; empty when there is nothing to tell. */
    RawString of(Kind kind, Fields fields, Subject subject) {
        String type = kind.schemaOrg();
        var members = new TreeMap<String, JsonValue>();
        for (Field field : kind.fields()) {
            String property = field.schemaOrg();
            if (property != null) {
                fields.get(field.name())
                        .filter(value -> field.type().fault(value).isEmpty())
                        .flatMap(value -> field.type().schemaOrg(value, this::url))
                        .ifPresent(value -> members.put(property, value));
            }
        }
        if (type == null || members.isEmpty()) {
            return new RawString("");
        }
        members.put("@context", new JsonValue.Text("https://schema.org"));
        members.put("@type", new JsonValue.Text(type));
        members.put("name", new JsonValue.Text(subject.headline()));
        members.put("url", new JsonValue.Text(base + subject.path()));
        members.put("inLanguage", new JsonValue.Text(subject.language()));
        if (!subject.description().isEmpty()) {
            members.put("description", new JsonValue.Text(subject.description()));
        }
        return new RawString(new JsonValue.Members(members).canonical().replace("<", "\\u003c"));
    }

    /** What every item says of itself. */
    record Subject(String headline, String path, String language, String description) {}

    private String url(String named) {
        String number = named.replaceFirst("^[a-z]+:", "");
        Optional<String> path = named.startsWith("item:")
                ? Optional.ofNullable(items.get(new ItemId(Long.parseLong(number))))
                        .map(Link::path)
                : Optional.ofNullable(attached.assets().get(new AssetId(Long.parseLong(number))))
                        .flatMap(Asset::path)
                        .map(FileRoot::of);
        return path.map(each -> base + each).orElse("");
    }
}
