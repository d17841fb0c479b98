package org.herald.exchange.wxr;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.herald.model.Blank;

/**
 * Tells the items of a file from one another: by their number, and where that is missing, 0 or another's by guid, else by
 * link, else by title and date. An item that has no number of its own gets a negative one for the time of the import.
 */
final class Identities {

    private static final int LONGEST = 300;

    /** Numbers mean something among items of the same sort. */
    private static final Map<String, String> SORTS =
            Map.of("post", "item", "page", "item", "attachment", "file", "wp_block", "block");

    private final OldSite site;
    private final Map<String, Long> numbers = new HashMap<>();
    private final Map<Numbered, Occurrence> counting = new HashMap<>();
    private final Map<Long, String> names = new HashMap<>();
    private final Map<Long, Long> written = new HashMap<>();
    private final Set<String> claimed = new HashSet<>();

    /** Where an item stands in the file. */
    record Occurrence(int place, int line) {}

    /** Items of different sorts may have the same number. */
    private record Numbered(String sort, long number) {}

    Identities(OldSite site) {
        this.site = site;
    }

    /** Notes an item of the file, in its order; of one that stands there several times the last counts. */
    void add(WxrPart.Post post) {
        var named = post.named();
        String sort = SORTS.getOrDefault(named.type(), "");
        if (sort.isEmpty()) {
            return;
        }
        String key = sort + ' ' + key(post);
        Long number = numbers.get(key);
        if (number == null) {
            number = number(post, sort);
            numbers.put(key, number);
        } else if (PostImporter.isLeftOut(named.status())) {
            return;
        }
        counting.put(new Numbered(sort, number), new Occurrence(named.place(), named.line()));
    }

    /** The same item under a number that nothing else of its sort has. */
    WxrPart.Post numbered(WxrPart.Post post) {
        String sort = SORTS.getOrDefault(post.named().type(), "");
        Long number = sort.isEmpty() ? null : numbers.get(sort + ' ' + key(post));
        return number == null || number == post.named().id() ? post : post.withId(number);
    }

    /** Where the item stands that counts, when the same one stands several times in the file. */
    Occurrence counting(WxrPart.Post numbered) {
        var named = numbered.named();
        return counting.getOrDefault(
                new Numbered(SORTS.getOrDefault(named.type(), ""), named.id()),
                new Occurrence(named.place(), named.line()));
    }

    /** By what an item is known again. */
    String name(long id) {
        return names.getOrDefault(id, Long.toString(id));
    }

    /** The number that stands in the file. */
    long written(long id) {
        return written.getOrDefault(id, id);
    }

    private long number(WxrPart.Post post, String sort) {
        var named = post.named();
        if (named.id() > 0 && claimed.add(sort + ' ' + named.id())) {
            return named.id();
        }
        long number = -named.place();
        String name = List.of(called("guid", named.guid()), called("link", named.link())).stream()
                .filter(each -> !each.isEmpty() && claimed.add(sort + ' ' + each))
                .findFirst()
                .orElseGet(() -> "text " + digest(key(post)));
        names.put(number, name);
        written.put(number, named.id());
        return number;
    }

    /** What two items of a file have both only when they are the same. */
    private String key(WxrPart.Post post) {
        var named = post.named();
        String guid = called("guid", named.guid());
        String link = called("link", named.link());
        if (named.id() > 0) {
            return named.id() + "\n" + (guid.isEmpty() ? link : guid);
        }
        return guid.isEmpty() && link.isEmpty()
                ? String.join(
                        "\n",
                        named.type(),
                        named.slug(),
                        post.written().title(),
                        post.dated().local(),
                        post.dated().gmt(),
                        post.dated().rss())
                : guid + "\n" + link;
    }

    /** An address that names a thing; the one of the whole site, and {@code ?p=0}, name none. */
    private String called(String word, String address) {
        boolean isNone = Blank.is(address)
                || site.path(address)
                        .filter(path -> path.equals("/") || path.matches("/\\?(p|page_id|attachment_id)=0*"))
                        .isPresent();
        return isNone ? "" : word + ' ' + (address.length() > LONGEST ? digest(address) : address);
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
