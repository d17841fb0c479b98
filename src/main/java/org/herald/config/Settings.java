package org.herald.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.herald.model.CheckRules;
import org.herald.model.Language;
import org.herald.model.Portal;
import org.herald.model.geo.MapTiles;
import org.herald.model.kind.Holidays;
import org.jspecify.annotations.Nullable;

/**
 * Every setting of a portal: the site folder's {@code portal.yaml}, each key overridden by {@code HERALD_…} in the
 * environment ({@code base-url} by {@code HERALD_BASE_URL}). docs/settings.md describes them.
 *
 * @param folder the site folder
 * @param name the portal's name in each of its languages
 * @param languages at least one; the first is the default
 * @param zone the portal's time zone, by whose days the archive is kept
 * @param baseUrl the address of the portal as readers know it, without a slash at its end
 * @param theme how it looks
 * @param footer a line of text at the foot of every page, per language; may be empty
 * @param isReviewRequired true when nothing goes out of the newsroom that was not approved
 * @param checks what is looked at before an item goes out
 * @param store where its rows are
 * @param inFront the cache that readers ask instead of us
 * @param signIn how people may sign in to the newsroom
 * @param hub where programs may ask to be told of changes of feeds (WebSub); empty for none
 * @param editions how its languages and days are shown to readers
 */
public record Settings(
        Path folder,
        Map<Language, String> name,
        List<Language> languages,
        ZoneId zone,
        URI baseUrl,
        Theme theme,
        Map<Language, String> footer,
        boolean isReviewRequired,
        CheckRules checks,
        Store store,
        InFront inFront,
        SignInSettings signIn,
        String hub,
        Editions editions) {

    /**
     * Where the rows of a portal are.
     *
     * @param url the address of a PostgreSQL database; empty for a file of the site folder
     * @param user whom PostgreSQL knows
     * @param password never logged; empty for none
     */
    public record Store(String url, String user, String password) {

        /** The server that holds the portal; absent when a file does. */
        public Optional<DatabaseServer> server() {
            return url.isEmpty() ? Optional.empty() : Optional.of(at(url));
        }

        /** Another database that the same user can reach. */
        public DatabaseServer at(String other) {
            return new DatabaseServer(other, user, password);
        }

        @Override
        public String toString() {
            return "Store[" + DatabaseServer.shown(url) + "]";
        }
    }

    /**
     * The cache in front of the server.
     *
     * @param kind {@code none}, {@code varnish}, {@code fastly} or {@code cloudflare}
     * @param purgeUrl where it is told to remove pages; nothing when it is never told
     * @param token what it knows us by; empty for none, and never logged
     * @param proxies the addresses of machines whose word is taken for where a request comes from
     */
    public record InFront(String kind, @Nullable URI purgeUrl, String token, List<String> proxies) {

        public static final InFront NONE = new InFront("none", null, "", List.of());

        public InFront {
            proxies = List.copyOf(proxies);
        }

        @Override
        public String toString() {
            return "InFront[" + kind + ", " + purgeUrl + "]";
        }
    }

    /**
     * How the languages and days of a portal are shown to readers.
     *
     * @param hidesUntranslated true when a page has no link to a language into which it is not translated; otherwise the
     *     link leads to that language's front page and says so
     * @param weekStarts the day on which weeks begin, for languages in which it is not that of their region
     * @param holidays on which opening hours may be others
     */
    public record Editions(boolean hidesUntranslated, Map<Language, DayOfWeek> weekStarts, Holidays holidays) {

        public Editions {
            weekStarts = Map.copyOf(weekStarts);
        }
    }

    /**
     * How a portal looks.
     *
     * @param accent the one colour of links and marks on light ground, as {@code #rrggbb}
     * @param accentDark the same on dark ground
     * @param emblem a file in the site folder's {@code theme/}; empty for none
     * @param tiles the server whose pictures stand below maps
     */
    public record Theme(String accent, String accentDark, String emblem, MapTiles tiles) {}

    public Settings {
        name = Map.copyOf(name);
        languages = List.copyOf(languages);
        footer = Map.copyOf(footer);
    }

    /** The same settings for another site folder. */
    public Settings in(Path other) {
        return new Settings(
                other,
                name,
                languages,
                zone,
                baseUrl,
                theme,
                footer,
                isReviewRequired,
                checks,
                store,
                inFront,
                signIn,
                hub,
                editions);
    }

    /** The portal as its addresses name it. */
    public Portal portal() {
        return Portal.of(baseUrl, languages);
    }

    /** The portal's name in this language. */
    public String nameIn(Language language) {
        return name.getOrDefault(language, name.values().iterator().next());
    }

    public Language defaultLanguage() {
        return languages.getFirst();
    }

    /** The folder of what the portal writes. */
    public Path data() {
        return folder.resolve("data");
    }

    /** The file that holds the portal unless a server does. */
    public Path database() {
        return data().resolve("portal.db");
    }

    /** The key of the site, by which the newsroom's secrets are sealed. */
    public Path secretKey() {
        return data().resolve("secret.key");
    }

    public Path files() {
        return data().resolve("files");
    }

    /** What is made of the files, and can be made again. */
    public Path renditions() {
        return data().resolve("renditions");
    }

    public Path themeFolder() {
        return folder.resolve("theme");
    }
}
