package org.herald.web;

import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The machines in front of us whose word we take for where a request comes from: those that the settings name, and no
 * others. This machine itself is one of them only when it is named, as other programs run on it, too.
 */
public final class Proxies {

    private final Set<InetAddress> known;

    /** @param addresses as numbers, not as names */
    public Proxies(List<String> addresses) {
        this.known = addresses.stream().map(InetAddress::ofLiteral).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The address that a request comes from: the last one that no machine of ours wrote down (RFC 7239, section 8.1: what
     * stands before it may be invented).
     *
     * @param peer who is connected to us
     * @param forwarded the values of {@code X-Forwarded-For}, in their order
     */
    String client(String peer, List<String> forwarded) {
        var line = forwarded.stream()
                .flatMap(value -> List.of(value.split(",")).stream())
                .map(String::strip)
                .toList();
        String client = peer;
        for (int i = line.size() - 1; i >= 0 && isOurs(client); i--) {
            if (!isAddress(line.get(i))) {
                break;
            }
            client = line.get(i);
        }
        return client;
    }

    private boolean isOurs(String text) {
        return known.contains(InetAddress.ofLiteral(text));
    }

    private static boolean isAddress(String text) {
        try {
            InetAddress.ofLiteral(text);
            return true;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }
}
