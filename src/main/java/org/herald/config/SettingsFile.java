package org.herald.config;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.herald.model.Blank;
import org.herald.model.Check;
import org.herald.model.Check.Severity;
import org.herald.model.CheckRules;
import org.herald.model.Language;
import org.herald.model.Portal;
import org.herald.model.Spelling;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads {@code portal.yaml} and the environment into {@link Settings}; whatever it does not know stops the start. */
public final class SettingsFile {

    public static final String NAME = "portal.yaml";

    private static final Set<String> KEYS = Set.of(
            "name",
            "languages",
            "language-switch",
            "week-starts",
            "time-zone",
            "base-url",
            "theme",
            "footer",
            "newsroom",
            "in-front",
            "sign-in");
    /** The settings that stand below another. */
    private static final Map<String, Set<String>> GROUPS = Map.of(
            "newsroom", Set.of("review", "required-languages", "checks"),
            "newsroom.checks", Arrays.stream(Check.values()).map(Check::word).collect(Collectors.toSet()),
            "theme", Set.of("accent", "accent-dark", "emblem"),
            "in-front", Set.of("kind", "purge-url", "token", "proxies"),
            "sign-in", Set.of("password", "openid"),
            "sign-in.openid",
                    Set.of("issuer", "client-id", "client-secret", "label", "roles-claim", "roles", "accept"));
    /** Variables that are read elsewhere: by the script, and by the command line as its defaults. */
    private static final Set<String> OTHER_VARIABLES = Set.of(
            "HERALD_SITE",
            "HERALD_HOST",
            "HERALD_PORT",
            "HERALD_JAVA_HOME",
            "HERALD_JAVA_OPTIONS",
            "HERALD_TEST_BROWSER");

    private static final Map<String, String> VARIABLES = Map.ofEntries(
            Map.entry("HERALD_NAME", "name"),
            Map.entry("HERALD_LANGUAGES", "languages"),
            Map.entry("HERALD_LANGUAGE_SWITCH", "language-switch"),
            Map.entry("HERALD_WEEK_STARTS", "week-starts"),
            Map.entry("HERALD_TIME_ZONE", "time-zone"),
            Map.entry("HERALD_BASE_URL", "base-url"),
            Map.entry("HERALD_THEME_ACCENT", "theme.accent"),
            Map.entry("HERALD_THEME_ACCENT_DARK", "theme.accent-dark"),
            Map.entry("HERALD_THEME_EMBLEM", "theme.emblem"),
            Map.entry("HERALD_FOOTER", "footer"),
            Map.entry("HERALD_NEWSROOM_REVIEW", "newsroom.review"),
            Map.entry("HERALD_NEWSROOM_REQUIRED_LANGUAGES", "newsroom.required-languages"),
            Map.entry("HERALD_IN_FRONT_TOKEN", "in-front.token"),
            Map.entry("HERALD_SIGN_IN_PASSWORD", "sign-in.password"),
            Map.entry("HERALD_SIGN_IN_OPENID_CLIENT_SECRET", "sign-in.openid.client-secret"));

    private final Path file;
    private final Map<String, Value> values = new LinkedHashMap<>();

    /** A value with where it was written, for messages. */
    private record Value(String where, @Nullable String text, List<String> texts, Map<String, String> perLanguage) {

        static Value of(String where, String text) {
            return new Value(where, text, List.of(text.split("\\s*,\\s*")), Map.of());
        }

        /** The text; for what should have been one and is a list or a map, something that is no right value. */
        String oneText() {
            return text != null ? text : perLanguage.isEmpty() ? texts.toString() : perLanguage.toString();
        }
    }

    private SettingsFile(Path file) {
        this.file = file;
    }

    /**
     * The settings of the portal in this folder.
     *
     * @param environment the variables of the process
     * @throws SettingsFault when the file is missing, unreadable or has an unknown or wrong setting
     */
    public static Settings read(Path folder, Map<String, String> environment) {
        var reading = new SettingsFile(folder.resolve(NAME));
        reading.readFile();
        reading.readEnvironment(environment);
        return reading.settings(folder);
    }

