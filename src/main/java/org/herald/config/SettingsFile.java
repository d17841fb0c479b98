package org.herald.config;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.herald.model.Check;
import org.herald.model.Check.Severity;
import org.herald.model.CheckRules;
import org.herald.model.Language;
import org.herald.model.Portal;
import org.herald.model.geo.MapTiles;

/** Reads {@code portal.yaml} and the environment into {@link Settings}; whatever it does not know stops the start. */
public final class SettingsFile {

    public static final String NAME = "portal.yaml";

    private static final String ABSENT = "A site folder has a portal.yaml; choose the folder with --site.";

    private final Path folder;
    private final Faults faults;
    private final Values values;

    private SettingsFile(Path folder, Map<String, String> environment) {
        this.folder = folder;
        faults = new Faults();
        Path file = folder.resolve(NAME);
        var root = YamlReader.read(file, ABSENT, faults);
        faults.throwIfAny();
        var overriding = new Environment(PortalKeys.SCHEMA, PortalKeys.OTHER_VARIABLES).read(environment, faults);
        values = PortalKeys.SCHEMA.read(root, Origin.InFile.whole(file), overriding, faults);
    }

    /**
     * The settings of the portal in this folder.
     *
     * @param environment the variables of the process
     * @throws SettingsFault when the file is missing, unreadable or has an unknown or wrong setting
     */
    public static Settings read(Path folder, Map<String, String> environment) {
        return read(folder, environment, _ -> {});
    }

    /**
     * The settings of the portal in this folder.
     *
     * @param notes told of what stops nothing: unknown variables, earlier spellings
     */
    public static Settings read(Path folder, Map<String, String> environment, Consumer<String> notes) {
        var file = new SettingsFile(folder, environment);
        Settings settings = file.settings();
        file.faults.notes().forEach(notes);
        return settings;
    }

    /** Every setting of the portal in this folder with where it comes from. */
    public static List<EffectiveSetting> effective(
            Path folder, Map<String, String> environment, Consumer<String> notes) {
        var file = new SettingsFile(folder, environment);
        file.settings();
        file.faults.notes().forEach(notes);
        return PortalKeys.SCHEMA.keys().stream()
                .<EffectiveSetting>map(key -> EffectiveSetting.of(key, file.values))
                .toList();
    }

    /** The settings; all that is wrong is collected before anything stops. */
    private Settings settings() {
        List<Language> languages = values.get(PortalKeys.LANGUAGES).orElse(List.of());
        var languageValues = new LanguageValues(values, languages, faults);
        languageValues.requireLanguages();
        var name = languageValues.texts(PortalKeys.NAME, true);
        var footer = languageValues.texts(PortalKeys.FOOTER, false);
        var weekStarts = languageValues.days(PortalKeys.WEEK_STARTS);
        var holidays = languageValues.holidays(PortalKeys.HOLIDAYS);
        var required = languageValues.some(PortalKeys.REQUIRED_LANGUAGES);
        requireEmblem();
        var signIn = new SignInFile(values, faults).read(languageValues);
        faults.throwIfAny();
        var baseUrl = values.require(PortalKeys.BASE_URL);
        return new Settings(
                folder,
                name,
                languages,
                values.require(PortalKeys.TIME_ZONE),
                baseUrl,
                new Settings.Theme(
                        values.require(PortalKeys.ACCENT),
                        values.require(PortalKeys.ACCENT_DARK),
                        values.get(PortalKeys.EMBLEM).orElse(""),
                        tiles()),
                footer,
                values.require(PortalKeys.REVIEW),
                new CheckRules(severities(), required, Portal.of(baseUrl, languages)),
                new Settings.Store(
                        values.get(PortalKeys.DATABASE_URL).orElse(""),
                        values.require(PortalKeys.DATABASE_USER),
                        values.get(PortalKeys.DATABASE_PASSWORD).orElse("")),
                new Settings.InFront(
                        values.require(PortalKeys.CACHE_KIND),
                        values.get(PortalKeys.PURGE_URL).orElse(null),
                        values.get(PortalKeys.TOKEN).orElse(""),
                        values.get(PortalKeys.PROXIES).orElse(List.of())),
                signIn,
                values.get(PortalKeys.HUB).orElse(""),
                new Settings.Editions(values.require(PortalKeys.LANGUAGE_SWITCH), weekStarts, holidays));
    }

    private MapTiles tiles() {
        return values.get(PortalKeys.TILES)
                .map(template -> new MapTiles(
                        template,
                        values.require(PortalKeys.ATTRIBUTION),
                        values.get(PortalKeys.ATTRIBUTION_LINK)
                                .map(URI::toString)
                                .orElse("")))
                .orElse(MapTiles.NONE);
    }

    private Map<Check, Severity> severities() {
        var severities = new EnumMap<Check, Severity>(Check.class);
        for (Check check : Check.values()) {
            severities.put(check, values.require(PortalKeys.check(check)));
        }
        return severities;
    }

    private void requireEmblem() {
        Path theme = folder.resolve("theme");
        values.get(PortalKeys.EMBLEM)
                .filter(name -> !Files.isRegularFile(theme.resolve(name)))
                .flatMap(_ -> values.node(PortalKeys.EMBLEM))
                .ifPresent(node -> new ValueType.Asked(PortalKeys.EMBLEM.name(), false, faults)
                        .wrong(node, "the name of an svg, png, jpg or webp file in " + theme));
    }
}
