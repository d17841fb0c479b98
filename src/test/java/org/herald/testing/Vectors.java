package org.herald.testing;

import java.nio.file.Path;
import java.util.List;

/** HTML that would run a script where it is trusted, gathered from the literature. */
public final class Vectors {

    private static final Path FILE = Path.of("src/test/resources/hostile/vectors.txt");

    /** What finds, in a page, anything that could run: elements, handlers and addresses. */
    public static final String FIND_LIVE = """
            root => [...document.querySelectorAll(root + ' *')].filter(each => !(
              // the drawing of a button of the editor: a path, and nothing that could run
              each.matches('button > svg[aria-hidden=true]') && [...each.querySelectorAll('*')].every(part => part.localName === 'path')
                && [each, ...each.children].every(part => [...part.attributes].every(one => /^(viewBox|aria-hidden|d)$/.test(one.name)))
            )).flatMap(each => [
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
