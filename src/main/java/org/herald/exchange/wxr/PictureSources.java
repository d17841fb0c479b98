package org.herald.exchange.wxr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/**
 * Finds which picture an {@code img} means. Plugins that load pictures late write the address into other attributes and a
 * placeholder into {@code src}; other pictures have only a list of sizes.
 */
final class PictureSources {

    /** Where plugins write the address, the whole picture first. */
    private static final List<String> ATTRIBUTES = List.of(
            "data-orig-file",
            "data-full-url",
            "data-src",
            "data-lazy-src",
            "data-lazy",
            "data-original",
            "data-ezsrc",
            "data-cfsrc",
            "data-pin-media",
            "data-image",
            "data-url",
            "data-large-file",
            "data-medium-file");

    private static final List<String> LISTS = List.of("data-srcset", "data-lazy-srcset", "srcset");

    private static final Set<String> PLACEHOLDERS = Set.of(
            "blank", "spacer", "transparent", "1x1", "1x1.trans", "trans", "pixel", "grey", "gray", "loading", "lazy");

    private PictureSources() {}

    /**
     * Writes into {@code src} of each picture of a text what it means, and takes the second copies out that stand in
     * {@code noscript} for browsers without script.
     *
     * @param isOurs true for the addresses of the old site's files
     */
    static void settle(Element body, Predicate<String> isOurs) {
        body.select("amp-img, amp-anim").tagName("img");
        for (Element picture : body.select("img")) {
            var sources = of(picture);
            sources.stream()
                    .filter(isOurs)
                    .findFirst()
                    .or(() -> sources.stream().findFirst())
                    .ifPresent(source -> picture.attr("src", source));
        }
        var fallbacks = body.select("noscript");
        var shown = fallbacks.isEmpty()
                ? Set.<String>of()
                : body.select("img:not(noscript img)").stream()
                        .map(picture -> OldSite.fileKey(picture.attr("src")))
                        .collect(Collectors.toSet());
        for (Element fallback : fallbacks) {
            for (Element picture : List.copyOf(fallback.select("img"))) {
                if (shown.contains(OldSite.fileKey(picture.attr("src")))) {
                    remove(picture, fallback);
                }
            }
            fallback.unwrap();
        }
    }

    /** The addresses that a picture names, the most likely first, without placeholders. */
    private static Set<String> of(Element picture) {
        var all = new ArrayList<String>();
        if (!isPlaceholder(picture.attr("src"))) {
            all.add(picture.attr("src").strip());
        }
        ATTRIBUTES.forEach(name -> all.add(picture.attr(name).strip()));
        var listed = new ArrayList<Element>(List.of(picture));
        var parent = picture.parent();
        if (parent != null && parent.normalName().equals("picture")) {
            listed.addAll(parent.select("source"));
        }
        listed.forEach(each -> LISTS.forEach(name -> largest(each.attr(name)).ifPresent(all::add)));
        all.removeIf(PictureSources::isPlaceholder);
        return new LinkedHashSet<>(all);
    }

    static boolean isPlaceholder(String address) {
        String plain = address.strip().toLowerCase(Locale.ROOT);
        String name = OldSite.fileName(plain);
        return plain.isEmpty()
                || plain.startsWith("data:")
                || plain.equals("about:blank")
                || name.contains("placeholder")
                || PLACEHOLDERS.contains(name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name);
    }

    /** The largest of a list such as {@code a-300.jpg 300w, a.jpg 1200w}. */
    static Optional<String> largest(String list) {
        return Arrays.stream(list.strip().split(",\\s+|,(?=https?:|/)"))
                .map(entry -> entry.strip().split("\\s+"))
                .filter(entry -> !entry[0].isEmpty())
                .max(Comparator.comparingDouble(entry -> entry.length < 2 ? 1 : size(entry[1])))
                .map(entry -> entry[0]);
    }

    private static double size(String written) {
        String number = written.replaceAll("[^0-9.]", "");
        return number.matches("[0-9]{1,9}(\\.[0-9]{1,9})?") ? Double.parseDouble(number) : 0;
    }

    /** Takes a picture out with the figure or link around it that holds nothing else. */
    private static void remove(Element picture, Element end) {
        Element out = picture;
        for (Element around = out.parent();
                around != null && !around.equals(end) && around.childrenSize() == 1 && !around.hasText();
                around = out.parent()) {
            out = around;
        }
        out.remove();
    }
}
