package org.herald.publish;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.herald.model.ItemId;
import org.herald.model.Language;
import org.herald.store.CheckQueries;

/**
 * Where the links of a body lead within the portal.
 *
 * @param paths the decoded path of each address that begins with a slash
 */
record LinkTargets(Set<ItemId> items, Map<String, String> paths) {

    private static final Pattern ITEM = Pattern.compile("item:([0-9]{1,18})");

    /** What a list, a calendar or a site map adds to the address of a section or of the portal. */
    private static final Pattern LISTING =
            Pattern.compile("(^|/)(archive(/[0-9]{4}(/[0-9]{2}){0,2})?|site-map|tag/[^/]+(/page/[0-9]+)?|page/[0-9]+"
                    + "|[0-9]{4}(/[0-9]{2}){0,2})$");

    static LinkTargets of(Collection<String> links) {
        var items = new HashSet<ItemId>();
        var paths = new HashMap<String, String>();
        for (String link : links) {
            item(link).ifPresent(items::add);
            if (link.startsWith("/") && !link.startsWith("/assets/")) {
                paths.put(link, path(link));
            }
        }
        return new LinkTargets(items, paths);
    }

    static Optional<ItemId> item(String link) {
        Matcher matcher = ITEM.matcher(link);
        return matcher.matches() ? Optional.of(new ItemId(Long.parseLong(matcher.group(1)))) : Optional.empty();
    }

    /** Those of the addresses at which nothing is, as they were written. */
    Set<String> nowhere(CheckQueries portal) {
        Set<String> leading = portal.leading(paths.values());
        var listings = new HashMap<String, String>();
        paths.forEach((link, path) -> {
            if (!leading.contains(path)) {
                listings.put(link, section(path));
            }
        });
        Set<String> sections = portal.sections(listings.values());
        var nowhere = new HashSet<String>();
        listings.forEach((link, section) -> {
            boolean isFound = hasLanguage(path(link)) && (section.isEmpty() || sections.contains(section));
            if (!isFound && !path(link).equals("/")) {
                nowhere.add(link);
            }
        });
        return nowhere;
    }

    /** The path of the section at whose address, or below it, this one would be a list; without language. */
    private static String section(String path) {
        List<String> parts = List.of(path.split("/", -1));
        String inPortal = parts.size() < 3 ? "" : String.join("/", parts.subList(2, parts.size()));
        return LISTING.matcher(inPortal).replaceFirst("");
    }

    private static boolean hasLanguage(String path) {
        String[] parts = path.split("/", -1);
        return parts.length > 1 && Language.isTag(parts[1]);
    }

    private static String path(String link) {
        String path = decoded(link.replaceAll("[?#].*$", ""));
        return path.length() > 1 ? path.replaceAll("(?<!^)/+$", "") : path;
    }

    private static String decoded(String path) {
        try {
            return Normalizer.normalize(
                    URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8), Normalizer.Form.NFC);
        } catch (IllegalArgumentException notEncoded) {
            return path;
        }
    }
}
