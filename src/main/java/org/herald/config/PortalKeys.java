package org.herald.config;

import java.net.InetAddress;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.herald.model.Blank;
import org.herald.model.Check;
import org.herald.model.Check.Severity;
import org.herald.model.Language;
import org.herald.model.Role;
import org.herald.model.geo.MapTiles;

/** Every key of {@code portal.yaml}, in the order of docs/settings.md, which a test compares with it. */
public final class PortalKeys {

    private static final String TEXTS = "text, or a text for each language";
    private static final ValueType<PerLanguage<String>> TEXT_PER_LANGUAGE = ValueType.perLanguage(
            TEXTS, new ValueType<>(TEXTS, "a text, or a text for each of the portal's languages", plainText()));
    private static final ValueType<List<Language>> LANGUAGE_TAGS =
            ValueType.list("list of language tags", "language tags in lower case such as en or pt-br", ValueType::tag);
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1");

    static final Key<PerLanguage<String>> NAME =
            Key.of("name", TEXT_PER_LANGUAGE, "the portal's name").required("My town");
    static final Key<List<Language>> LANGUAGES = Key.of(
                    "languages", LANGUAGE_TAGS, "the portal's languages, the default first")
            .required("[en, be]");
    static final Key<Boolean> LANGUAGE_SWITCH = Key.of(
                    "language-switch",
                    trueOrFalse("all", false, "translated"),
                    "what a page offers in languages into which it is not translated")
            .usually("all");
    static final Key<PerLanguage<DayOfWeek>> WEEK_STARTS = Key.of(
                    "week-starts",
                    ValueType.perLanguage("day of the week, or a day for some of the languages", day()),
                    "the day on which weeks begin in calendars")
            .otherwise("that of the language’s region");
    static final Key<ZoneId> TIME_ZONE = Key.of(
                    "time-zone", ValueType.timeZone(), "the zone by whose days the archive is kept")
            .usually("UTC");
    static final Key<List<HolidayKeys.Written>> HOLIDAYS =
            Key.of("holidays", HolidayKeys.type(), "the public holidays, on which opening hours may be others");
    static final Key<URI> BASE_URL = Key.of(
                    "base-url",
                    ValueType.address("https://example.org"),
                    "the address by which readers reach the portal")
            .usually("http://localhost:8080");
    static final Key<String> ACCENT = Key.of("theme.accent", colour("#1d5b4f"), "the colour of links on light ground")
            .usually("#1d5b4f");
    static final Key<String> ACCENT_DARK = Key.of(
                    "theme.accent-dark", colour("#7fc7b5"), "the colour of links on dark ground")
            .usually("#7fc7b5");
    static final Key<String> EMBLEM = Key.of(
            "theme.emblem",
            ValueType.of(
                    "name of a file",
                    "the name of an svg, png, jpg or webp file in the folder theme of the site folder",
                    text -> matching(text, "[A-Za-z0-9_-]+[.](svg|png|jpg|webp)")),
            "a picture beside the name");
    static final Key<String> TILES = Key.of(
                    "map.tiles",
                    ValueType.of(
                            "address with https, `{z}`, `{x}` and `{y}`",
                            "an address with https that has {z}, {x} and {y} once each behind its host, such as"
                                    + " https://tile.example.org/{z}/{x}/{y}.png",
                            text -> Optional.of(text).filter(MapTiles::isTemplate)),
                    "the server whose pictures stand below maps")
            .required("https://tile.example.org/{z}/{x}/{y}.png")
            .otherwise("none");
    static final Key<String> ATTRIBUTION = Key.of(
                    "map.attribution",
                    ValueType.of(
                            "text",
                            "a text that is not empty",
                            text -> Optional.of(text).filter(each -> !Blank.is(each))),
                    "whose these pictures are")
            .required("© Example contributors")
            .otherwise("none: must be set with tiles");
    static final Key<URI> ATTRIBUTION_LINK = Key.of(
            "map.attribution-link", ValueType.address("https://example.org/copyright"), "where their licence stands");
    static final Key<PerLanguage<String>> FOOTER =
            Key.of("footer", TEXT_PER_LANGUAGE, "a line of text at the foot of every page");
    static final Key<Boolean> REVIEW = Key.of(
                    "newsroom.review",
                    trueOrFalse("required", true, "optional"),
                    "whether everything must be approved before it goes out")
            .usually("optional");
    static final Key<List<Language>> REQUIRED_LANGUAGES = Key.of(
            "newsroom.required-languages", LANGUAGE_TAGS, "the languages into which everything is to be translated");
    private static final Map<Check, Key<Severity>> CHECKS = checks();
    static final Key<String> DATABASE_URL = Key.of(
                    "database.url", DatabaseServer.urlType(), "the PostgreSQL database that holds the portal")
            .otherwise("a file in the site folder (SQLite)");
    static final Key<String> DATABASE_USER = Key.of("database.user", ValueType.text(), "the user whom PostgreSQL knows")
            .usually(DatabaseServer.USUAL_USER);
    static final Key<String> DATABASE_PASSWORD = Key.of(
                    "database.password", ValueType.text(), "the password of that user")
            .secret();
    static final Key<String> CACHE_KIND = Key.of(
                    "in-front.kind",
                    ValueType.choice("none", "varnish", "fastly", "cloudflare"),
                    "the cache in front of the server")
            .usually("none");
    static final Key<URI> PURGE_URL = Key.of(
            "in-front.purge-url",
            ValueType.address("http://127.0.0.1:6081"),
            "where the cache in front is told to remove pages");
    static final Key<String> TOKEN = Key.of(
                    "in-front.token", ValueType.text(), "what the cache in front knows the server by")
            .secret();
    static final Key<List<String>> PROXIES = Key.of(
            "in-front.proxies",
            ValueType.list("addresses", "addresses such as 10.0.0.5 or fd00::5", PortalKeys::ipAddress),
            "the machines whose X-Forwarded-For is believed");
    static final Key<String> HUB = Key.of(
                    "feeds.hub",
                    ValueType.of(
                            "address with https",
                            "an address with https, such as https://hub.example.org/",
                            PortalKeys::issuer),
                    "the WebSub hub that is told when a feed changes")
            .otherwise("none");
    static final Key<Boolean> PASSWORD = Key.of(
                    "sign-in.password", ValueType.yesNo(), "whether passwords let people in")
            .usually("on");
    /** Letter by letter: a slash at its end belongs to it (OpenID Connect Discovery, section 4.3). */
    static final Key<String> ISSUER = Key.of(
                    "sign-in.openid.issuer",
                    ValueType.of(
                            "address with https",
                            "an address with https, such as https://login.example.org",
                            PortalKeys::issuer),
                    "the provider at which people may sign in")
            .required("https://login.example.org")
            .otherwise("none");

