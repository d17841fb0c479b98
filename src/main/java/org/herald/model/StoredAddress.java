package org.herald.model;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An address of the portal in the form in which addresses are stored and looked up.
 *
 * @param path decoded and composed (NFC), from its first slash, without slashes at its end
 * @param query as written; empty for none
 */
public record StoredAddress(String path, String query) {

    /** Parameters by which campaigns and networks follow readers; they name nothing. */
    private static final Pattern CAMPAIGN = Pattern.compile(
            "(?i)(?:utm_.*|[a-z_]*cl[ik]*id|[gw]braid|_g[al]|_openstat|mc_[ce]id|igsh(?:id)?|_hs(?:enc|mi))(?:=.*)?",
            Pattern.DOTALL);

    /**
     * The address that was written so.
     *
     * @param written from its first slash, with percent-encoding in any spelling, with query and fragment
     */
    public static StoredAddress of(String written) {
        String whole = written.replaceFirst("(?s)#.*$", "");
        int mark = whole.indexOf('?');
        String path = decoded(mark < 0 ? whole : whole.substring(0, mark));
        return new StoredAddress(
                path.length() > 1 ? path.replaceFirst("(?<!/)/+$", "") : path,
                mark < 0 ? "" : whole.substring(mark + 1));
    }

    /** The form in which it is stored: with the parameters that name something in their order by name. */
    public String stored() {
        String ordered = ordered(meaningful(query));
        return ordered.isEmpty() ? path : path + "?" + ordered;
    }

    /** The forms under which it may be stored, the most exact first; its path alone comes last. */
    public Set<String> forms() {
        var forms = new LinkedHashSet<String>();
        for (String each : List.of(query, String.join("&", meaningful(query)), ordered(meaningful(query)))) {
            if (!each.isEmpty()) {
                forms.add(path + "?" + each);
            }
        }
        forms.add(path);
        return forms;
    }

    /** The address as a link has it (RFC 3986), without what follows readers. */
    public String link() {
        String kept = String.join("&", meaningful(query));
        try {
            return new URI(null, null, path, null).toASCIIString() + (kept.isEmpty() ? "" : "?" + kept);
        } catch (URISyntaxException impossible) {
            throw new IllegalArgumentException("No path: " + path, impossible);
        }
    }

    private static List<String> meaningful(String query) {
        return Arrays.stream(query.split("&"))
                .filter(each -> !each.isEmpty() && !CAMPAIGN.matcher(each).matches())
                .toList();
    }

    private static String ordered(List<String> parameters) {
        return parameters.stream().map(StoredAddress::spelled).sorted().collect(Collectors.joining("&"));
    }

    /** A parameter with the one spelling of each of its letters. */
    private static String spelled(String parameter) {
        return Arrays.stream(parameter.split("=", 2))
                .map(each -> URLEncoder.encode(decoded(each.replace('+', ' ')), StandardCharsets.UTF_8)
                        .replace("+", "%20"))
                .collect(Collectors.joining("="));
    }

    private static String decoded(String text) {
        try {
            return Normalizer.normalize(
                    URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8), Normalizer.Form.NFC);
        } catch (IllegalArgumentException notEncoded) {
            return Normalizer.normalize(text, Normalizer.Form.NFC);
        }
    }
}
