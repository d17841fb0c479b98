package org.herald.model.kind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.herald.model.Language;
import org.herald.model.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be typed into fields, what is stored of it, and what is shown. */
final class FieldTypesTest {

    private static final Labels CASTLE = new Labels(castle());

    private static final Map<String, FieldType> TYPES = byWord(List.of(
            new TextType(500),
            new RichTextType(1_000),
            new NumberType(Unit.of("ha").orElseThrow(), null, new BigDecimal("100000"), 3),
            new MoneyType(List.of("BYN", "EUR", "JPY")),
            new YearType(),
            new DateType(),
            new ChoiceType(List.of(new Choice("castle", CASTLE), new Choice("church", Labels.NONE))),
            new ChoicesType(List.of(new Choice("castle", CASTLE), new Choice("church", Labels.NONE))),
            new YesNoType(),
            new LinkType(),
            new EmailType(),
            new TelephoneType(),
            new AddressType(),
            new CoordinatesType(),
            new OpeningHoursType(),
            new EventTimesType(),
            new PictureType(),
            new GalleryType(),
            new FilesType(),
            new ItemsType(List.of())));

    private static Map<Language, String> castle() {
        var texts = new LinkedHashMap<Language, String>();
        texts.put(new Language("en"), "Castle");
        texts.put(new Language("be"), "Замак");
        return texts;
    }

    private static Map<String, FieldType> byWord(List<FieldType> types) {
        var byWord = new LinkedHashMap<String, FieldType>();
        types.forEach(type -> byWord.put(type.word(), type));
        return byWord;
    }

    private static FieldType type(String word) {
        FieldType type = TYPES.get(word);
        assertNotNull(type, word);
        return type;
    }

    /** {@code latitude=53.9|longitude=27.5}; a text without an equals sign is the first part. Lines end in {@code \}. */
    private static Map<String, String> parts(FieldType type, String typed) {
        var parts = new LinkedHashMap<String, String>();
        String first = type.parts().getFirst();
        for (String each : typed.replace('\\', '\n').split("\\|", -1)) {
            String name = each.replaceFirst("=.*", "").replaceAll("(?s)\n.*", "");
            boolean isNamed = each.contains("=") && type.parts().contains(name);
            parts.put(isNamed ? name : first, isNamed ? each.substring(name.length() + 1) : each);
        }
        return parts;
    }

    static Words words(String language) {
        var properties = new Properties();
        try (var stream = FieldTypesTest.class.getResourceAsStream("/messages/" + language + ".properties")) {
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException fault) {
            throw new IllegalStateException(fault);
        }
        var map = new HashMap<String, String>();
        properties.stringPropertyNames().forEach(key -> map.put(key, properties.getProperty(key)));
        return new Words(new Language(language), map);
    }