    private void readFile() {
        String text;
        try {
            text = Files.readString(file);
        } catch (NoSuchFileException missing) {
            throw new SettingsFault(
                    "There is no " + file + ". A site folder has a portal.yaml; choose the folder with --site.");
        } catch (CharacterCodingException notUtf8) {
            throw new SettingsFault(file + " is not UTF-8. Save it in that encoding.");
        } catch (IOException fault) {
            throw new SettingsFault("Cannot read " + file + ": " + fault.getMessage()
                    + ". A site folder has a portal.yaml; choose the folder with --site.");
        }
        Optional<Node> root;
        try {
            root = new Compose(LoadSettings.builder().setLabel(file.toString()).build()).composeString(text);
        } catch (MarkedYamlEngineException fault) {
            String line = fault.getProblemMark()
                    .map(mark -> ", line " + (mark.getLine() + 1))
                    .orElse("");
            throw new SettingsFault(file + line + ": this is not YAML: " + fault.getProblem());
        } catch (YamlEngineException fault) {
            throw new SettingsFault(file + ": this is not YAML: " + fault.getMessage());
        }
        if (root.isPresent()) {
            mapping(root.get(), KEYS, "");
        }
    }

    private void mapping(Node node, Set<String> known, String prefix) {
        if (!(node instanceof MappingNode mapping)) {
            throw new SettingsFault(where(node) + ": expected settings as \"key: value\" lines.");
        }
        for (NodeTuple pair : mapping.getValue()) {
            String key = scalar(pair.getKeyNode());
            if (!known.contains(key)) {
                throw new SettingsFault(where(pair.getKeyNode()) + ": unknown setting \"" + prefix + key + "\"."
                        + Spelling.nearest(key, known)
                                .map(near -> " Did you mean \"" + prefix + near + "\"?")
                                .orElse("")
                        + " Known: " + String.join(", ", known.stream().sorted().toList()) + ".");
            }
            if (values.containsKey(prefix + key)) {
                throw new SettingsFault(where(pair.getKeyNode()) + ": \"" + prefix + key + "\" is set twice.");
            }
            var group = GROUPS.get(prefix + key);
            if (group != null) {
                mapping(pair.getValueNode(), group, prefix + key + ".");
            } else {
                values.put(prefix + key, value(pair.getValueNode()));
            }
        }
    }

    private Value value(Node node) {
        return switch (node) {
            case ScalarNode scalar -> Value.of(where(node), scalar.getValue());
            case SequenceNode sequence ->
                new Value(
                        where(node),
                        null,
                        sequence.getValue().stream().map(this::scalar).toList(),
                        Map.of());
            case MappingNode mapping -> {
                var perLanguage = new LinkedHashMap<String, String>();
                for (NodeTuple pair : mapping.getValue()) {
                    String tag = scalar(pair.getKeyNode());
                    if (perLanguage.put(tag, scalar(pair.getValueNode())) != null) {
                        throw new SettingsFault(where(pair.getKeyNode()) + ": \"" + tag + "\" is set twice.");
                    }
                }
                yield new Value(where(node), null, List.of(), perLanguage);
            }
            default -> throw new SettingsFault(where(node) + ": this value cannot be read.");
        };
    }

    private String scalar(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw new SettingsFault(where(node) + ": expected one plain text here.");
    }

    private String where(Node node) {
        return file
                + node.getStartMark()
                        .map(mark -> ", line " + (mark.getLine() + 1))
                        .orElse("");
    }

