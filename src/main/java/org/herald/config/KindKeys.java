package org.herald.config;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.herald.model.Blank;
import org.herald.model.Language;
import org.herald.model.Slug;
import org.herald.model.kind.Choice;
import org.herald.model.kind.Field;
import org.herald.model.kind.Kind;
import org.herald.model.kind.KindName;
import org.herald.model.kind.Labels;
import org.herald.model.kind.MoneyType;
import org.herald.model.kind.NumberType;
import org.herald.model.kind.Unit;

/** The keys of the declaration of a kind and of its fields. */
final class KindKeys {

    /** The language of a text that is the same in all of them. */
    static final Language ANY = new Language("und");

    static final String NAME = "a name of lower-case letters a to z, digits and hyphens, such as opening-hours";

    private static final ValueType<Labels> LABELS = labels("text");

    /** What a kind is called in one language. */
    record Name(String one, String many) {}

    private static final Key<String> ONE =
            Key.of("one", text(), "what one item is called").required("Tourist site");
    private static final Key<String> MANY =
            Key.of("many", text(), "what all of them are called").required("Tourist sites");
    private static final Schema NAMES_OF_LANGUAGE = Schema.of("key of names", List.of(ONE, MANY));

    static final Key<KindName> KIND = Key.of(
                    "kind",
                    ValueType.of(
                            "name",
                            NAME,
                            text -> Optional.of(text).filter(KindName::isName).map(KindName::new)),
                    "the name of the kind")
            .required("sight");
    static final Key<Map<String, Name>> NAMES = Key.of(
            "names",
            ValueType.map("names by language", name()),
            "what one item and what all items are called, by language");
    static final Key<Kind.Stands> STANDS = Key.of(
            "stands", ValueType.choice(Kind.Stands.class), "where an item stands, and what its address is made from");
    static final Key<String> SECTION = Key.of(
                    "section",
                    ValueType.of(
                            "path of a section",
                            "words of lower-case letters, digits and hyphens, joined by slashes, such as tourism/sights",
                            text -> Optional.of(text)
                                    .filter(each -> Arrays.stream(each.split("/", -1))
                                            .allMatch(word -> Slug.parse(word).isPresent()))),
                    "path of the section that shows the directory of the kind")
            .otherwise("the name of the kind");
    static final Key<String> ORDER = Key.of("order", text(), "the order of all items: newest, headline or a field")
            .usually("headline");
    static final Key<String> SCHEMA_ORG_TYPE = Key.of(
            "schema-org",
            ValueType.of(
                    "type of schema.org",
                    "a type of schema.org such as TouristAttraction",
                    text -> Optional.of(text).filter(each -> each.matches("[A-Z][A-Za-z0-9]{1,60}"))),
            "the type of schema.org");
    static final Key<Map<String, Labels>> GROUPS = Key.of(
            "groups",
            ValueType.map("names of groups", LABELS),
            "groups of fields and what they are called, in the order of forms and pages");
    static final Key<ConfigNode> FIELDS = Key.of(
            "fields",
            new ValueType<>(
                    "fields by name",
                    "a map of fields by name",
                    (node, asked) -> node instanceof ConfigNode.Fields
                            ? Optional.of(node)
                            : asked.wrong(node, "a map of fields by name, such as place: {type: coordinates}")),
            "the fields by name, in the order of forms and pages");

    static final Schema KIND_SCHEMA =
            Schema.of("key of a kind", List.of(KIND, NAMES, STANDS, SECTION, ORDER, SCHEMA_ORG_TYPE, GROUPS, FIELDS));

