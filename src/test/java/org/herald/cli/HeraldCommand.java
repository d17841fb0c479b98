package org.herald.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** The command beside a server under test, as an operator types it in another terminal. */
public final class HeraldCommand {

    private HeraldCommand() {}

    /** What it says to the end, which must be this exit code. */
    public static String run(int code, String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--site", ConfigProvider.getConfig().getValue("herald.site", String.class)));
        var said = new StringWriter();
        var writer = new PrintWriter(said, true);
        assertEquals(code, Main.run(writer, writer, all.toArray(String[]::new)), said::toString);
        return said.toString();
    }
}
