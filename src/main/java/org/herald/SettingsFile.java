package org.herald;

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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.herald.model.Language;
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

    private static final Set<String> KEYS =
            Set.of("name", "languages", "time-zone", "base-url", "theme", "footer", "newsroom", "in-front");
    /** The settings that stand below another. */
    private static final Map<String, Set<String>> GROUPS = Map.of(
            "newsroom", Set.of("review"),
            "theme", Set.of("accent", "accent-dark", "emblem"),
            "in-front", Set.of("kind", "purge-url", "token", "proxies"));
    /** Variables that are read elsewhere: by the script, and by the command line as its defaults. */
    private static final Set<String> OTHER_VARIABLES =
            Set.of("HERALD_SITE", "HERALD_PORT", "HERALD_JAVA_HOME", "HERALD_JAVA_OPTIONS", "HERALD_TEST_BROWSER");

    private static final Map<String, String> VARIABLES = Map.of(
            "HERALD_NAME", "name",
            "HERALD_LANGUAGES", "languages",
            "HERALD_TIME_ZONE", "time-zone",
            "HERALD_BASE_URL", "base-url",
            "HERALD_THEME_ACCENT", "theme.accent",
            "HERALD_THEME_ACCENT_DARK", "theme.accent-dark",
            "HERALD_THEME_EMBLEM", "theme.emblem",
            "HERALD_FOOTER", "footer",
            "HERALD_NEWSROOM_REVIEW", "newsroom.review",
            "HERALD_IN_FRONT_TOKEN", "in-front.token");

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
                        + nearest(key, known)
                                .map(near -> " Did you mean \"" + prefix + near + "\"?")
                                .orElse("")
                        + " Known: " + String.join(", ", known.stream().sorted().toList()) + ".");
            }
            if (values.containsKey(prefix + key)) {
                throw new SettingsFault(where(pair.getKeyNode()) + ": \"" + prefix + key + "\" is set twice.");
            }
            var group = prefix.isEmpty() ? GROUPS.get(key) : null;
            if (group != null) {
                mapping(pair.getValueNode(), group, key + ".");
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
                        + nearest(variable, VARIABLES.keySet())
                                .map(near -> " Did you mean " + near + "?")
                                .orElse(""));
            }
            values.put(key, Value.of("the environment's " + variable, text));
        });
    }

    private Settings settings(Path folder) {
        var languages = languages();
        return new Settings(
                folder,
                perLanguage("name", languages, true),
                languages,
                parsed("time-zone", "UTC", SettingsFile::zone, "a time zone such as Europe/Minsk or UTC"),
                parsed(
                        "base-url",
                        "http://localhost:8080",
                        SettingsFile::url,
                        "an address such as https://example.org"),
                new Settings.Theme(
                        parsed("theme.accent", "#1d5b4f", SettingsFile::colour, "a colour such as \"#1d5b4f\""),
                        parsed("theme.accent-dark", "#7fc7b5", SettingsFile::colour, "a colour such as \"#7fc7b5\""),
                        emblem(folder)),
                perLanguage("footer", languages, false),
                parsed("newsroom.review", "optional", SettingsFile::review, "required or optional"),
                inFront());
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

    private Map<Language, String> perLanguage(String key, List<Language> languages, boolean required) {
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
            if (required && same.isBlank()) {
                throw wrong(value, key, same, "a text that is not empty");
            }
            languages.forEach(language -> texts.put(language, same));
            return texts;
        }
        value.perLanguage().forEach((tag, text) -> {
            if (!Language.isTag(tag) || !languages.contains(new Language(tag))) {
                throw wrong(value, key, tag, "a text for each of the portal's languages " + languages);
            }
            if (required && text.isBlank()) {
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

    private static Optional<URI> url(String text) {
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

    /** The known word that differs least from this one, when it is near enough to be a slip. */
    private static Optional<String> nearest(String word, Set<String> known) {
        return known.stream()
                .min((left, right) -> Integer.compare(distance(word, left), distance(word, right)))
                .filter(near -> distance(word, near) <= Math.max(2, word.length() / 3));
    }

    /** Levenshtein's distance: how many letters must be put in, left out or changed. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
