package org.herald.model.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses of tiles are taken, and which pictures stand below a drawing. */
final class MapTilesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://t.example/",
                "http://t.example/{z}/{x}/{y}.png",
                "//t.example/{z}/{x}/{y}.png",
                "https://t.example/{z}/{x}.png",
                "https://t.example/{z}/{x}/{y}/{y}.png",
                "https://t.example/{z}/{x}/{-y}.png",
                "https://{s}.t.example/{z}/{x}/{y}.png",
                "https://{z}.example/{x}/{y}.png",
                "https://t.example{z}/{x}/{y}.png",
                "https://a:b@t.example/{z}/{x}/{y}.png",
                "https://t.example; script-src *//{z}/{x}/{y}.png",
                "https://t.example/{z}/{x}/{y}.png\" onload=\"x",
                "https://t.example/{z}/{x}/{y}.png#here",
                "https:///{z}/{x}/{y}.png",
                "javascript:{z}{x}{y}"
            })
    void whatIsNoAddressOfTilesIsRefused(String template) {
        assertFalse(MapTiles.isTemplate(template));
    }

    @Test
    void anAddressHasZoomColumnAndRow() {
        String template = "https://t.example:8443/map/{z}/{x}/{y}@2x.png?key=a";
        assertTrue(MapTiles.isTemplate(template));
        assertEquals(
                "https://t.example:8443/map/6/37/20@2x.png?key=a",
                new MapTiles(template, "", "").address(new MapTiles.Tile(6, 37, 20, 0, 0, 256)));
    }

    /** From zoom 0 to the nearest map, at the date line and about the poles. */
    @Test
    void thePicturesCoverTheDrawingAndAreFew() {
        var tiles = new MapTiles("https://t.example/{z}/{x}/{y}.png", "", "");
        for (Bounds part : new Bounds[] {
            new Bounds(-80, -180, 84, 179),
            new Bounds(51, 23, 56, 33),
            new Bounds(53.9, 27.5, 53.9, 27.5),
            new Bounds(-20, 170, -10, -170),
            new Bounds(80, 0, 89, 40)
        }) {
            for (int width : new int[] {288, 720, 1440}) {
                var projection = MapProjection.fit(part, width, 0.01, true);
                var below = tiles.below(projection);
                assertTrue(!below.isEmpty() && below.size() <= 90, () -> part + ": " + below.size());
                for (var tile : below) {
                    long count = 1L << tile.zoom();
                    assertTrue(tile.column() >= 0 && tile.column() < count && tile.row() >= 0 && tile.row() < count);
                    assertTrue(tile.zoom() <= 19 && (tile.side() > 90 || tile.zoom() == 0), tile::toString);
                }
                double x = projection.x(part.west());
                double y = projection.y(part.south());
                assertTrue(
                        below.stream()
                                .anyMatch(tile -> x >= tile.x() - 0.001
                                        && x <= tile.x() + tile.side() + 0.001
                                        && y >= tile.y() - 0.001
                                        && y <= tile.y() + tile.side() + 0.001),
                        () -> part + " in " + below);
            }
        }
    }
}
