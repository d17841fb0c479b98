package org.herald.site;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
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
import org.herald.model.Section;
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

/** Stories whose pictures are of every kind that editors bring, put into a sample portal. */
final class PictureStories {

    static final Language ENGLISH = new Language("en");

    private static final Principal EDITOR = Principal.SAMPLE;
    private static final String LONG = "A very long headline that names Dunin-Martsinkevich, the Niasvizh-Mir-"
            + "Navahrudak-Slonim timetable and an unbreakableabsurdlylongword-without-a-single-space-in-it";
    private static final String DRAWING = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 600 400'>"
            + "<path fill='#246' d='M0 0h600v400H0z'/></svg>";

    private final Incoming incoming;
    private final CommandBus bus;
    private final OutlineQueries outline;

    PictureStories(Incoming incoming, CommandBus bus, OutlineQueries outline) {
        this.incoming = incoming;
        this.bus = bus;
        this.outline = outline;
    }

    /** One story of each kind of picture in this section, and promotions with a photograph; the newest has the photograph. */
    void publish(String section) {
        Map<String, Asset> pictures = pictures();
        var body = new StringBuilder("<p>First words.</p>");
        pictures.values()
                .forEach(each -> body.append("<figure><img src=\"asset:")
                        .append(each.id())
                        .append("\" alt=\"Inside\"><figcaption>Inside</figcaption></figure>"));
        story("No picture at all", section, null, "<p>Words.</p>");
        story(LONG, section, null, "<p>Words.</p>");
        for (String kind : List.of("huge", "tiny", "panorama", "square", "drawing", "webp", "portrait")) {
            story("A picture: " + kind, section, pictures.get(kind), "<p>Words.</p>");
        }
        story("Every kind of picture inside", section, pictures.get("portrait"), body.toString());
        story("A picture: photograph", section, pictures.get("landscape"), "<p>Words.</p>");
        for (Block.Spot spot : List.of(Block.Spot.BESIDE, Block.Spot.BELOW)) {
            done(new PlaceBlock(new Block(
                    Block.Kind.PROMOTION,
                    spot,
                    ENGLISH,
                    0,
                    "See",
                    "Words",
                    "/en",
                    pictures.get("portrait"),
                    null,
                    null)));
        }
    }

    /** Publishes a story and says its identity. */
    ItemId story(String headline, String section, @Nullable Asset picture, String body) {
        var lead = picture == null ? null : new Picture(picture.id(), "Alt", "Caption", "Credit");
        var content = new Content(headline, "Standfirst", lead, List.of("layout"), new Body(body), Fields.NONE);
        SectionId in = section.isEmpty()
                ? Section.ROOT
                : outline.sections().stream()
                        .filter(each -> each.path().equals(section))
                        .findFirst()
                        .orElseThrow()
                        .id();
        ItemId item = done(new Create(KindName.ARTICLE, ENGLISH, null, in, null, content, null));
        done(new Publish(item, null));
        return item;
    }

    private Map<String, Asset> pictures() {
        var bytes = new HashMap<String, byte[]>();
        bytes.put("landscape", Photos.jpeg(1500, 1000));
        bytes.put("portrait", Photos.jpeg(900, 1600));
        bytes.put("square", Photos.jpeg(800, 800));
        bytes.put("panorama", Photos.jpeg(2400, 500));
        bytes.put("tiny", Photos.png(90, 60));
        bytes.put("webp", Photos.webp(1000, 700));
        bytes.put("huge", Photos.jpeg(thirtyMegapixels()));
        bytes.put("drawing", DRAWING.getBytes(StandardCharsets.UTF_8));
        var pictures = new HashMap<String, Asset>();
        bytes.forEach((name, each) -> pictures.put(name, take(name, each)));
        return pictures;
    }

    private Asset take(String name, byte[] bytes) {
        Asset asset = incoming.take(name, bytes).orThrow();
        AssetId id = done(new KeepAsset(asset, null));
        return new Asset(
                id, asset.name(), asset.mediaType(), asset.hash(), asset.bytes(), asset.width(), asset.height());
    }

    /** As large as cameras make them, and without grain, so that it weighs little. */
    private static BufferedImage thirtyMegapixels() {
        var image = new BufferedImage(6720, 4480, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, new Color(40, 70, 120), 0, 4480, new Color(230, 190, 140)));
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.dispose();
        return image;
    }

    private <T> T done(Verb<T> verb) {
        return bus.carryOut(EDITOR, verb).orThrow();
    }
}
