package org.herald.cli;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;

/** A server with a sample portal that no other test sees, for tests that change it. */
public final class OwnPortal implements QuarkusTestProfile {

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(SampleSite.class));
    }
}