    private void readEnvironment(Map<String, String> environment) {
        environment.forEach((variable, text) -> {
            if (!variable.startsWith("HERALD_") || OTHER_VARIABLES.contains(variable)) {
                return;
            }
            String key = VARIABLES.get(variable);
            if (key == null) {
                throw new SettingsFault("The environment has an unknown setting " + variable + "."
                        + Spelling.nearest(variable, VARIABLES.keySet())
                                .map(near -> " Did you mean " + near + "?")
                                .orElse(""));
            }
            values.put(key, Value.of("the environment's " + variable, text));
        });
    }

    private Settings settings(Path folder) {
        var languages = languages();
        URI baseUrl = parsed(
                "base-url", "http://localhost:8080", SettingsFile::url, "an address such as https://example.org");
        return new Settings(
                folder,
                perLanguage("name", languages, true),
                languages,
                parsed("time-zone", "UTC", SettingsFile::zone, "a time zone such as Europe/Minsk or UTC"),
                baseUrl,
                new Settings.Theme(
                        parsed("theme.accent", "#1d5b4f", SettingsFile::colour, "a colour such as \"#1d5b4f\""),
                        parsed("theme.accent-dark", "#7fc7b5", SettingsFile::colour, "a colour such as \"#7fc7b5\""),
                        emblem(folder)),
                perLanguage("footer", languages, false),
                parsed("newsroom.review", "optional", SettingsFile::review, "required or optional"),
                checks(languages, Portal.of(baseUrl, languages)),
                inFront(),
                new SignInFile(this).read(languages),
                new EditionsFile(this).read(languages));
    }

    /** What is wrong with a setting, with its place. */
    SettingsFault wrong(String key, String expected) {
        return wrong(values.get(key), key, optional(key), expected);
    }

    /** The texts of a setting that has a text for each of some words; empty when it is not there. */
    Map<String, String> map(String key) {
        Value value = values.get(key);
        return value == null ? Map.of() : value.perLanguage();
    }

    boolean hasGroup(String prefix) {
        return values.keySet().stream().anyMatch(key -> key.startsWith(prefix));
    }

    /** The text of a setting; empty when it is not there. */
    String optional(String key) {
        Value value = values.get(key);
        return value == null ? "" : value.oneText();
    }

    String required(String key, String example) {
        String text = optional(key);
        if (Blank.is(text)) {
            throw new SettingsFault(file + ": \"" + key + "\" is missing. Write for example: "
                    + key.substring(key.lastIndexOf('.') + 1) + ": " + example);
        }
        return text;
    }

    private CheckRules checks(List<Language> languages, Portal portal) {
        var severities = new EnumMap<Check, Severity>(Check.class);
        for (Check check : Check.values()) {
            severities.put(
                    check,
                    parsed(
                            "newsroom.checks." + check.word(),
                            check.usual().word(),
                            Severity::of,
                            "block, warn or off"));
        }
        var required = new ArrayList<Language>();
        Value value = values.get("newsroom.required-languages");
        for (String tag : value == null ? List.<String>of() : value.texts()) {
            if (!Language.isTag(tag) || !languages.contains(new Language(tag))) {
                throw wrong(value, "newsroom.required-languages", tag, "some of the portal's languages " + languages);
            }
            required.add(new Language(tag));
        }
        return new CheckRules(severities, required, portal);
    }

    private Settings.InFront inFront() {
        Value purgeUrl = values.get("in-front.purge-url");
        Value token = values.get("in-front.token");
        return new Settings.InFront(
                parsed("in-front.kind", "none", SettingsFile::cacheKind, "none, varnish, fastly or cloudflare"),
                purgeUrl == null
                        ? null
                        : parsed(
                                "in-front.purge-url",
                                "",
                                SettingsFile::url,
                                "an address such as http://127.0.0.1:6081"),
                token == null ? "" : token.oneText(),
                proxies());
    }

    private List<String> proxies() {
        Value value = values.get("in-front.proxies");
        if (value == null) {
            return List.of();
        }
        for (String address : value.texts()) {
            try {
                InetAddress.ofLiteral(address);
            } catch (IllegalArgumentException none) {
                throw wrong(value, "in-front.proxies", address, "addresses such as 10.0.0.5 or fd00::5");
            }
        }
        return value.texts();
    }

