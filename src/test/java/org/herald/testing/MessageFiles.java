package org.herald.testing;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Message files in several languages beside the sources that say their words; each question answers what is wrong. */
public final class MessageFiles {

    /** Words said by the code or a template, and the keys of refusals. */
    private static final Pattern SAID = Pattern.compile(
            "(?:\\bsay(?:All)?\\(\\s*|\\brefused\\(\\s*|\\bpattern\\(|\\bReason\\(\\s*)[\"']([a-z0-9.-]+)[\"'][,)\\s]");

    private static final Pattern BEGINNING = Pattern.compile("[.-]");

    private final Map<String, List<Path>> files;
    private final Map<String, Map<String, String>> words = new TreeMap<>();
    private final List<String> sources;

    /** @param files the files of each language; English is the one that the others are compared with */
    public MessageFiles(Map<String, List<Path>> files, Stream<Path> sources) {
        this.files = files;
        this.sources = sources.map(Sources::text).toList();
        files.forEach((language, each) -> words.put(language, read(each)));
    }

    public Map<String, String> english() {
        return in("en");
    }

    /** Keys that another language lacks or has too many. */
    public List<String> differentKeys() {
        return told((language, wrong) -> {
            var own = new TreeSet<>(in(language).keySet());
            own.removeAll(english().keySet());
            own.forEach(key -> wrong.add(language + " alone has " + key));
            var missing = new TreeSet<>(english().keySet());
            missing.removeAll(in(language).keySet());
            missing.forEach(key -> wrong.add(language + " lacks " + key));
        });
    }

    public List<String> keysThatStandTwice() {
        return told((language, wrong) -> {
            var seen = new TreeSet<String>();
            files.getOrDefault(language, List.of()).stream()
                    .flatMap(file -> Sources.lines(file).stream())
                    .filter(line -> line.contains("=") && !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf('=')))
                    .filter(key -> !seen.add(key))
                    .forEach(key -> wrong.add(language + " " + key));
        });
    }

    public List<String> emptyWords() {
        return told((language, wrong) -> in(language).forEach((key, text) -> {
            if (text.isBlank()) {
                wrong.add(language + " " + key);
            }
        }));
    }

    /** Keys that no source names, neither whole nor by a beginning such as {@code "role."}, but for these. */
    public List<String> unused(Pattern saidElsewhere) {
        String all = String.join("\n", sources);
        return english().keySet().stream()
                .filter(key -> !isNamed(all, key)
                        && !BEGINNING
                                .matcher(key)
                                .results()
                                .anyMatch(beginning -> isNamed(all, key.substring(0, beginning.end()))))
                .filter(key -> !saidElsewhere.matcher(key).matches())
                .toList();
    }

    private static boolean isNamed(String sources, String key) {
        return sources.contains("\"" + key + "\"") || sources.contains("'" + key + "'");
    }

    /** The keys that sources name whole. */
    public Set<String> said() {
        return sources.stream()
                .flatMap(text -> SAID.matcher(text).results())
                .map(found -> String.valueOf(found.group(1)))
                .filter(key -> !key.endsWith(".") && !key.endsWith("-"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public List<String> differentArguments() {
        return told((language, wrong) -> in(language).forEach((key, text) -> {
            if (!arguments(english().getOrDefault(key, "")).equals(arguments(text))) {
                wrong.add(language + " " + key);
            }
        }));
    }

    /** Plurals without the forms that CLDR has for the language; an exact number, {@code =0}, may stand beside them. */
    public List<String> wrongPlurals() {
        return told((language, wrong) -> {
            var forms = new TreeSet<>(
                    PluralRules.forLocale(ULocale.forLanguageTag(language)).getKeywords());
            in(language).forEach((key, text) -> {
                boolean isPlural = english().getOrDefault(key, "").contains(",plural,");
                if (isPlural && !forms.equals(pluralForms(text))) {
                    wrong.add(language + " " + key);
                }
            });
        });
    }

    /** In a pattern with arguments a plain apostrophe hides what follows; the files write ’. */
    public List<String> plainApostrophes() {
        return told((language, wrong) -> in(language).forEach((key, text) -> {
            if (text.contains("'") && !key.startsWith("date.")) {
                wrong.add(language + " " + key);
            }
        }));
    }

    private List<String> told(BiConsumer<String, List<String>> rule) {
        var wrong = new ArrayList<String>();
        words.keySet().forEach(language -> rule.accept(language, wrong));
        return wrong;
    }

    private Map<String, String> in(String language) {
        return words.getOrDefault(language, Map.of());
    }

    private static Set<String> pluralForms(String text) {
        var pattern = new MessagePattern(text);
        var forms = new TreeSet<String>();
        for (int i = 0; i < pattern.countParts(); i++) {
            var part = pattern.getPart(i);
            if (part.getType() == MessagePattern.Part.Type.ARG_SELECTOR) {
                forms.add(pattern.getSubstring(part));
            }
        }
        forms.removeIf(form -> form.startsWith("="));
        return forms;
    }

    private static Set<Integer> arguments(String text) {
        var pattern = new MessagePattern(text);
        var arguments = new TreeSet<Integer>();
        for (int i = 0; i < pattern.countParts(); i++) {
            var part = pattern.getPart(i);
            if (part.getType() == MessagePattern.Part.Type.ARG_NUMBER) {
                arguments.add(part.getValue());
            }
        }
        return arguments;
    }

    private static Map<String, String> read(List<Path> files) {
        var map = new TreeMap<String, String>();
        for (Path file : files) {
            var properties = new Properties();
            try {
                properties.load(new StringReader(Sources.text(file)));
            } catch (IOException impossible) {
                throw new IllegalStateException("A text in memory can be read", impossible);
            }
            properties.stringPropertyNames().forEach(key -> map.put(key, properties.getProperty(key, "")));
        }
        return map;
    }
}
