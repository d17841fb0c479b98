package org.herald.cli;

import java.nio.file.Path;
import org.herald.testing.Cast;
import org.herald.testing.SiteFolder;

/** The sample portal in a temporary site folder, under the server that a test starts. */
public final class SampleSite extends SiteFolder {

    /** Makes the sample portal in this folder, for sites that differ from it a little. */
    public static void make(Path empty) {
        SamplePortal.make(empty);
        Cast.join(empty);
    }

    @Override
    protected void fill(Path empty) {
        make(empty);
    }
}