    private static String said(FieldType type, JsonValue value, String language) {
        return type.lines(value, words(language)).stream()
                .map(line -> switch (line) {
                    case FactLine.Plain(String text) -> text;
                    case FactLine.Outward(String text, String url) -> text + " <" + url + ">";
                    case FactLine.Own(String named, String text) -> named + text;
                    case FactLine.Shown(var picture) -> picture.toString();
                    case FactLine.Markup(String html) -> html;
                })
                .collect(Collectors.joining(" / "))
                .replace('\u00a0', ' ')
                .replace('\u202f', ' ');
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "text; Old  town ; \" Old  town \"",
                "rich-text; <p>Old</p>; {\"html\":\"<p>Old</p>\"}",
                "number; 1234.5; \"1234.5\"",
                "number; 1 234,5; \"1234.5\"",
                "number; 1,234.5; \"1234.5\"",
                "number; 1.234,5; \"1234.5\"",
                "number; 12’345; \"12345\"",
                "number; −0,50; \"-0.5\"",
                "number; 0.234; \"0.234\"",
                "number; 1.2340; \"1.234\"",
                "number; .5; \"0.5\"",
                "number; 007; \"7\"",
                "number; -0; \"0\"",
                "number; ١٢; \"12\"",
                "money; amount=12,50|currency=EUR; {\"amount\":\"12.5\",\"currency\":\"EUR\"}",
                "money; amount=бясплатна|currency=BYN; {\"amount\":\"0\",\"currency\":\"BYN\"}",
                "money; amount=7; {\"amount\":\"7\",\"currency\":\"BYN\"}",
                "year; 1520; \"1520\"",
                "year; 988; \"0988\"",
                "year; c. 1520; \"1520~\"",
                "year; каля 1520; \"1520~\"",
                "year; около 1520 г.; \"1520~\"",
                "year; 52 BC; \"-0051\"",
                "year; 1 BC; \"0000\"",
                "year; 52 г. до н. э.; \"-0051\"",
                "year; 52 да н. э.; \"-0051\"",
                "year; 52-44 BC; \"-0051/-0043\"",
                "year; 1907 - 1910; \"1907/1910\"",
                "year; ~1907–1910; \"1907~/1910\"",
                "year; 1907~/1910; \"1907~/1910\"",
                "date; 2026-11-29; \"2026-11-29\"",
                "date; 29.11.2026; \"2026-11-29\"",
                "date; 1.2.2026 г.; \"2026-02-01\"",
                "choice; castle; \"castle\"",
                "choices; church=on|castle=on; [\"castle\",\"church\"]",
                "yes-no; yes; true",
                "yes-no; no; false",
                "link; www.example.org/a?b=c#d; {\"url\":\"https://www.example.org/a?b=c#d\"}",
                "link; url=http://музей.бел/|text=Музей; {\"text\":\"Музей\",\"url\":\"http://музей.бел/\"}",
                "link; item:12; {\"url\":\"item:12\"}",
                "e-mail; mailto:Info@Example.ORG; \"Info@example.org\"",
                "telephone; +375 (17) 123-45-67; \"+375 (17) 123-45-67\"",
                "telephone; +375 17 123 45 67, доб. 12; \"+375 17 123 45 67, доб. 12\"",
                "telephone; 103; \"103\"",
                "address; locality=Мір|country=беларусь; {\"country\":\"BY\",\"locality\":\"Мір\"}",
                "address; country=by; {\"country\":\"BY\"}",
                "coordinates; 53.9, 27.56; {\"latitude\":\"53.9\",\"longitude\":\"27.56\"}",
                "coordinates; 53,9 27,56; {\"latitude\":\"53.9\",\"longitude\":\"27.56\"}",
                "coordinates; 53°54′N 27°34′E; {\"latitude\":\"53.9\",\"longitude\":\"27.566667\"}",
                "coordinates; N 53° 54' 36\" E 27° 33' 36\"; {\"latitude\":\"53.91\",\"longitude\":\"27.56\"}",
                "coordinates; 27°34′ в. д., 53°54′ с. ш.; {\"latitude\":\"53.9\",\"longitude\":\"27.566667\"}",
                "coordinates; 53°54′ пн. ш. 27°34′ у. д.; {\"latitude\":\"53.9\",\"longitude\":\"27.566667\"}",
                "coordinates; latitude=33,5 S|longitude=70,6 W; {\"latitude\":\"-33.5\",\"longitude\":\"-70.6\"}",
                "coordinates; https://www.openstreetmap.org/#map=15/53.9/27.56; {\"latitude\":\"53.9\",\"longitude\":\"27.56\"}",
                "coordinates; https://www.openstreetmap.org/?mlat=53.9&mlon=27.56#map=15/1/2; {\"latitude\":\"53.9\",\"longitude\":\"27.56\"}",
                "coordinates; https://www.google.com/maps/place/X/@1.5,2.5,17z/data=!3d53.9!4d27.56; {\"latitude\":\"53.9\",\"longitude\":\"27.56\"}",
                "coordinates; https://www.google.com/maps/@53.9,27.56,15z; {\"latitude\":\"53.9\",\"longitude\":\"27.56\"}",
                "coordinates; https://yandex.by/maps/?ll=27.56%2C53.9&z=12; {\"latitude\":\"53.9\",\"longitude\":\"27.56\"}",
                "coordinates; geo:53.9,27.56; {\"latitude\":\"53.9\",\"longitude\":\"27.56\"}",
                "picture; asset=asset:7|alt=A gate; {\"alt\":\"A gate\",\"asset\":\"7\"}",
                "gallery; 1-asset=7|3-asset=9|3-credit=BelTA; [{\"asset\":\"7\"},{\"asset\":\"9\",\"credit\":\"BelTA\"}]",
                "files; 2-asset=7|2-title=Plan; [{\"asset\":\"7\",\"title\":\"Plan\"}]",
                "items; 12, item:15 https://x.example/newsroom/items/7/preview 12; [\"12\",\"15\",\"7\"]",
            })
    void whatIsTypedBecomesAValueAndIsShownAsIt(String word, String typed, String stored) {
        FieldType type = type(word);
        JsonValue value = type.typed(word.equals("text") ? Map.of("", " " + typed + " ") : parts(type, typed));

        assertNotNull(value);
        assertEquals(stored, value.canonical());
        holds(type, value);
    }

    /** What holds for every value of a type. */
    private static void holds(FieldType type, JsonValue value) {
        assertEquals("", type.fault(value).map(Object::toString).orElse(""), value.canonical());
        assertEquals(value, type.typed(type.shown(value)), value.canonical());
        assertFalse(type.text(value).isEmpty(), value.canonical());
        for (String language : List.of("en", "be", "ru")) {
            assertFalse(type.lines(value, words(language)).isEmpty(), value.canonical());
        }
        assertTrue(
                type.schemaOrg(value, named -> "https://example.org/" + named).isPresent(), value.canonical());
        if (type.isFiltered(Field.Filter.VALUES) && !type.word().equals("address")) {
            assertFalse(type.filterValues(value).isEmpty(), value.canonical());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "number; many; number",
                "number; 1,234; number-unclear",
                "number; 1.234; number-unclear",
                "number; 1,23,4; number",
                "number; 1.2345; number-decimals",
                "number; 100001; number-most",
                "number; NaN; number",
                "number; 1e5; number",
                "number; 1111111111111111111111111; number",
                "money; amount=12.5055|currency=EUR; number-decimals",
                "money; amount=1,5|currency=JPY; number-decimals",
                "money; amount=-1|currency=EUR; number-least",
                "money; amount=5|currency=USD; currency",
                "money; amount=five|currency=EUR; money",
                "year; 16th century; year",
                "year; 0; year",
                "year; -52; year",
                "year; 1910-1907; year",
                "year; 12345; year",
                "date; 2026-02-30; date",
                "date; 11/12/2026; date",
                "choice; palace; choice",
                "yes-no; maybe; choice",
                "link; javascript:alert(1); link",
                "link; https://a@b.example/; link",
                "link; https://exa mple.org; link",
                "link; //example.org; link",
                "link; asset:7; link",
                "e-mail; a@b; e-mail",
                "e-mail; a b@c.example; e-mail",
                "telephone; 8 017 123-45-67; telephone-code",
                "telephone; call us; telephone",
                "telephone; +0 123; telephone",
                "address; country=Atlantis; country",
                "coordinates; 53,9; coordinates",
                "coordinates; latitude=91|longitude=27; coordinates-swapped",
                "coordinates; latitude=191|longitude=27; coordinates-range",
                "coordinates; latitude=53.9|longitude=27.5N; coordinates",
                "coordinates; 53°64′N 27°34′E; coordinates",
                "coordinates; Minsk; coordinates",
                "coordinates; https://example.org/map; coordinates",
                "picture; alt=A gate; asset-none",
                "picture; asset=gate.jpg; asset",
                "gallery; 2-alt=A gate; asset-none",
                "items; 12, castle; items",
                "items; 0; items",
            })
    void whatIsNoValueIsKeptAndRefused(String word, String typed, String reason) {
        FieldType type = type(word);
        var parts = parts(type, typed);
        JsonValue value = type.typed(parts);

        assertNotNull(value);
        assertEquals(
                "refused.field-" + reason,
                type.fault(value).map(each -> each.key()).orElse("no fault: " + value.canonical()));
        var shown = new HashMap<>(type.shown(value));
        shown.values().removeIf(String::isEmpty);
        assertEquals(parts, shown);
        assertEquals(List.of(), type.filterValues(value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "number; 1234.5; en; 1,234.5 ha",
                "number; 1234.5; be; 1234,5 га",
                "number; 12345; ru; 12 345 га",
                "money; amount=12.5|currency=BYN; en; BYN 12.50",
                "money; amount=12.5|currency=BYN; be; 12,50 Br",
                "money; amount=0; ru; Бесплатно",
                "year; c. 1520; en; about 1520",
                "year; 52 BC; en; 52 BC",
                "year; 52 BC; ru; 52 до н. э.",
                "year; 1907/1910; be; 1907–1910",
                "date; 2026-11-29; be; 29 лістапада 2026",
                "choice; castle; be; Замак",
                "choice; castle; ru; Castle",
                "choices; church=on|castle=on; en; Castle / church",
                "yes-no; yes; ru; Да",
                "link; https://www.example.org/; en; example.org <https://www.example.org/>",
                "e-mail; info@example.org; en; info@example.org <mailto:info@example.org>",
                "telephone; +375 (17) 123-45-67; ru; +375 (17) 123-45-67 <tel:+375171234567>",
                "address; street=Замкавая 1|locality=Мір|postal-code=231444|country=BY; ru; Замкавая 1 / 231444 Мір / Беларусь",
                "coordinates; 53.9, -27.56; ru; 53,9° с. ш., 27,56° з. д. <geo:53.9,-27.56>",
                "items; 12; en; item:12",
            })
    void readersSeeItInTheirLanguage(String word, String typed, String language, String seen) {
        FieldType type = type(word);
        JsonValue value = type.typed(parts(type, typed));

        assertNotNull(value);
        assertEquals(seen, said(type, value, language));
    }

    @Test
    void everyTypeIsOnTheTable() {
        var permitted = new ArrayList<Class<?>>(List.of(FieldType.class));
        for (int at = 0; at < permitted.size(); at++) {
            var below = permitted.get(at).getPermittedSubclasses();
            permitted.addAll(below == null ? List.of() : List.of(below));
        }
        permitted.removeIf(Class::isInterface);

        assertEquals(
                Set.copyOf(permitted),
                TYPES.values().stream().map(Object::getClass).collect(Collectors.toSet()));
    }

    @Test
    void blankPartsAreNoValue() {
        for (FieldType type : TYPES.values()) {
            assertNull(type.typed(Map.of()), type.word());
            assertNull(type.typed(Map.of(type.parts().getFirst(), " \u00a0\n")), type.word());
        }
        assertNull(type("money").typed(Map.of("amount", "", "currency", "EUR")));
    }

    /** Whatever comes from forms, imports or a field that was declared otherwise before. */
    @Test
    void noTextAndNoValueOfAnotherTypeIsTooMuch() {
        var random = new Random(20261129);
        var english = words("en");
        var values = new ArrayList<JsonValue>();
        for (FieldType type : TYPES.values()) {
            for (int count = 0; count < 300; count++) {
                var parts = new HashMap<String, String>();
                type.parts().stream().limit(12).forEach(part -> parts.put(part, garbage(random)));
                JsonValue value = type.typed(parts);
                if (value != null) {
                    values.add(value);
                    if (type.fault(value).isEmpty()) {
                        assertEquals(value, type.typed(type.shown(value)), type.word() + parts);
                    }
                }
            }
        }
        for (int count = 0; count < 300; count++) {
            values.add(value(random, 3));
        }
        for (FieldType type : TYPES.values()) {
            for (JsonValue value : values) {
                type.fault(value);
                type.typed(type.shown(value));
                type.text(value);
                type.lines(value, english);
                type.schemaOrg(value, named -> named);
                type.named(value);
                type.filterValues(value).forEach(each -> assertTrue(each.sort().length() <= FilterValue.LONGEST));
            }
        }
    }

    private static String garbage(Random random) {
        String[] words = {
            "",
            " ",
            "-",
            ",",
            ".",
            ":",
            ";",
            "1",
            "10:00-18:00",
            "53.9",
            "mo",
            "closed",
            "°",
            "′",
            "N",
            "E",
            "BC",
            "~",
            "/",
            "2026",
            "12-25",
            "31.02",
            "<script>",
            "\u0000",
            "\ud800",
            "👍",
            "١",
            "+375",
            "@",
            "a.b",
            "https://",
            "item:",
            "\n",
            "99999999999999999999",
            "e5",
            "NaN",
            "с",
            "до н. э.",
            "free",
            "EUR",
            "on",
            "\"",
            "\\",
            "='x"
        };
        return random.ints(random.nextInt(6), 0, words.length)
                .mapToObj(at -> words[at])
                .collect(Collectors.joining(random.nextBoolean() ? " " : ""));
    }

    private static JsonValue value(Random random, int depth) {
        String[] names = {
            "typed",
            "amount",
            "currency",
            "latitude",
            "longitude",
            "days",
            "mo",
            "holidays",
            "special",
            "seasons",
            "from",
            "until",
            "hours",
            "asset",
            "url",
            "text",
            "country",
            "",
            "1-asset"
        };
        return switch (random.nextInt(depth == 0 ? 2 : 4)) {
            case 0 -> new JsonValue.Text(garbage(random));
            case 1 -> new JsonValue.Flag(random.nextBoolean());
            case 2 ->
                new JsonValue.Values(random.ints(random.nextInt(3), 0, 9)
                        .mapToObj(_ -> value(random, depth - 1))
                        .toList());
            default -> {
                var members = new TreeMap<String, JsonValue>();
                random.ints(random.nextInt(5), 0, names.length)
                        .forEach(at -> members.put(names[at], value(random, depth - 1)));
                yield new JsonValue.Members(members);
            }
        };
    }

    @Test
    void numbersSortAsTexts() {
        var numbers =
                List.of("-99999.5", "-10", "-9", "-0.5", "0", "0.000001", "0.5", "9", "10", "99999.5", "1000000000");

        var sorted = numbers.stream()
                .map(number -> FilterValue.sort(new BigDecimal(number)))
                .sorted()
                .toList();

        assertEquals(
                numbers.stream()
                        .map(number -> FilterValue.sort(new BigDecimal(number)))
                        .toList(),
                sorted);
        assertEquals(numbers.size(), Set.copyOf(sorted).size());
    }

    @Test
    void aTelephoneIsCalledByItsNumberAlone() {
        assertEquals(
                "tel:+375171234567;ext=12",
                TelephoneType.uri("+375 17 123-45-67 доб. 12").orElse(""));
        assertEquals("tel:103", TelephoneType.uri("103").orElse(""));
    }

    @Test
    void whatAValueNamesIsFound() {
        assertEquals(Set.of("asset:7", "asset:9"), named("gallery", "1-asset=7|2-asset=9"));
        assertEquals(Set.of("asset:7"), named("picture", "asset=7"));
        assertEquals(Set.of("item:12", "item:15"), named("items", "12, 15"));
        assertEquals(Set.of("item:12"), named("link", "item:12"));
        assertEquals(Set.of("asset:7"), named("rich-text", "<img src=\"asset:7\">"));
    }

    private static Set<String> named(String word, String typed) {
        FieldType type = type(word);
        JsonValue value = type.typed(parts(type, typed));
        assertNotNull(value);
        return type.named(value);
    }
}