    private List<Language> languages() {
        Value value = values.get("languages");
        if (value == null) {
            throw new SettingsFault(file + ": \"languages\" is missing. Write for example: languages: [en, be]");
        }
        var languages = new ArrayList<Language>();
        for (String tag : value.texts()) {
            if (!Language.isTag(tag)) {
                throw wrong(value, "languages", tag, "language tags in lower case such as en or pt-br");
            }
            if (languages.contains(new Language(tag))) {
                throw wrong(value, "languages", tag, "named once; it stands there twice");
            }
            languages.add(new Language(tag));
        }
        if (languages.isEmpty()) {
            throw wrong(value, "languages", "", "at least one language tag such as en");
        }
        return languages;
    }

    Map<Language, String> perLanguage(String key, List<Language> languages, boolean required) {
        Value value = values.get(key);
        var texts = new HashMap<Language, String>();
        if (value == null) {
            if (required) {
                throw new SettingsFault(file + ": \"" + key + "\" is missing. Write for example: " + key + ": My town");
            }
            return texts;
        }
        String same = value.text();
        if (same != null) {
            if (required && Blank.is(same)) {
                throw wrong(value, key, same, "a text that is not empty");
            }
            languages.forEach(language -> texts.put(language, same));
            return texts;
        }
        value.perLanguage().forEach((tag, text) -> {
            if (!Language.isTag(tag) || !languages.contains(new Language(tag))) {
                throw wrong(value, key, tag, "a text for each of the portal's languages " + languages);
            }
            if (required && Blank.is(text)) {
                throw wrong(value, key, text, "a text that is not empty in " + tag);
            }
            texts.put(new Language(tag), text);
        });
        for (Language language : languages) {
            if (!texts.containsKey(language)) {
                throw wrong(value, key, "nothing for " + language, "a text for each of the portal's languages");
            }
        }
        return texts;
    }

    private String emblem(Path folder) {
        Value value = values.get("theme.emblem");
        if (value == null) {
            return "";
        }
        String name = value.oneText();
        if (!name.matches("[A-Za-z0-9_-]+[.](svg|png|jpg|webp)")
                || !Files.isRegularFile(folder.resolve("theme").resolve(name))) {
            throw wrong(
                    value,
                    "theme.emblem",
                    name,
                    "the name of an svg, png, jpg or webp file in " + folder.resolve("theme"));
        }
        return name;
    }

    private <T> T parsed(String key, String otherwise, Function<String, Optional<T>> parse, String expected) {
        Value value = values.get(key);
        String text = value == null ? otherwise : value.oneText();
        return parse.apply(text).orElseThrow(() -> wrong(value, key, text, expected));
    }

    private SettingsFault wrong(@Nullable Value value, String key, String text, String expected) {
        String where = value == null ? file.toString() : value.where();
        return new SettingsFault(where + ": \"" + key + "\" is \"" + text + "\", but must be " + expected + ".");
    }

    private static Optional<ZoneId> zone(String text) {
        try {
            return Optional.of(ZoneId.of(text));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<Boolean> review(String text) {
        return switch (text) {
            case "required" -> Optional.of(true);
            case "optional" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    static Optional<URI> url(String text) {
        try {
            URI url = URI.create(text.replaceAll("/+$", ""));
            boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            return web && url.getHost() != null && url.getQuery() == null ? Optional.of(url) : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<String> cacheKind(String text) {
        return Set.of("none", "varnish", "fastly", "cloudflare").contains(text) ? Optional.of(text) : Optional.empty();
    }

    private static Optional<String> colour(String text) {
        return text.matches("#[0-9a-fA-F]{6}") ? Optional.of(text.toLowerCase(Locale.ROOT)) : Optional.empty();
    }
}
