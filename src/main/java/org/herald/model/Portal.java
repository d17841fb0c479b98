package org.herald.model;

import java.net.IDN;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The portal as its addresses name it.
 *
 * @param host where readers find it, as {@link #host(String)} writes hosts; empty when it is not known
 * @param languages that its addresses begin with; empty when they are not known
 */
public record Portal(String host, List<Language> languages) {

    public static final Portal UNKNOWN = new Portal("", List.of());

    private static final String THIS_MACHINE = "localhost";
    private static final Set<String> LOOPBACK = Set.of(THIS_MACHINE, "127.0.0.1", "[::1]", "0.0.0.0");
    private static final Pattern WITH_HOST = Pattern.compile(
            "(?:(?i:https?):)?//(?:[^/?#@]*@)?(\\[[^]]*]|[^/?#:]*)(?::[0-9]*)?([/?#].*)?", Pattern.DOTALL);
    private static final Pattern WITHOUT_SCHEME =
            Pattern.compile("((?=[^/?#]*[.:])[^/?#:@\\s]+)(?::[0-9]+)?([/?#].*)?", Pattern.DOTALL);

    public Portal {
        languages = List.copyOf(languages);
    }

    public static Portal of(URI baseUrl, List<Language> languages) {
        return new Portal(
                Optional.ofNullable(baseUrl.getHost()).map(Portal::host).orElse(""), languages);
    }

    /**
     * The address of this portal that a text is: with its host under any scheme or port, or from its first slash, or a
     * query of its first page. An address of the machine on which it was typed is one, too: no reader can mean another.
     */
    public Optional<StoredAddress> own(String typed) {
        String text = typed.strip();
        if (text.startsWith("/") && !text.startsWith("//")) {
            return Optional.of(StoredAddress.of(text));
        }
        if (text.startsWith("?")) {
            return Optional.of(StoredAddress.of("/" + text));
        }
        Matcher whole = WITH_HOST.matcher(text);
        if (whole.matches()) {
            return isOwn(whole.group(1)) ? Optional.of(below(whole.group(2))) : Optional.empty();
        }
        Matcher bare = WITHOUT_SCHEME.matcher(text);
        if (bare.matches() && isOwn(bare.group(1))) {
            return Optional.of(below(bare.group(2)));
        }
        String first = text.replaceFirst("[/?#].*$", "");
        boolean isPath = languages.stream().anyMatch(language -> language.tag().equals(first))
                || Set.of("newsroom", "preview").contains(first);
        return isPath ? Optional.of(StoredAddress.of("/" + text)) : Optional.empty();
    }

    private static StoredAddress below(@Nullable String rest) {
        String path = rest == null ? "/" : rest;
        return StoredAddress.of(path.startsWith("/") ? path : "/" + path);
    }

    private boolean isOwn(String named) {
        String other = host(named);
        return other.equals(THIS_MACHINE) || (!host.isEmpty() && other.equals(host));
    }

    /** A host in one spelling: in ASCII and lower case, without {@code www}; every name of this machine is the same. */
    private static String host(String written) {
        String lower = written.toLowerCase(Locale.ROOT).replaceFirst("[.]$", "");
        if (LOOPBACK.contains(lower)) {
            return THIS_MACHINE;
        }
        try {
            return IDN.toASCII(lower, IDN.ALLOW_UNASSIGNED).replaceFirst("^www[.]", "");
        } catch (IllegalArgumentException noHost) {
            return lower;
        }
    }
}