    static final Key<String> CLIENT_ID = Key.of(
                    "sign-in.openid.client-id",
                    ValueType.of(
                            "text",
                            "a text that is not empty",
                            text -> Optional.of(text).filter(id -> !Blank.is(id))),
                    "what the provider calls this portal")
            .required("herald")
            .otherwise("none: must be set with an issuer");
    static final Key<String> CLIENT_SECRET = Key.of(
                    "sign-in.openid.client-secret", ValueType.text(), "by which the provider knows this portal")
            .secret();
    static final Key<PerLanguage<String>> LABEL = Key.of(
                    "sign-in.openid.label", TEXT_PER_LANGUAGE, "what people call the provider")
            .otherwise("the issuer’s host");
    static final Key<String> ROLES_CLAIM = Key.of(
            "sign-in.openid.roles-claim",
            ValueType.of("name of a claim", "the name of a claim", Optional::of),
            "where the provider says what people may do");
    static final Key<Map<String, Role>> ROLES = Key.of(
                    "sign-in.openid.roles",
                    ValueType.map("a role for each value of the claim", ValueType.choice(roles())),
                    "the role for each value of that claim")
            .inFileOnly();
    static final Key<String> ACCEPT = Key.of(
                    "sign-in.openid.accept",
                    ValueType.of(
                            "`invited` or `domain:example.org`",
                            "invited, or domain:example.org with a domain in lower case",
                            text -> matching(text, "invited|domain:[a-z0-9.-]+[.][a-z]+")),
                    "who gets an account at the first sign-in")
            .usually("invited");

