package org.herald.config;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.herald.model.Language;
import org.herald.model.Slug;

/**
 * How the value of a key is written and read.
 *
 * @param label the form in a word or two, for the documentation
 * @param expected what a message says must be written instead of a wrong value
 * @param reading reads a value, or says what is wrong with it
 */
public record ValueType<T>(String label, String expected, Reading<T> reading) {

    private static final Pattern DURATION = Pattern.compile("([0-9]{1,9}) ?(ms|s|m|h|d)");
    private static final Map<String, Duration> UNITS = Map.of(
            "ms", Duration.ofMillis(1),
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1));

    /** Reads a value as a type; absent, with a fault, when it is none. */
    @FunctionalInterface
    public interface Reading<T> {

        Optional<T> read(ConfigNode node, Asked asked);
    }

    /**
     * The key whose value is read, for messages.
     *
     * @param isSecret true when no message may repeat the value
     */
    public record Asked(String key, boolean isSecret, Faults faults) {

        /** Notes that a value is not what it must be. */
        <T> Optional<T> wrong(ConfigNode node, String expected) {
            return wrong(node, expected, "");
        }

        /**
         * Notes that a value is not what it must be.
         *
         * @param advice a further sentence with a space before it; may be empty
         */
        <T> Optional<T> wrong(ConfigNode node, String expected, String advice) {
            String text = isSecret ? "(hidden)" : node.shown();
            faults.add(node.origin(), "\"" + key + "\" is \"" + text + "\", but must be " + expected + "." + advice);
            return Optional.empty();
        }

        /** The same for the value below this key. */
        Asked below(String name) {
            return new Asked(key + "." + name, isSecret, faults);
        }
    }

    public Optional<T> read(ConfigNode node, Asked asked) {
        return reading.read(node, asked);
    }

    /** A value that is written as one text. */
    public static <T> ValueType<T> of(String label, String expected, Function<String, Optional<T>> parse) {
        return new ValueType<>(label, expected, (node, asked) -> {
            Optional<T> value = node instanceof ConfigNode.Text(Origin _, String text, boolean _)
                    ? parse.apply(text)
                    : Optional.empty();
            return value.isPresent() ? value : asked.wrong(node, expected);
        });
    }

    public static ValueType<String> text() {
        return of("text", "one text", Optional::of);
    }

    public static ValueType<Boolean> yesNo() {
        return of("`on` or `off`", "on or off", text -> switch (text.toLowerCase(Locale.ROOT)) {
            case "on", "true", "yes" -> Optional.of(true);
            case "off", "false", "no" -> Optional.of(false);
            default -> Optional.empty();
        });
    }

    /** A whole number between two, both included. */
    public static ValueType<Long> number(long least, long most) {
        return of("number", "a whole number from " + least + " to " + most, text -> {
            if (!text.matches("-?[0-9]{1,18}")) {
                return Optional.empty();
            }
            long number = Long.parseLong(text);
            return number < least || number > most ? Optional.empty() : Optional.of(number);
        });
    }

    /** A span of time between two, both included. */
    public static ValueType<Duration> duration(Duration least, Duration most) {
        String expected = "a duration such as 30s, 5m, 2h or 1d, from " + written(least) + " to " + written(most);
        return of("duration", expected, text -> {
            var parts = DURATION.matcher(text);
            if (!parts.matches()) {
                return Optional.empty();
            }
            var span = UNITS.getOrDefault(parts.group(2), Duration.ZERO).multipliedBy(Long.parseLong(parts.group(1)));
            return span.compareTo(least) < 0 || span.compareTo(most) > 0 ? Optional.empty() : Optional.of(span);
        });
    }

    private static String written(Duration span) {
        for (String unit : List.of("d", "h", "m", "s")) {
            long count = span.dividedBy(UNITS.getOrDefault(unit, Duration.ofMillis(1)));
            if (count > 0
                    && UNITS.getOrDefault(unit, Duration.ZERO)
                            .multipliedBy(count)
                            .equals(span)) {
                return count + unit;
            }
        }
        return span.toMillis() + "ms";
    }

    /** One of the constants of an enum, written in lower case with hyphens. */
    public static <E extends Enum<E>> ValueType<E> choice(Class<E> type) {
        var byWord = new LinkedHashMap<String, E>();
        for (E constant : type.getEnumConstants()) {
            byWord.put(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'), constant);
        }
        return choice(byWord);
    }

    /** One of some words. */
    public static ValueType<String> choice(String... words) {
        var byWord = new LinkedHashMap<String, String>();
        Arrays.stream(words).forEach(word -> byWord.put(word, word));
        return choice(byWord);
    }

    /** One of some words, each standing for a value; a slip is answered with the nearest word. */
    public static <T> ValueType<T> choice(Map<String, T> byWord) {
        var words = List.copyOf(byWord.keySet());
        String expected = either(words, "");
        return new ValueType<>(either(words, "`"), expected, (node, asked) -> {
            if (!(node instanceof ConfigNode.Text(Origin _, String text, boolean _))) {
                return asked.wrong(node, expected);
            }
            var value = Optional.ofNullable(byWord.get(text));
            return value.isPresent() ? value : asked.wrong(node, expected, Faults.didYouMean(text, Set.copyOf(words)));
        });
    }

    private static String either(List<String> words, String mark) {
        var marked = words.stream().map(word -> mark + word + mark).toList();
        int last = marked.size() - 1;
        return last < 1
                ? String.join("", marked)
                : String.join(", ", marked.subList(0, last)) + " or " + marked.get(last);
    }

    /**
     * A list; one text is a list of what stands between its commas.
     *
     * @param expected what a message says of a wrong element
     */
    public static <T> ValueType<List<T>> list(String label, String expected, Function<String, Optional<T>> parse) {
        return new ValueType<>(label, expected, (node, asked) -> {
            List<ConfigNode> written = switch (node) {
                case ConfigNode.Items(Origin _, List<ConfigNode> items) -> items;
                case ConfigNode.Text text -> parted(text);
                case ConfigNode.Fields _ -> List.of();
            };
            if (node instanceof ConfigNode.Fields) {
                return asked.wrong(node, expected);
            }
            List<T> values = new ArrayList<>();
            for (ConfigNode each : written) {
                if (each instanceof ConfigNode.Text(Origin _, String text, boolean _)) {
                    parse.apply(text).ifPresentOrElse(values::add, () -> asked.wrong(each, expected));
                } else {
                    asked.wrong(each, "one plain text in each place of the list");
                }
            }
            return values.size() == written.size() ? Optional.of(List.copyOf(values)) : Optional.empty();
        });
    }

    private static List<ConfigNode> parted(ConfigNode.Text text) {
        return Arrays.stream(text.text().split("\\s*,\\s*"))
                .<ConfigNode>map(part -> new ConfigNode.Text(text.origin(), part.strip(), text.isPlain()))
                .toList();
    }

    /** A map from names to values of one type, in the order in which it was written. */
    public static <T> ValueType<Map<String, T>> map(String label, ValueType<T> element) {
        String expected = "a map of \"name: value\" lines, each value " + element.expected();
        return new ValueType<>(label, expected, (node, asked) -> {
            if (!(node instanceof ConfigNode.Fields(Origin _, List<ConfigNode.Field> fields))) {
                return asked.wrong(node, expected);
            }
            var values = new LinkedHashMap<String, T>();
            for (ConfigNode.Field field : fields) {
                element.read(field.value(), asked.below(field.name()))
                        .ifPresent(value -> values.put(field.name(), value));
            }
            return values.size() == fields.size() ? Optional.of(values) : Optional.empty();
        });
    }

    /**
     * One value for all languages, or a map with one for each tag; which tags there may be, the portal's languages say.
     */
    public static <T> ValueType<PerLanguage<T>> perLanguage(String label, ValueType<T> element) {
        ValueType<Map<String, T>> each = map(label, element);
        return new ValueType<>(label, element.expected(), (node, asked) -> switch (node) {
            case ConfigNode.Text text -> element.read(text, asked).map(same -> new PerLanguage.Same<>(same));
            case ConfigNode.Fields fields -> each.read(fields, asked).map(PerLanguage.Each::new);
            case ConfigNode.Items items -> asked.wrong(items, element.expected());
        });
    }

    public static ValueType<Language> language() {
        return of("language tag", "a language tag in lower case such as en or pt-br", ValueType::tag);
    }

    static Optional<Language> tag(String text) {
        return Language.isTag(text) ? Optional.of(new Language(text)) : Optional.empty();
    }

    /** The path of a section without language and without slashes around it: {@code news/culture}. */
    public static ValueType<String> sectionPath() {
        return of(
                "path of a section",
                "the path of a section such as news/culture",
                text -> Arrays.stream(text.split("/", -1))
                                .allMatch(word -> Slug.parse(word).isPresent())
                        ? Optional.of(text)
                        : Optional.empty());
    }

    public static ValueType<ZoneId> timeZone() {
        return of("name of a time zone", "a time zone such as Europe/Minsk or UTC", text -> {
            try {
                return Optional.of(ZoneId.of(text));
            } catch (DateTimeException unknown) {
                return Optional.empty();
            }
        });
    }

    /** An address of the web without a query; slashes at its end are left out. */
    public static ValueType<URI> address(String example) {
        return of("address", "an address such as " + example, ValueType::webAddress);
    }

    static Optional<URI> webAddress(String text) {
        try {
            URI url = URI.create(text.replaceAll("/+$", ""));
            boolean isWeb = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            return isWeb && url.getHost() != null && url.getQuery() == null ? Optional.of(url) : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
