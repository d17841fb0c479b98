package org.herald.exchange.wxr;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.herald.model.WordPressAddress;

/**
 * The site that an export comes from: which addresses were its own, and the form in which they are kept: decoded, from
 * the first slash, without a slash at the end, with the query where that names the thing ({@code /?p=12}).
 */
final class OldSite {

    private static final Pattern SCHEME = Pattern.compile("(?i)https?://|//");
    private static final Pattern LANGUAGE_HOME = Pattern.compile("/[a-z]{2}(?:-[a-z]{2})?");
    private static final String HOME_FILE = "/index.php";
    private static final String CONTENT = "/wp-content/";

    private final String address;
    private final String host;
    private final String home;

    /** @param address where it stood, without a slash at its end; with a path when WordPress stood in a folder */
    OldSite(String address) {
        this.address = address;
        this.host = host(address);
        String path = SCHEME.matcher(address).lookingAt() ? afterHost(address) : "/";
        String folder = decoded(path).replaceAll("/+$", "");
        this.home = folder.isEmpty() ? "/" : folder;
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
    Optional<Long> named(String path) {
        var query =
                Pattern.compile("\\?(?:p|page_id|attachment_id)=([0-9]{1,18})$").matcher(path);
        return query.find() && isHome(path.substring(0, query.start()))
                ? Optional.of(Long.parseLong(query.group(1)))
                : Optional.empty();
    }

    /** The addresses by which this site asked for what a parameter names: {@code /?p=12}, and the same below its folder. */
    Set<String> asked(String parameter) {
        var paths = new LinkedHashSet<String>();
        paths.add("/?" + parameter);
        paths.add(home + "?" + parameter);
        return paths;
    }

    /** An address below the folder in which this site stood: {@code /category/news}. */
    String below(String path) {
        return home.equals("/") ? path : home + path;
    }

    /** A path as it is kept, from the folder on in which this site stood. */
    String inside(String path) {
        return path.startsWith(home + "/") ? path.substring(home.length()) : path;
    }

    /** What names a file whatever its host, scheme, query and size: {@code /2008/06/mir.jpg}. */
    static String fileKey(String url) {
        return WordPressAddress.picture(filePath(url));
    }

    /** The path of a file, decoded: what names it whatever its host, scheme and query. */
    static String filePath(String url) {
        String path = SCHEME.matcher(url).lookingAt() ? afterHost(url) : url;
        return decoded(path.replaceAll("(?s)[?#].*$", ""));
    }

    /**
     * The address of a file of this site that another address means, which leads to it through a picture proxy:
     * {@code https://i0.wp.com/town.example/a.jpg?resize=300,200}. Nothing when there is none.
     */
    Optional<String> behindProxy(String url) {
        String plain = decoded(url.strip());
        int begin = SCHEME.matcher(plain).lookingAt() ? plain.indexOf('/', plain.indexOf("//") + 2) : 0;
        if (begin < 0) {
            return Optional.empty();
        }
        String lower = plain.toLowerCase(Locale.ROOT);
        for (int at = host.isEmpty() ? -1 : lower.lastIndexOf(host + "/");
                at > begin;
                at = lower.lastIndexOf(host + "/", at - 1)) {
            char before = lower.charAt(at - 1);
            if (before == '/' || before == '=' || lower.startsWith("www.", at - "www.".length())) {
                return Optional.of("https://" + ending(plain.substring(at)));
            }
        }
        int content = plain.lastIndexOf(CONTENT);
        return content > begin
                ? Optional.of("https://" + host + below(ending(plain.substring(content))))
                : Optional.empty();
    }

    /** An address of this site with its scheme and host. */
    String whole(String url) {
        String written = url.strip();
        return !written.startsWith("/") || written.startsWith("//")
                ? written
                : address.substring(
                                0, address.length() - (home.equals("/") || !address.endsWith(home) ? 0 : home.length()))
                        + written;
    }

    /** True for an address at this site's host or at one below it. */
    boolean isOwnHost(String url) {
        String name = SCHEME.matcher(url.strip()).lookingAt() ? host(url.strip()) : host;
        return name.equals(host) || (!host.isEmpty() && name.endsWith("." + host));
    }

    private static String ending(String written) {
        return written.replaceAll("(?s)[?&#].*$", "");
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

    /** By which a term is found again, in whatever case and encoding its slug is written. */
    static String key(String slug) {
        return decoded(slug).toLowerCase(Locale.ROOT);
    }

    private String kept(String written) {
        String plain = written.replaceFirst("(?s)#.*$", "");
        int question = plain.indexOf('?');
        String query = question < 0 ? "" : plain.substring(question + 1);
        String path =
                decoded(question < 0 ? plain : plain.substring(0, question)).replaceAll("(?<!/)/+$", "");
        String start = path.isEmpty() ? "/" : path;
        return isHome(start)
                ? WordPressAddress.identity(query)
                        .map(named -> home + "?" + named)
                        .orElse(start)
                : start;
    }

    /** True for the first address of the site, in one of its languages too, where a query says what is meant. */
    private boolean isHome(String path) {
        String inside = path.endsWith(HOME_FILE) ? path.substring(0, path.length() - HOME_FILE.length()) : path;
        String start = inside.isEmpty() ? "/" : inside;
        return start.equals("/")
                || start.equals(home)
                || (start.startsWith(home)
                        && LANGUAGE_HOME
                                .matcher(start.substring(home.equals("/") ? 0 : home.length()))
                                .matches());
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
