package org.herald.newsroom;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Locate;
import io.quarkus.qute.TemplateLocator;
import io.quarkus.qute.Variant;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Lets the newsroom's templates be read when an editor first opens a page. Qute reads all templates at each start, and
 * these, five times as long as those of readers' pages, would take a tenth of it. The build has checked them.
 */
@Singleton
@Locate(LazyTemplates.FOLDER + ".*")
public class LazyTemplates implements TemplateLocator {

    static final String FOLDER = "newsroom/";

    private volatile boolean isStarted; // once the engine is there

    /** Above the product's own templates, below the theme's. */
    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY + 5;
    }

    /** An empty stand-in for each while the server starts. */
    @Override
    public Optional<TemplateLocation> locate(String id) {
        return isStarted || !id.startsWith(FOLDER) ? Optional.empty() : Optional.of(new Empty());
    }

    void start(@Observes StartupEvent event, Engine engine) {
        isStarted = true;
        engine.removeTemplates(id -> id.startsWith(FOLDER));
    }

    private record Empty() implements TemplateLocation {

        @Override
        public Reader read() {
            return new StringReader("");
        }

        @Override
        public Optional<Variant> getVariant() {
            return Optional.of(new Variant(null, StandardCharsets.UTF_8, Variant.TEXT_HTML));
        }
    }
}
