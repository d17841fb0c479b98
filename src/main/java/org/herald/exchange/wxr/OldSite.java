package org.herald.exchange.wxr;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The site that an export comes from: which addresses were its own, and the form in which they are kept: decoded, from
 * the first slash, without a slash at the end, with the query where that names the thing ({@code /?p=12}).
 */
final class OldSite {

    private static final Pattern NAMING_QUERY = Pattern.compile("(p|page_id|attachment_id|cat)=[0-9]{1,18}");
    private static final Pattern SCHEME = Pattern.compile("(?i)https?://|//");
    private static final Pattern SIZE =
            Pattern.compile("(-\\d{1,5}x\\d{1,5}|-scaled|-e\\d{10,13})(?=\\.[A-Za-z0-9]{2,5}$)");

    private final String address;
    private final String host;

    /** @param address where it stood, without a slash at its end */
    OldSite(String address) {
        this.address = address;
        this.host = host(address);
    }

    String address() {
        return address;
    }

    /** The address as it is kept, when it is one of this site's; nothing for the addresses of others. */
    Optional<String> path(String url) {
        String written = url.strip();
        if (SCHEME.matcher(written).lookingAt()) {
            return host(written).equals(host) ? Optional.of(kept(afterHost(written))) : Optional.empty();
        }
        return written.startsWith("/") ? Optional.of(kept(written)) : Optional.empty();
    }

    /** The identity that an address names in its query: {@code /?p=12} names 12. */
    static Optional<Long> named(String path) {
        var query = Pattern.compile("^/\\?(?:p|page_id|attachment_id)=([0-9]{1,18})$")
                .matcher(path);
        return query.matches() ? Optional.of(Long.parseLong(query.group(1))) : Optional.empty();
    }

    /** What names a file whatever its host, scheme, query and size: {@code /2008/06/mir.jpg}. */
    static String fileKey(String url) {
        String path = SCHEME.matcher(url).lookingAt() ? afterHost(url) : url;
        path = decoded(path.replaceAll("(?s)[?#].*$", ""));
        return SIZE.matcher(path).replaceAll("");
    }

    /** The last word of a file's address: {@code mir.jpg}. */
    static String fileName(String url) {
        String path = decoded(withoutQuery(url));
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The address of a file without the query by which WordPress asks for a size. */
    static String withoutQuery(String url) {
        return url.strip().replaceAll("(?s)[?#].*$", "");
    }

    static String host(String url) {
        try {
            String name = URI.create(url.startsWith("//") ? "https:" + url : url.replaceAll("[^\\x21-\\x7e]", "x"))
                    .getHost();
            return name == null ? "" : name.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }

    static String decoded(String written) {
        String plain = written;
        if (written.contains("%")) {
            try {
                plain = URLDecoder.decode(written.replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException notEncoded) {
                plain = written;
            }
        }
        return Normalizer.normalize(plain, Normalizer.Form.NFC);
    }

    private static String kept(String written) {
        String plain = written.replaceFirst("(?s)#.*$", "");
        int question = plain.indexOf('?');
        String query = question < 0 ? "" : plain.substring(question + 1);
        String path =
                decoded(question < 0 ? plain : plain.substring(0, question)).replaceAll("(?<!/)/+$", "");
        String start = path.isEmpty() ? "/" : path;
        return NAMING_QUERY.matcher(query).matches() ? start + "?" + query : start;
    }

    private static String afterHost(String url) {
        int slash = url.indexOf('/', url.indexOf("//") + 2);
        int question = url.indexOf('?');
        if (slash < 0 || (question >= 0 && question < slash)) {
            return "/" + (question < 0 ? "" : url.substring(question));
        }
        return url.substring(slash);
    }
}
