package org.herald.site;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.herald.media.Incoming;
import org.herald.model.Asset;
import org.herald.model.AssetId;
import org.herald.model.Block;
import org.herald.model.Body;
import org.herald.model.Content;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.model.Picture;
import org.herald.model.Principal;
import org.herald.model.SectionId;
import org.herald.model.kind.Fields;
import org.herald.model.kind.KindName;
import org.herald.publish.CommandBus;
import org.herald.publish.Create;
import org.herald.publish.KeepAsset;
import org.herald.publish.PlaceBlock;
import org.herald.publish.Publish;
import org.herald.publish.Verb;
import org.herald.store.OutlineQueries;
import org.herald.testing.Photos;
import org.jspecify.annotations.Nullable;

/** Brings pictures to a server under test, into stories and blocks. */
final class PictureDesk {

    private static final Principal EDITOR = Principal.SAMPLE;
    private static final Language ENGLISH = new Language("en");

    private final Incoming incoming;
    private final CommandBus bus;
    private final OutlineQueries outline;
    private final Map<AssetId, Asset> kept = new HashMap<>();

    PictureDesk(Incoming incoming, CommandBus bus, OutlineQueries outline) {
        this.incoming = incoming;
        this.bus = bus;
        this.outline = outline;
    }

    /** A verb that must be done. */
    <T> T done(Verb<T> verb) {
        return bus.carryOut(EDITOR, verb).orThrow();
    }

    /** The address of a rendition, also of one that is not offered. */
    static String rendition(Asset asset, int width, String format) {
        return asset.path().orElseThrow().replaceFirst("/([^/]*)[.][a-z]+$", "/" + width + "/$1." + format);
    }

    Asset photo(int width, int height) {
        return take("photo.jpg", Photos.jpeg(width, height));
    }

    Asset take(String name, byte[] bytes) {
        Asset asset = incoming.take(name, bytes).orThrow();
        AssetId id = bus.carryOut(EDITOR, new KeepAsset(asset, null)).orThrow();
        kept.put(id, asset);
        return asset;
    }

    private AssetId id(Asset asset) {
        return kept.entrySet().stream()
                .filter(each -> each.getValue().equals(asset))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    void place(Asset picture) {
        place(picture, null, null);
    }

    void place(Asset picture, @Nullable Instant from, @Nullable Instant until) {
        var shown = new Asset(
                id(picture),
                picture.name(),
                picture.mediaType(),
                picture.hash(),
                picture.bytes(),
                picture.width(),
                picture.height());
        bus.carryOut(
                        EDITOR,
                        new PlaceBlock(new Block(
                                Block.Kind.PROMOTION,
                                Block.Spot.BESIDE,
                                ENGLISH,
                                1,
                                "See",
                                "",
                                "",
                                shown,
                                from,
                                until)))
                .orThrow();
    }
    /** The asset, which something shows now. */
    Asset shown(Asset asset) {
        published("Shows " + asset.hash().substring(0, 8), null, asset);
        return asset;
    }

    ItemId published(String headline, @Nullable Asset lead, Asset... inside) {
        var item = draft(headline, lead, inside);
        done(new Publish(item, null));
        return item;
    }

    ItemId draft(String headline, @Nullable Asset lead, Asset... inside) {
        var content = content(headline, lead, inside);
        return bus.carryOut(
                        EDITOR,
                        new Create(KindName.ARTICLE, ENGLISH, null, section("news/culture"), null, content, null))
                .orThrow();
    }

    SectionId section(String path) {
        return outline.sections().stream()
                .filter(each -> each.path().equals(path))
                .findFirst()
                .orElseThrow()
                .id();
    }

    Content content(String headline, @Nullable Asset lead, Asset... inside) {
        var body = new StringBuilder("<p>First words.</p>");
        for (Asset each : inside) {
            body.append("<figure><img src=\"asset:")
                    .append(id(each).value())
                    .append("\" alt=\"Alt &quot;inside&quot;\"></figure>");
        }
        var picture = lead == null
                ? null
                : new Picture(id(lead), "Alt of \"" + headline + "\" & <more>", "Caption", "Credit");
        return new Content(headline, "Standfirst", picture, List.of(), new Body(body.toString()), Fields.NONE);
    }
}
