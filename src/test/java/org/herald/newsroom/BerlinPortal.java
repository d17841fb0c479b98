package org.herald.newsroom;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.herald.cli.SampleSite;
import org.herald.testing.SiteFolder;

/** The sample portal in a time zone whose clocks are put forward and back. */
public final class BerlinPortal implements QuarkusTestProfile {

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Site.class));
    }

    /** Its site folder. */
    public static final class Site extends SiteFolder {

        @Override
        protected void fill(Path empty) throws IOException {
            SampleSite.make(empty);
            Path settings = empty.resolve("portal.yaml");
            Files.writeString(settings, Files.readString(settings).replace("Europe/Minsk", "Europe/Berlin"));
        }
    }
}
