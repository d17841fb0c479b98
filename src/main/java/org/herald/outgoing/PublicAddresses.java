package org.herald.outgoing;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses are of the public internet. All are refused that the registries of IANA keep for something else
 * (RFC 6890): those of this machine and of its network above all.
 */
final class PublicAddresses {

    private static final int BITS = 8; // of an octet
    private static final int OF_VERSION_4 = 4; // octets

    private static final List<Block> RESERVED = blocks(
            "0.0.0.0/8", // this network
            "10.0.0.0/8", // private
            "100.64.0.0/10", // shared by the customers of a provider
            "127.0.0.0/8", // this machine
            "169.254.0.0/16", // this link; services of cloud machines
            "172.16.0.0/12", // private
            "192.0.0.0/24", // protocols
            "192.0.2.0/24", // examples
            "192.31.196.0/24",
            "192.52.193.0/24",
            "192.88.99.0/24", // relays of 6to4
            "192.168.0.0/16", // private
            "192.175.48.0/24",
            "198.18.0.0/15", // measurements
            "198.51.100.0/24", // examples
            "203.0.113.0/24", // examples
            "224.0.0.0/4", // multicast
            "240.0.0.0/4", // reserved, and broadcast
            "2001::/23", // protocols, Teredo
            "2001:db8::/32", // examples
            "2002::/16", // 6to4, which holds an address of version 4
            "2620:4f:8000::/48",
            "3fff::/20", // examples
            "5f00::/16");

    /** All of version 6 that is given to anybody. */
    private static final Block GIVEN = block("2000::/3");

    /** Which hold an address of version 4 in their last four octets. */
    private static final Block TRANSLATED = block("64:ff9b::/96");

    private PublicAddresses() {}

    /** Addresses that begin alike. */
    private static final class Block {
        private final byte[] beginning;
        private final int length;

        Block(byte[] beginning, int length) {
            this.beginning = beginning;
            this.length = length;
        }

        boolean has(byte[] address) {
            if (address.length != beginning.length) {
                return false;
            }
            int whole = length / BITS;
            if (!Arrays.equals(address, 0, whole, beginning, 0, whole)) {
                return false;
            }
            int rest = length % BITS;
            return rest == 0 || (address[whole] ^ beginning[whole]) >> (BITS - rest) == 0;
        }
    }

    private static List<Block> blocks(String... texts) {
        return Arrays.stream(texts).map(PublicAddresses::block).toList();
    }

    private static Block block(String text) {
        int slash = text.indexOf('/');
        try {
            return new Block(
                    InetAddress.ofLiteral(text.substring(0, slash)).getAddress(),
                    Integer.parseInt(text.substring(slash + 1)));
        } catch (IllegalArgumentException malformed) {
            throw new IllegalStateException("No block of addresses: " + text, malformed);
        }
    }

    static boolean has(InetAddress address) {
        byte[] octets = address.getAddress();
        if (RESERVED.stream().anyMatch(block -> block.has(octets))) {
            return false;
        }
        if (octets.length == OF_VERSION_4) {
            return true;
        }
        if (TRANSLATED.has(octets)) {
            return has(embedded(octets));
        }
        return GIVEN.has(octets);
    }

    private static InetAddress embedded(byte[] octets) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(octets, octets.length - OF_VERSION_4, octets.length));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("Four octets are an address", impossible);
        }
    }
}
