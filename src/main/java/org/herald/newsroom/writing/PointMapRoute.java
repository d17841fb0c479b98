package org.herald.newsroom.writing;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.herald.model.Language;
import org.herald.model.geo.Area;
import org.herald.model.geo.Bounds;
import org.herald.model.geo.MapOutline;
import org.herald.model.geo.MapProjection;
import org.herald.model.geo.MapTiles;
import org.herald.model.geo.Outlines;
import org.herald.newsroom.Needs;
import org.herald.newsroom.NewsroomFrames;
import org.herald.newsroom.Screen;
import org.herald.people.Permission;

/** The portal's map at which scripts let people point for coordinates. */
@Path("/newsroom/map")
public class PointMapRoute {

    /** The width of the drawing: twice that of readers' maps, because it is seen from nearer. */
    private static final int WIDTH = 1440;

    private static final double LEAST_DEGREES = 0.01;

    /** Where people live, for a portal without outlines. */
    private static final Bounds EARTH = new Bounds(-60, -179.9, 75, 179.9);

    private final Outlines outlines;
    private final MapTiles tiles;
    private final NewsroomFrames frames;

    public PointMapRoute(Outlines outlines, MapTiles tiles, NewsroomFrames frames) {
        this.outlines = outlines;
        this.tiles = tiles;
        this.frames = frames;
    }

    /** Answers with the drawing of readers' maps without entries; with nothing when the portal has neither outlines nor tiles. */
    @GET
    @Needs({Permission.WRITE, Permission.TRANSLATE})
    public Response get() {
        if (outlines.bounds().isEmpty() && tiles.isNone()) {
            return Response.noContent().header("Cache-Control", "no-store").build();
        }
        var projection = MapProjection.fit(outlines.bounds().orElse(EARTH), WIDTH, LEAST_DEGREES, !tiles.isNone());
        var outline = new MapOutline(projection);
        var language = new Language(frames.words().tag());
        List<Map<String, String>> areas = outlines.areas().stream()
                .map(area -> Map.of("name", area.names().in(language).orElse(area.word()), "path", outline.path(area)))
                .toList();
        return Screen.json(
                200,
                Map.of(
                        "width", projection.width(),
                        "height", projection.height(),
                        "frame", projection.frame(),
                        "country", paths(outline, outlines.country()),
                        "areas", areas,
                        "tiles", tiles.template(),
                        "attribution", tiles.attribution(),
                        "link", tiles.link()));
    }

    private static String paths(MapOutline outline, List<Area> areas) {
        return areas.stream().map(outline::path).collect(Collectors.joining());
    }
}
