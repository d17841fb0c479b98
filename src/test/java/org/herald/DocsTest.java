package org.herald;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.herald.cli.Main;
import org.herald.testing.Markdown;
import org.herald.testing.Sources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The documentation leads somewhere: links to files and headings that are there, commands that the product has. */
final class DocsTest {

    private static final Path DOCS = Path.of("docs");
    private static final Path CONTENTS = DOCS.resolve("README.md");

    /** What the script {@code herald} does itself. */
    private static final Set<String> OF_THE_SCRIPT = Set.of("check");

    private static final Pattern COMMAND = Pattern.compile("\\./herald +([a-z][a-z-]*)");
    private static final Pattern MACHINE =
            Pattern.compile("(?<![\\w.])(/home/\\w+|/Users/\\w+|/root/|/srv/|[A-Z]:\\\\\\\\?Users)[^\\s)`]*");

    private static final List<Markdown> PAGES = Stream.concat(
                    Stream.of("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")
                            .map(Path::of)
                            .filter(Files::exists),
                    Sources.files(DOCS, ".md").stream())
            .map(Markdown::new)
            .toList();

    @Test
    void everyLinkLeadsToAFileAndAHeading() {
        assertEquals(
                List.of(),
                PAGES.stream().flatMap(page -> page.broken().stream()).toList());
    }

    @Test
    void everyPageIsInTheTableOfContents() {
        if (Files.exists(CONTENTS)) {
            assertEquals(Set.of(), unlisted(CONTENTS));
        }
    }

    @Test
    void noPageNamesAPlaceOfOneMachine() {
        assertEquals(List.of(), PAGES.stream().flatMap(DocsTest::places).toList());
    }

    @Test
    void everyCommandIsOneOfTheProduct() {
        assertEquals(Set.of(), PAGES.stream().flatMap(DocsTest::unknown).collect(Collectors.toSet()));
    }

    @Test
    void whatIsWrongIsFound(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("other.md"), "# Life of an *article*\n\n## Twice\n\n## Twice\n");
        Files.writeString(folder.resolve("lonely.md"), "Nobody links here.\n");
        Path file = folder.resolve("README.md");
        Files.writeString(file, """
                # Contents
                [right](other.md), [heading](other.md#life-of-an-article), [second](other.md#twice-1),
                [own](#contents), [web](https://example.org/nothing), `[code](code.md)`
                ![picture](none.png) [wrong](none.md) [anchor](other.md#none) <a href="none.html">x</a>

                [reference]: none.txt

                ```
                [in a block](block.md)
                cd /home/somebody/herald && ./herald dance && ./herald serve --port 80 && ./herald check
                ```
                """);
        var page = new Markdown(file);

        assertEquals(
                List.of("none.png", "none.md", "other.md#none", "none.txt", "none.html"),
                page.links().stream()
                        .filter(link -> page.broken().stream().anyMatch(each -> each.contains(": " + link + ": ")))
                        .toList());
        assertEquals(Set.of(folder.resolve("lonely.md")), unlisted(file));
        assertEquals(List.of("/home/somebody/herald"), places(page).toList());
        assertEquals(Set.of("dance"), unknown(page).collect(Collectors.toSet()));
    }

    /** The pages beside and below a table of contents to which it does not lead. */
    private static Set<Path> unlisted(Path contents) {
        var pages = new TreeSet<>(Sources.files(contents.resolveSibling(""), ".md"));
        pages.remove(contents);
        var listed = new Markdown(contents);
        listed.links().forEach(link -> pages.remove(listed.target(link)));
        return pages;
    }

    private static Stream<String> places(Markdown page) {
        return MACHINE.matcher(page.text()).results().map(found -> found.group());
    }

    private static Stream<String> unknown(Markdown page) {
        var known = Main.line().getSubcommands().keySet();
        return COMMAND.matcher(page.text())
                .results()
                .map(found -> String.valueOf(found.group(1)))
                .filter(command -> !known.contains(command) && !OF_THE_SCRIPT.contains(command));
    }
}
