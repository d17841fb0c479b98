package org.herald.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose word is taken for where a request comes from. */
final class ProxiesTest {

    private final Proxies proxies = new Proxies(List.of("127.0.0.1", "::1", "10.0.0.5", "fd00::5"));

    @Test
    void strangerIsWhoIsConnected() {
        assertEquals("203.0.113.9", proxies.client("203.0.113.9", List.of()));
        assertEquals("203.0.113.9", proxies.client("203.0.113.9", List.of("192.0.2.1")), "and may say what they like");
    }

    @Test
    void onlyProxiesThatAreNamedAreBelieved() {
        var noneNamed = new Proxies(List.of());
        assertEquals("127.0.0.1", noneNamed.client("127.0.0.1", List.of("203.0.113.9")));
        assertEquals("0:0:0:0:0:0:0:1", noneNamed.client("0:0:0:0:0:0:0:1", List.of("203.0.113.9")));
        assertEquals("10.0.0.6", proxies.client("10.0.0.6", List.of("203.0.113.9")));
    }

    @Test
    void proxiesOfTheSettingsAreBelieved() {
        assertEquals("203.0.113.9", proxies.client("127.0.0.1", List.of("203.0.113.9")));
        assertEquals("203.0.113.9", proxies.client("0:0:0:0:0:0:0:1", List.of("203.0.113.9")));
        assertEquals("2001:db8::9", proxies.client("fd00:0:0:0:0:0:0:5", List.of("2001:db8::9")));
    }

    @Test
    void lastAddressThatNoProxyOfOursHasIsTheClient() {
        assertEquals("203.0.113.9", proxies.client("127.0.0.1", List.of("192.0.2.66, 203.0.113.9, 10.0.0.5")));
        assertEquals("203.0.113.9", proxies.client("127.0.0.1", List.of("192.0.2.66, 203.0.113.9", "10.0.0.5")));
        assertEquals("10.0.0.5", proxies.client("127.0.0.1", List.of("10.0.0.5")));
    }

    @Test
    void whatIsNoAddressEndsTheLine() {
        assertEquals("10.0.0.5", proxies.client("127.0.0.1", List.of("203.0.113.9, unknown, 10.0.0.5")));
        assertEquals("127.0.0.1", proxies.client("127.0.0.1", List.of("")));
        assertEquals("127.0.0.1", proxies.client("127.0.0.1", List.of("evil.example")));
    }
}
