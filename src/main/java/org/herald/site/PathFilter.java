package org.herald.site;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * A set of texts in very little memory that says of a text that it is certainly not in it, or that it may be (a Bloom
 * filter: B. H. Bloom, Communications of the ACM 13, 1970). Some threads add while others ask; nothing is ever removed.
 */
final class PathFilter {

    /** With seven hashes, one in a hundred texts that are not in it seems to be when it is full. */
    private static final int BITS_EACH = 10;

    private static final int HASHES = 7;
    /** A small portal has room for so many, 125 kilobytes, and hardly ever takes one for another. */
    private static final int LEAST = 100_000;

    private static final long FNV_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final AtomicLongArray words;
    private final long bits;
    private final long most;
    private final AtomicLong count = new AtomicLong();

    /** @param expected how many texts it will have, nearly */
    PathFilter(long expected) {
        this.most = Math.max(LEAST, 2 * expected);
        this.words = new AtomicLongArray(Math.toIntExact(most * BITS_EACH / Long.SIZE + 1));
        this.bits = (long) words.length() * Long.SIZE;
    }

    /** @param kind tells apart texts of several sorts */
    void add(char kind, CharSequence text) {
        long hash = hash(kind, text);
        boolean isNew = false;
        for (int i = 0; i < HASHES; i++) {
            long bit = bit(hash, i);
            long mask = 1L << bit;
            isNew |= (words.getAndAccumulate((int) (bit / Long.SIZE), mask, (old, more) -> old | more) & mask) == 0;
        }
        if (isNew) {
            count.incrementAndGet();
        }
    }

    /** False when the text was certainly not added. */
    boolean mayHave(char kind, CharSequence text) {
        long hash = hash(kind, text);
        for (int i = 0; i < HASHES; i++) {
            long bit = bit(hash, i);
            if ((words.get((int) (bit / Long.SIZE)) & (1L << bit)) == 0) {
                return false;
            }
        }
        return true;
    }

    /** True when it has so many texts that it says too often of others that they may be in it. */
    boolean isFull() {
        return count.get() > most;
    }

    /** Two hashes are enough for any number (Kirsch and Mitzenmacher, 2006). */
    private long bit(long hash, int i) {
        long first = hash & 0xffffffffL;
        long second = (hash >>> 32) | 1;
        return (first + i * second) % bits;
    }

    /** FNV-1a, mixed at the end as splitmix64 does. */
    private static long hash(char kind, CharSequence text) {
        long hash = (FNV_BASIS ^ kind) * FNV_PRIME;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        return hash ^ (hash >>> 31);
    }
}
