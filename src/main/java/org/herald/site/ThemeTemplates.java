package org.herald.site;

import io.quarkus.qute.Locate;
import io.quarkus.qute.TemplateLocator;
import io.quarkus.qute.Variant;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.herald.config.Settings;
import org.herald.config.SettingsFault;

/**
 * The templates of the theme: a file {@code theme/ArticlePage.html} or {@code theme/part/card.html} in the site folder
 * stands in the place of ours of that name. They are read once, at the start.
 */
@Singleton
@Locate(".*")
public class ThemeTemplates implements TemplateLocator {

    private static final String LAYOUT = "layout.html";

    private static final List<Expected> EXPECTED = List.of(
            new Expected("part/breaking", "masthead.breaking", "breaking news"),
            new Expected("part/planned", "masthead.isPreview", "that a page is a preview of the plan"));

    private final Path folder;

    /**
     * What every layout is expected to show.
     *
     * @param part ours that shows it
     * @param value of the frame, for a layout that shows it in its own way
     * @param what it is, in words
     */
    private record Expected(String part, String value, String what) {}

    public ThemeTemplates(Settings settings) {
        this.folder = settings.themeFolder().normalize();
    }

    /**
     * Tells what a layout of the theme leaves out that readers or editors count on.
     *
     * @param warning told in words for whoever keeps the theme
     */
    public static void check(Settings settings, Consumer<String> warning) {
        Path layout = settings.themeFolder().resolve(LAYOUT);
        if (!Files.isRegularFile(layout)) {
            return;
        }
        String text = read(layout);
        EXPECTED.forEach(expected -> {
            if (!text.contains(expected.part()) && !text.contains(expected.value())) {
                warning.accept(layout + " does not show " + expected.what() + ". Write {#include " + expected.part()
                        + " frame=frame /} where it is to stand.");
            }
        });
    }

    /** The text of all templates of the theme. */
    static String text(Settings settings) {
        Path folder = settings.themeFolder();
        if (!Files.isDirectory(folder)) {
            return "";
        }
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".html") && Files.isRegularFile(file))
                    .map(ThemeTemplates::read)
                    .collect(Collectors.joining("\n"));
        } catch (IOException fault) {
            throw new SettingsFault("Cannot read " + folder + ": " + fault.getMessage());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException notUtf8) {
            throw new SettingsFault(file + " is not UTF-8. Save it in that encoding.");
        } catch (IOException fault) {
            throw new SettingsFault("Cannot read " + file + ": " + fault.getMessage());
        }
    }

    /** Above the product's own templates. */
    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY + 10;
    }

    @Override
    public Optional<TemplateLocation> locate(String id) {
        Path file = folder.resolve(id.endsWith(".html") ? id : id + ".html").normalize();
        return file.startsWith(folder) && Files.isRegularFile(file)
                ? Optional.of(new ThemeTemplate(file))
                : Optional.empty();
    }

    /** One template in the theme's folder. */
    private record ThemeTemplate(Path file) implements TemplateLocation {

        @Override
        public Reader read() {
            try {
                return Files.newBufferedReader(file, StandardCharsets.UTF_8);
            } catch (IOException fault) {
                throw new UncheckedIOException("The template " + file + " cannot be read", fault);
            }
        }

        @Override
        public Optional<Variant> getVariant() {
            return Optional.of(new Variant(null, StandardCharsets.UTF_8, Variant.TEXT_HTML));
        }
    }
}