    static final Key<String> TYPE = Key.of(
                    "type", ValueType.choice(TypeWords.WORDS.toArray(String[]::new)), "what its values are")
            .required("text");
    static final Key<Labels> LABEL =
            Key.of("label", LABELS, "what it is called").otherwise("its name");
    static final Key<String> GROUP = Key.of("group", fieldName(), "the group in which it stands");
    static final Key<Labels> HELP = Key.of("help", LABELS, "a sentence beside it in the form");
    static final Key<Field.Required> REQUIRED = Key.of(
                    "required",
                    choice(List.of(
                            Map.entry("publish", Field.Required.TO_PUBLISH),
                            Map.entry("true", Field.Required.TO_PUBLISH),
                            Map.entry("save", Field.Required.TO_SAVE),
                            Map.entry("false", Field.Required.NO))),
                    "from when on a value must be there")
            .usually("false");
    static final Key<Boolean> SHARED = Key.of("shared", ValueType.yesNo(), "whether it is the same in every language")
            .usually("off");
    static final Key<Field.Filter> FILTER = Key.of(
                    "filter",
                    choice(List.of(
                            Map.entry("true", Field.Filter.VALUES),
                            Map.entry("values", Field.Filter.VALUES),
                            Map.entry("range", Field.Filter.RANGE),
                            Map.entry("false", Field.Filter.NONE))),
                    "how readers narrow a list by it")
            .usually("false");
    static final Key<Boolean> SORT = Key.of("sort", ValueType.yesNo(), "whether readers may sort a list by it")
            .usually("off");
    static final Key<Boolean> CARD =
            Key.of("card", ValueType.yesNo(), "whether cards in lists show it").usually("off");
    static final Key<String> SCHEMA_ORG = Key.of(
            "schema-org",
            ValueType.of(
                    "property of schema.org",
                    "a property of schema.org such as openingHoursSpecification",
                    text -> Optional.of(text).filter(each -> each.matches("[a-z][A-Za-z0-9]{1,60}"))),
            "the property of schema.org");
    static final Key<String> RENAMED_FROM =
            Key.of("renamed-from", fieldName(), "the name under which it was declared before");
    static final Key<Unit> UNIT = Key.of("unit", unit(), "what a number counts or measures");
    static final Key<BigDecimal> LEAST = Key.of("least", decimal(), "the least number");
    static final Key<BigDecimal> MOST = Key.of("most", decimal(), "the greatest number");
    static final Key<Long> DECIMALS =
            Key.of("decimals", ValueType.number(0, NumberType.MOST_DECIMALS), "the most digits after the point");
    static final Key<Long> LONGEST = Key.of("longest", ValueType.number(1, 100_000), "the most characters of a text");
    static final Key<Boolean> LINES = Key.of(
            "lines",
            choice(List.of(Map.entry("one", false), Map.entry("many", true))),
            "whether a text may have several lines");
    static final Key<List<Choice>> CHOICES = Key.of("choices", choices(), "what may be chosen, with labels");
    static final Key<List<String>> CURRENCIES = Key.of(
            "currencies",
            ValueType.list(
                    "codes of currencies",
                    "codes of ISO 4217 such as BYN",
                    text -> Optional.of(text).filter(MoneyType::isCurrency)),
            "the currencies of amounts, the usual one first");
    static final Key<List<KindName>> OF = Key.of(
            "of",
            ValueType.list(
                    "names of kinds",
                    "names of kinds such as sight",
                    text -> Optional.of(text).filter(KindName::isName).map(KindName::new)),
            "the kinds of the items that may be named");

    /** The keys that only some types have. */
    static final Map<Key<?>, List<String>> OF_TYPES = Map.ofEntries(
            Map.entry(UNIT, List.of("number")),
            Map.entry(LEAST, List.of("number")),
            Map.entry(MOST, List.of("number")),
            Map.entry(DECIMALS, List.of("number")),
            Map.entry(LONGEST, List.of("text", "rich-text")),
            Map.entry(LINES, List.of("text")),
            Map.entry(CHOICES, List.of("choice", "choices")),
            Map.entry(CURRENCIES, List.of("money")),
            Map.entry(OF, List.of("items")));

    static final Schema FIELD_SCHEMA = Schema.of(
            "key of a field",
            List.of(
                    TYPE,
                    LABEL,
                    GROUP,
                    HELP,
                    REQUIRED,
                    SHARED,
                    FILTER,
                    SORT,
                    CARD,
                    SCHEMA_ORG,
                    RENAMED_FROM,
                    UNIT,
                    LEAST,
                    MOST,
                    DECIMALS,
                    LONGEST,
                    LINES,
                    CHOICES,
                    CURRENCIES,
                    OF));

    private KindKeys() {}

    private static <T> ValueType<T> choice(List<Map.Entry<String, T>> words) {
        var byWord = new LinkedHashMap<String, T>();
        words.forEach(word -> byWord.put(word.getKey(), word.getValue()));
        return ValueType.choice(byWord);
    }

    private static ValueType<String> text() {
        return ValueType.of(
                "text", "a text that is not empty", text -> Optional.of(text).filter(each -> !Blank.is(each)));
    }

    static ValueType<String> fieldName() {
        return ValueType.of("name", NAME, text -> Optional.of(text).filter(KindName::isName));
    }

    private static ValueType<BigDecimal> decimal() {
        return ValueType.of(
                "number",
                "a number such as 12.5",
                text -> text.matches("-?[0-9]{1,18}(?:[.][0-9]{1,6})?")
                        ? Optional.of(new BigDecimal(text))
                        : Optional.empty());
    }

    private static ValueType<Name> name() {
        String expected = "{one: Tourist site, many: Tourist sites}";
        return new ValueType<>("names", expected, (node, asked) -> {
            if (!(node instanceof ConfigNode.Fields)) {
                return asked.wrong(node, "written as " + expected);
            }
            var values = NAMES_OF_LANGUAGE.read(Optional.of(node), node.origin(), asked.faults());
            return values.get(ONE).flatMap(one -> values.get(MANY).map(many -> new Name(one, many)));
        });
    }

