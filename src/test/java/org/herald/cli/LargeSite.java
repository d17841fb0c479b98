package org.herald.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.herald.testing.SiteFolder;

/** The sample portal with thousands of generated articles over ten years. */
public final class LargeSite extends SiteFolder {

    /** How many are generated into the section {@code news}. */
    public static final int ARTICLES = 3000;

    @Override
    protected void fill(Path empty) {
        SamplePortal.make(empty);
        var said = new StringWriter();
        var writer = new PrintWriter(said, true);
        int code = Main.run(writer, writer, "generate", Integer.toString(ARTICLES), "--site", empty.toString());
        if (code != 0) {
            throw new IllegalStateException(said.toString());
        }
    }
}
