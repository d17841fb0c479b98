package org.herald.store;

import static org.herald.store.schema.Tables.ASSET;
import static org.herald.store.schema.Tables.PLANNED;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.herald.model.Asset;
import org.herald.model.Block;
import org.herald.model.BlockId;
import org.herald.model.Language;
import org.herald.model.OutlineChange;
import org.herald.model.Planned;
import org.herald.model.Section;
import org.herald.model.SectionId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** How planned changes are kept: as JSON, pictures by their identity. */
final class PlannedRows {

    private static final ObjectMapper JSON = new ObjectMapper();

    private PlannedRows() {}

    /** The whole plan, oldest change first. */
    static List<Planned> all(DSLContext dsl) {
        var rows = dsl.select(PrincipalRows.fields(PLANNED, PLANNED.PLANNED_BY))
                .from(PLANNED)
                .orderBy(PLANNED.ID)
                .fetch();
        if (rows.isEmpty()) {
            return List.of();
        }
        var assets = assets(dsl, rows.map(row -> tree(row.get(PLANNED.CHANGE))));
        return rows.map(row -> new Planned(
                row.get(PLANNED.ID),
                change(tree(row.get(PLANNED.CHANGE)), assets),
                PrincipalRows.principal(row, PLANNED.PLANNED_BY),
                Instant.ofEpochMilli(row.get(PLANNED.PLANNED_AT))));
    }

    private static Map<Long, Asset> assets(DSLContext dsl, List<JsonNode> changes) {
        var ids = changes.stream()
                .map(change -> change.path("block").path("picture").asLong(0))
                .filter(id -> id != 0)
                .toList();
        var assets = new LinkedHashMap<Long, Asset>();
        if (!ids.isEmpty()) {
            for (var row : dsl.select(Rows.ASSET_FIELDS).from(ASSET).where(ASSET.ID.in(ids))) {
                Asset asset = Rows.asset(row);
                if (asset != null) {
                    assets.put(asset.id().value(), asset);
                }
            }
        }
        return assets;
    }

    static String json(OutlineChange change) {
        var node = JSON.createObjectNode();
        switch (change) {
            case OutlineChange.SectionAdded(var id, var parent, var word, var titles) -> {
                node.put("kind", "section-added").put("section", id.value());
                node.put("parent", parent.value()).put("word", word);
                titles(node, titles);
            }
            case OutlineChange.SectionMoved(var id, var parent, var word) ->
                node.put("kind", "section-moved")
                        .put("section", id.value())
                        .put("parent", parent.value())
                        .put("word", word);
            case OutlineChange.SectionRemoved(var id) ->
                node.put("kind", "section-removed").put("section", id.value());
            case OutlineChange.Titles(var section, var titles) -> {
                node.put("kind", "titles").put("section", section.value());
                titles(node, titles);
            }
            case OutlineChange.SectionOrder(var parent, var order) ->
                order(
                        node.put("kind", "sections").put("section", parent.value()),
                        order.stream().map(SectionId::value).toList());
            case OutlineChange.Menu(var menu, var language, var entries) -> {
                node.put("kind", "menu").put("menu", menu).put("language", language.tag());
                var all = node.putArray("entries");
                entries.forEach(
                        entry -> all.addObject().put("label", entry.label()).put("target", entry.target()));
            }
            case OutlineChange.BlockPlaced(var id, var block) -> block(node.put("kind", "placed"), id, block);
            case OutlineChange.BlockChanged(var id, var block) -> block(node.put("kind", "changed"), id, block);
            case OutlineChange.BlockRemoved(var id) ->
                node.put("kind", "removed").put("id", id.value());
            case OutlineChange.BlockOrder(var language, var spot, var order) ->
                order(
                        node.put("kind", "blocks")
                                .put("language", language.tag())
                                .put("spot", spot.word()),
                        order.stream().map(BlockId::value).toList());
        }
        return node.toString();
    }

    private static void titles(ObjectNode node, Map<Language, Section.Title> titles) {
        var all = node.putObject("titles");
        titles.forEach((language, title) ->
                all.putObject(language.tag()).put("title", title.title()).put("description", title.description()));
    }

