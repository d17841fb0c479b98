package org.herald.testing;

import java.nio.file.Path;
import java.util.List;

/** HTML that would run a script where it is trusted, gathered from the literature. */
public final class Vectors {

    private static final Path FILE = Path.of("src/test/resources/hostile/vectors.txt");

    /** What finds, in a page, anything that could run: elements, handlers and addresses. */
    public static final String FIND_LIVE = """
            root => [...document.querySelectorAll(root + ' *')].flatMap(each => [
              ...(/^(script|iframe|object|embed|form|style|link|meta|base|template|svg|math|video|audio)$/i.test(each.localName)
                ? [each.outerHTML] : []),
              ...[...each.attributes].filter(one => /^on|^style$|^srcdoc$|^hx-|formaction/i.test(one.name)
                || /^\\s*(javascript|vbscript|data|blob):/i.test(one.value)).map(one => each.localName + ' ' + one.name + '=' + one.value),
            ])
            """;

    private Vectors() {}

    public static List<String> all() {
        return Sources.lines(FILE).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .toList();
    }
}
