package org.herald.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.herald.testing.Sources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sample portal's files: the index lists them all, and what one file names is in another. */
final class SampleIndexTest {

    private static final Path FOLDER = Path.of("src/main/resources/sample");
    private static final List<String> LANGUAGES = List.of("en", "be", "ru");
    private static final Pattern ARTICLE_LINK = Pattern.compile("\"article:([^\"]+)\"");
    private static final Pattern PICTURE = Pattern.compile("\"picture:([^\"]+)\"");
    private static final Pattern OUTLINE_PATH = Pattern.compile("(?m)^  - path: \"?([a-z/-]*)\"?$");
    private static final Pattern OUTLINE_PICTURE = Pattern.compile("(?m)^ +picture: ([a-z-]+)$");

    private static final List<SampleText> TEXTS = SampleFiles.texts().stream()
            .map(name -> SampleText.parse(name, SampleFiles.text(name)))
            .toList();

    @Test
    void theIndexListsTheFilesOfTheFolderInOrder() {
        var files = Stream.of("articles", "entries/pictures", "kinds", "map", "pages", "pictures")
                .flatMap(folder -> Sources.files(FOLDER.resolve(folder), "").stream())
                .map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
                .sorted()
                .toList();

        assertEquals(files, SampleFiles.text("index.txt").lines().toList());
    }

    @ParameterizedTest
    @CsvSource({"en, 60", "be, 20", "ru, 20"})
    void thereAreEnoughArticlesInEveryLanguage(String language, int least) {
        long articles = texts(text -> !text.isPage() && text.language().equals(language))
                .count();

        assertTrue(articles >= least, language + " has " + articles);
    }

    @Test
    void theArticlesSpanTenYearsWithoutAYearLeftOut() {
        var published = texts(text -> !text.isPage())
                .map(SampleText::published)
                .sorted()
                .toList();
        LocalDateTime first = published.getFirst();
        LocalDateTime last = published.getLast();
        var years = published.stream().map(LocalDateTime::getYear).collect(Collectors.toCollection(TreeSet::new));

        assertTrue(first.plusYears(10).isBefore(last.plusMonths(1)), first + " to " + last);
        assertEquals(
                IntStream.rangeClosed(first.getYear(), last.getYear()).boxed().toList(), List.copyOf(years));
    }

    @Test
    void everyTranslationHasItsEnglishOriginalInTheSameSection() {
        var astray = texts(text -> !text.language().equals("en"))
                .filter(text -> texts(other -> other.language().equals("en")
                                && other.slug().equals(text.slug())
                                && other.isPage() == text.isPage()
                                && other.say("section").equals(text.say("section")))
                        .findAny()
                        .isEmpty())
                .map(text -> text.slug() + "." + text.language())
                .toList();

        assertEquals(List.of(), astray);
    }

    @Test
    void everyPageIsInEveryLanguage() {
        for (String page : slugs(SampleText::isPage)) {
            assertEquals(
                    Set.copyOf(LANGUAGES),
                    texts(text -> text.slug().equals(page))
                            .map(SampleText::language)
                            .collect(Collectors.toSet()),
                    page);
        }
    }

    @Test
    void everyTextIsInASectionOfTheOutline() {
        var sections = found(OUTLINE_PATH, SampleFiles.text("outline.yaml"));

        assertEquals(
                List.of(),
                texts(text -> !sections.contains(text.say("section")))
                        .map(SampleText::slug)
                        .toList());
    }

    @Test
    void everyLinkToAnArticleLeadsToOne() {
        var slugs = slugs(_ -> true);

        for (SampleText text : TEXTS) {
            for (String link : found(ARTICLE_LINK, text.body())) {
                assertTrue(slugs.contains(link), text.slug() + " links to " + link);
            }
        }
    }

    @Test
    void everyPictureThatIsNamedIsThereAndHasAWordForThoseWhoDoNotSeeIt() {
        var pictures = SampleFiles.pictures().stream()
                .map(name -> name.replaceFirst("[.][a-z]+$", ""))
                .collect(Collectors.toSet());
        for (SampleText text : TEXTS) {
            var named = found(PICTURE, text.body());
            if (!text.say("picture").isEmpty()) {
                named.add(text.say("picture"));
                assertTrue(!text.say("alt").isBlank(), text.slug() + "." + text.language() + " has no alt");
            }
            assertTrue(pictures.containsAll(named), text.slug() + " names " + named);
        }
        assertTrue(pictures.containsAll(found(OUTLINE_PICTURE, SampleFiles.text("outline.yaml"))));
    }

    @Test
    void everyTextHasAHeadlineADateAndWords() {
        for (SampleText text : TEXTS) {
            assertTrue(!text.say("headline").isBlank(), text.slug());
            assertTrue(text.body().length() > 200, text.slug() + "." + text.language());
            assertTrue(
                    text.corrected().map(at -> at.isAfter(text.published())).orElse(true), text.slug() + " corrected");
            assertTrue(text.corrected().isEmpty() || !text.say("correction").isBlank(), text.slug());
            assertEquals(text.corrected().isEmpty(), text.beforeCorrection().equals(text), text.slug() + " was wrong");
        }
    }

    private static Stream<SampleText> texts(Predicate<SampleText> wanted) {
        return TEXTS.stream().filter(wanted);
    }

    private static Set<String> slugs(Predicate<SampleText> wanted) {
        return texts(wanted).map(SampleText::slug).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(result -> Objects.requireNonNull(result.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
