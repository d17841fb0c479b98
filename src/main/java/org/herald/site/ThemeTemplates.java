package org.herald.site;

import io.quarkus.qute.Locate;
import io.quarkus.qute.TemplateLocator;
import io.quarkus.qute.Variant;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.herald.Settings;

/**
 * The templates of the theme: a file {@code theme/ArticlePage.html} or {@code theme/part/card.html} in the site folder
 * stands in the place of ours of that name. They are read once, at the start.
 */
@Singleton
@Locate(".*")
public class ThemeTemplates implements TemplateLocator {

    private final Path folder;

    public ThemeTemplates(Settings settings) {
        this.folder = settings.themeFolder().normalize();
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
