package org.herald.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.herald.model.geo.MapTiles;
import org.junit.jupiter.api.Test;

/** What the policy of a page with a map allows besides what every page may do. */
final class SecurityHeadersTest {

    private static final Representation PAGE = Representation.html("<p>A map");

    private static String policy(Representation page) {
        return page.headers().getOrDefault("Content-Security-Policy", "");
    }

    @Test
    void aMapThatMovesMayRunOurScriptAndAskUsAlone() {
        var headers = new SecurityHeaders(new Style(""), new Policies(Map.of()), MapTiles.NONE);

        assertEquals("", policy(headers.ofMap(PAGE)), "a map that does not move is a page as any other");
        String policy = policy(headers.ofMovingMap(PAGE));
        assertTrue(policy.startsWith("default-src 'none'; img-src 'self'; style-src 'sha256-"), policy);
        assertTrue(policy.contains("; script-src 'self'; connect-src 'self'; "), policy);
        assertFalse(policy.contains("http") || policy.contains("unsafe"), policy);
    }

    @Test
    void picturesMayComeFromTheHostOfTheTileServerAndNoOther() {
        var tiles = new MapTiles("https://t.example:8443/a/{z}/{x}/{y}.png", "© T", "");
        var headers = new SecurityHeaders(new Style(""), new Policies(Map.of()), tiles);

        for (String policy : new String[] {policy(headers.ofMap(PAGE)), policy(headers.ofMovingMap(PAGE))}) {
            assertTrue(policy.contains("; img-src 'self' https://t.example:8443; style-src"), policy);
            assertEquals(policy.indexOf("http"), policy.lastIndexOf("http"), policy);
        }
        assertFalse(policy(headers.ofMap(PAGE)).contains("script"), policy(headers.ofMap(PAGE)));
    }
}
