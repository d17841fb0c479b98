package org.herald.cli;

import java.nio.file.Path;
import org.herald.testing.SiteFolder;

/** The sample portal for tests of the newsroom, whose stories would stand before those of readers' pages. */
public final class NewsroomSite extends SiteFolder {

    @Override
    protected void fill(Path empty) {
        SampleSite.make(empty);
    }
}
