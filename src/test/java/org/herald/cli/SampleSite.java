package org.herald.cli;

import java.nio.file.Path;
import org.herald.testing.SiteFolder;

/** The sample portal in a temporary site folder, under the server that a test starts. */
public final class SampleSite extends SiteFolder {

    @Override
    protected void fill(Path empty) {
        SamplePortal.make(empty);
    }
}
