package org.herald.web;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The makings of pages that were kept at a moment, for tests that ask whether a change throws a page away. Whether a page
 * is kept says nothing about that: one that readers asked for may have been made anew before the test looks.
 */
public final class Makings {

    private final PageCache cache;
    private final Map<String, CachedPage> then;

    private Makings(PageCache cache, Map<String, CachedPage> then) {
        this.cache = cache;
        this.then = then;
    }

    /**
     * What is kept at these addresses now.
     *
     * @throws java.util.NoSuchElementException when nothing is kept at one of them
     */
    public static Makings at(PageCache cache, String... addresses) {
        return new Makings(
                cache,
                List.of(addresses).stream()
                        .collect(Collectors.toMap(
                                Function.identity(),
                                address -> cache.at(address).orElseThrow())));
    }

    /** True when a page is kept at this address. */
    public static boolean isKept(PageCache cache, String address) {
        return cache.at(address).isPresent();
    }

    /** True when the page that was kept at this address then is still the one that readers get. */
    public boolean still(String address) {
        return cache.at(address).filter(page -> page == then.get(address)).isPresent();
    }
}