    /** All keys, earlier spellings and keys that are no more. */
    public static final Schema SCHEMA = Schema.of("setting", all());

    /** What else is read from the environment, by the script and as defaults of the command line. */
    static final Set<String> OTHER_VARIABLES = Set.of(
            "HERALD_SITE",
            "HERALD_HOST",
            "HERALD_PORT",
            "HERALD_JAVA_HOME",
            "HERALD_JAVA_OPTIONS",
            "HERALD_TEST_BROWSER");

    private PortalKeys() {}

    /** The key that says what is done about what a check finds. */
    static Key<Severity> check(Check check) {
        Key<Severity> key = CHECKS.get(check);
        if (key == null) {
            throw new IllegalStateException("No key is declared for " + check);
        }
        return key;
    }

    private static List<Key<?>> all() {
        var keys = new ArrayList<Key<?>>(List.of(
                NAME,
                LANGUAGES,
                LANGUAGE_SWITCH,
                WEEK_STARTS,
                TIME_ZONE,
                HOLIDAYS,
                BASE_URL,
                ACCENT,
                ACCENT_DARK,
                EMBLEM,
                TILES,
                ATTRIBUTION,
                ATTRIBUTION_LINK,
                FOOTER,
                REVIEW,
                REQUIRED_LANGUAGES));
        keys.addAll(CHECKS.values());
        keys.addAll(List.of(DATABASE_URL, DATABASE_USER, DATABASE_PASSWORD));
        keys.addAll(List.of(CACHE_KIND, PURGE_URL, TOKEN, PROXIES, HUB, PASSWORD));
        keys.addAll(List.of(ISSUER, CLIENT_ID, CLIENT_SECRET, LABEL, ROLES_CLAIM, ROLES, ACCEPT));
        return keys;
    }

    private static Map<Check, Key<Severity>> checks() {
        var words = new LinkedHashMap<String, Severity>();
        Arrays.stream(Severity.values()).forEach(severity -> words.put(severity.word(), severity));
        var keys = new EnumMap<Check, Key<Severity>>(Check.class);
        for (Check check : Check.values()) {
            keys.put(
                    check,
                    Key.of(
                                    "newsroom.checks." + check.word(),
                                    ValueType.choice(words),
                                    "what is done about what this check finds")
                            .usually(check.usual().word()));
        }
        return keys;
    }

    private static Map<String, Role> roles() {
        return Stream.of(Role.values())
                .collect(Collectors.toMap(Role::word, Function.identity(), (one, _) -> one, LinkedHashMap::new));
    }

    private static ValueType<Boolean> trueOrFalse(String first, boolean isFirst, String second) {
        var map = new LinkedHashMap<String, Boolean>();
        map.put(first, isFirst);
        map.put(second, !isFirst);
        return ValueType.choice(map);
    }

    private static ValueType.Reading<String> plainText() {
        return (node, asked) -> node instanceof ConfigNode.Text(Origin _, String text, boolean _)
                ? Optional.of(text)
                : asked.wrong(node, "one plain text");
    }

    private static ValueType<DayOfWeek> day() {
        String expected = "a day of the week such as monday, or one for some of the portal's languages";
        return ValueType.of(
                "day of the week",
                expected,
                text -> Arrays.stream(DayOfWeek.values())
                        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(text))
                        .findFirst());
    }

    private static ValueType<String> colour(String example) {
        return ValueType.of(
                "colour",
                "a colour such as \"" + example + "\"",
                text -> matching(text, "#[0-9a-fA-F]{6}").map(colour -> colour.toLowerCase(Locale.ROOT)));
    }

    private static Optional<String> ipAddress(String text) {
        try {
            InetAddress.ofLiteral(text);
            return Optional.of(text);
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static Optional<String> issuer(String text) {
        return ValueType.webAddress(text)
                .filter(url -> "https".equals(url.getScheme()) || THIS_MACHINE.contains(url.getHost()))
                .map(_ -> text);
    }

    private static Optional<String> matching(String text, String form) {
        return Optional.of(text).filter(each -> each.matches(form));
    }
}
