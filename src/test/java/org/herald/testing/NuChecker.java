package org.herald.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nu.validator.client.EmbeddedValidator;
import org.xml.sax.SAXException;

/** The Nu HTML checker, the W3C's own, run in this process. */
public final class NuChecker {

    private NuChecker() {}

    /** The errors and warnings it finds in a whole page, one each; empty for a valid page. */
    public static List<String> problems(String html) {
        var checker = new EmbeddedValidator();
        checker.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
        try {
            String report = checker.validate(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
            return report.lines()
                    .filter(line -> line.contains("error:") || line.contains("warning:"))
                    .toList();
        } catch (IOException | SAXException fault) {
            throw new IllegalStateException("The checker could not run", fault);
        }
    }
}
