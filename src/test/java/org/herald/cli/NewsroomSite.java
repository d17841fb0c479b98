package org.herald.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.herald.testing.SiteFolder;

/** The sample portal for tests of the newsroom, whose stories would stand before those of readers' pages. */
public final class NewsroomSite extends SiteFolder {

    @Override
    protected void fill(Path empty) {
        SampleSite.make(empty);
        behind(empty, "127.0.0.1");
    }

    /** As behind a proxy on this machine. */
    private static void behind(Path site, String proxy) {
        try {
            Files.writeString(
                    site.resolve("portal.yaml"),
                    "\nin-front:\n  proxies: [" + proxy + "]\n",
                    StandardOpenOption.APPEND);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