    private static void order(ObjectNode node, List<Long> ids) {
        var order = node.putArray("order");
        ids.forEach(order::add);
    }

    private static void block(ObjectNode node, BlockId id, Block block) {
        Asset picture = block.picture();
        Instant from = block.fromAt();
        Instant until = block.untilAt();
        node.put("id", id.value())
                .putObject("block")
                .put("kind", block.kind().word())
                .put("spot", block.spot().word())
                .put("language", block.language().tag())
                .put("title", block.title())
                .put("text", block.text())
                .put("target", block.target())
                .put("picture", picture == null ? null : picture.id().value())
                .put("from", from == null ? null : from.toEpochMilli())
                .put("until", until == null ? null : until.toEpochMilli());
    }

    private static OutlineChange change(JsonNode node, Map<Long, Asset> assets) {
        return switch (node.path("kind").asText()) {
            case "section-added" ->
                new OutlineChange.SectionAdded(
                        section(node), parent(node), node.path("word").asText(), titles(node.path("titles")));
            case "section-moved" ->
                new OutlineChange.SectionMoved(
                        section(node), parent(node), node.path("word").asText());
            case "section-removed" -> new OutlineChange.SectionRemoved(section(node));
            case "titles" -> new OutlineChange.Titles(section(node), titles(node.path("titles")));
            case "sections" ->
                new OutlineChange.SectionOrder(
                        section(node), order(node).stream().map(SectionId::new).toList());
            case "menu" ->
                new OutlineChange.Menu(
                        node.path("menu").asText(),
                        language(node),
                        StreamSupport.stream(node.path("entries").spliterator(), false)
                                .map(entry -> new OutlineChange.Menu.Entry(
                                        entry.path("label").asText(),
                                        entry.path("target").asText()))
                                .toList());
            case "placed" -> new OutlineChange.BlockPlaced(block(node), block(node.path("block"), assets));
            case "changed" -> new OutlineChange.BlockChanged(block(node), block(node.path("block"), assets));
            case "removed" -> new OutlineChange.BlockRemoved(block(node));
            case "blocks" ->
                new OutlineChange.BlockOrder(
                        language(node),
                        Block.Spot.of(node.path("spot").asText()),
                        order(node).stream().map(BlockId::new).toList());
            default -> throw new IllegalStateException("The plan has a change of no known kind: " + node);
        };
    }

    private static Map<Language, Section.Title> titles(JsonNode node) {
        var titles = new LinkedHashMap<Language, Section.Title>();
        node.properties()
                .forEach(each -> titles.put(
                        new Language(each.getKey()),
                        new Section.Title(
                                each.getValue().path("title").asText(),
                                each.getValue().path("description").asText())));
        return titles;
    }

    private static Block block(JsonNode node, Map<Long, Asset> assets) {
        return new Block(
                Block.Kind.of(node.path("kind").asText()),
                Block.Spot.of(node.path("spot").asText()),
                language(node),
                0,
                node.path("title").asText(),
                node.path("text").asText(),
                node.path("target").asText(),
                assets.get(node.path("picture").asLong(0)),
                instant(node.path("from")),
                instant(node.path("until")));
    }

    private static @Nullable Instant instant(JsonNode node) {
        return node.isNumber() ? Instant.ofEpochMilli(node.asLong()) : null;
    }

    private static SectionId section(JsonNode node) {
        return new SectionId(node.path("section").asLong());
    }

    private static SectionId parent(JsonNode node) {
        return new SectionId(node.path("parent").asLong());
    }

    private static BlockId block(JsonNode node) {
        return new BlockId(node.path("id").asLong());
    }

    private static Language language(JsonNode node) {
        return new Language(node.path("language").asText());
    }

    private static List<Long> order(JsonNode node) {
        var order = new ArrayList<Long>();
        node.path("order").forEach(id -> order.add(id.asLong()));
        return order;
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("The plan cannot be read: " + json, fault);
        }
    }
}