    /** One text for all languages, or one for each of some; at least one of them. */
    private static ValueType<Labels> labels(String label) {
        ValueType<PerLanguage<String>> each = ValueType.perLanguage(label, text());
        return new ValueType<>(
                label + " or texts by language",
                each.expected(),
                (node, asked) -> each.read(node, asked).flatMap(written -> switch (written) {
                    case PerLanguage.Same<String>(String text) -> Optional.of(new Labels(Map.of(ANY, text)));
                    case PerLanguage.Each<String>(Map<String, String> texts) ->
                        byLanguage(texts, node, asked).map(Labels::new);
                }));
    }

    /** Values by language; absent, with a fault, when a key is no language tag. */
    static <T> Optional<Map<Language, T>> byLanguage(Map<String, T> values, ConfigNode node, ValueType.Asked asked) {
        var byLanguage = new LinkedHashMap<Language, T>();
        for (var each : values.entrySet()) {
            var language = ValueType.tag(each.getKey());
            if (language.isEmpty()) {
                return asked.wrong(node, "written by language, with tags in lower case such as en or pt-br");
            }
            byLanguage.put(language.get(), each.getValue());
        }
        return Optional.of(byLanguage);
    }

    private static ValueType<List<Choice>> choices() {
        String expected = "a list such as [castle, church], or labels by word such as castle: {en: Castle}";
        ValueType<Map<String, Labels>> labelled = ValueType.map("labels by word", LABELS);
        ValueType<List<String>> words =
                ValueType.list("words", NAME, text -> Optional.of(text).filter(KindName::isName));
        return new ValueType<>("words, or labels by word", expected, (node, asked) -> {
            ConfigNode written = unlisted(node);
            var choices = written instanceof ConfigNode.Fields
                    ? labelled.read(written, asked).map(KindKeys::choices)
                    : words.read(written, asked)
                            .map(each -> each.stream()
                                    .map(word -> new Choice(word, Labels.NONE))
                                    .toList());
            return choices.filter(each -> areSound(each, node, asked));
        });
    }

    /** A list of maps as one map: {@code [castle: {en: Castle}, church: {en: Church}]}. */
    private static ConfigNode unlisted(ConfigNode node) {
        if (!(node instanceof ConfigNode.Items(var origin, var items))
                || items.isEmpty()
                || !items.stream().allMatch(ConfigNode.Fields.class::isInstance)) {
            return node;
        }
        return new ConfigNode.Fields(
                origin,
                items.stream()
                        .flatMap(item -> ((ConfigNode.Fields) item).fields().stream())
                        .toList());
    }

    private static List<Choice> choices(Map<String, Labels> labels) {
        return labels.entrySet().stream()
                .map(each -> new Choice(each.getKey(), each.getValue()))
                .toList();
    }

    private static boolean areSound(List<Choice> choices, ConfigNode node, ValueType.Asked asked) {
        var words = choices.stream().map(Choice::word).toList();
        boolean areNames = words.stream().allMatch(KindName::isName);
        boolean differ = words.stream().distinct().count() == words.size();
        if (choices.isEmpty() || !areNames || !differ) {
            asked.wrong(node, "at least one word, each once, and each " + NAME);
            return false;
        }
        return true;
    }

    /** A symbol or a name of CLDR's, or words by language, with plural forms where they differ. */
    private static ValueType<Unit> unit() {
        String expected =
                "a unit such as ha, km or kilowatt-hour, or words by language such as en: {one: bed, other: beds}";
        ValueType<String> word = text();
        ValueType<Map<String, String>> forms = ValueType.map("plural forms", word);
        ValueType<Map<String, String>> plural = new ValueType<>(
                "word or plural forms",
                expected,
                (node, asked) -> node instanceof ConfigNode.Text
                        ? word.read(node, asked).map(text -> Map.of("other", text))
                        : forms.read(node, asked).filter(each -> arePlural(each, node, asked)));
        ValueType<Map<String, Map<String, String>>> byLanguage = ValueType.map("words by language", plural);
        return new ValueType<>("unit", expected, (node, asked) -> {
            if (node instanceof ConfigNode.Text text) {
                var unit = Unit.of(text.text());
                return unit.isPresent()
                        ? unit
                        : asked.wrong(node, expected, Faults.didYouMean(text.text(), Unit.SYMBOLS.keySet()));
            }
            return byLanguage
                    .read(node, asked)
                    .flatMap(each -> byLanguage(each, node, asked))
                    .map(each -> new Unit("", each));
        });
    }

    private static boolean arePlural(Map<String, String> forms, ConfigNode node, ValueType.Asked asked) {
        var known = List.of("zero", "one", "two", "few", "many", "other");
        if (!known.containsAll(forms.keySet()) || !forms.containsKey("other")) {
            asked.wrong(
                    node,
                    "written by plural forms: other, and of " + String.join(", ", known) + " what the language has");
            return false;
        }
        return true;
    }
}
