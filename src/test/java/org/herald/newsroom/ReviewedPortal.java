package org.herald.newsroom;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.herald.cli.SampleSite;
import org.herald.testing.SiteFolder;

/** The sample portal where nothing goes out that was not approved, and where a standfirst is a must. */
public final class ReviewedPortal implements QuarkusTestProfile {

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Site.class));
    }

    /** Its site folder. */
    public static final class Site extends SiteFolder {

        @Override
        protected void fill(Path empty) throws IOException {
            SampleSite.make(empty);
            Files.writeString(empty.resolve("portal.yaml"), """

                    newsroom:
                      review: required
                      required-languages: [be]
                      checks:
                        empty-standfirst: block
                    """, StandardOpenOption.APPEND);
        }
    }
}
