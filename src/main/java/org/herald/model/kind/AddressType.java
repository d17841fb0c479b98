package org.herald.model.kind;

import com.ibm.icu.util.ULocale;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.herald.model.Blank;
import org.herald.model.Words;

/**
 * A postal address: an object of the parts that are known; the country as its code of ISO 3166, which is also found by the
 * country's name.
 */
public record AddressType() implements ParsedType {

    private static final String STREET = "street";
    private static final String LOCALITY = "locality";
    private static final String REGION = "region";
    private static final String POSTAL_CODE = "postal-code";
    private static final String COUNTRY = "country";
    private static final List<String> PARTS = List.of(STREET, LOCALITY, REGION, POSTAL_CODE, COUNTRY);
    private static final int LONGEST = 300;
    private static final Set<String> CODES = Set.of(Locale.getISOCountries());
    private static final List<ULocale> NAMED_IN =
            Stream.of("en", "be", "ru").map(ULocale::forLanguageTag).toList();

    /** The properties of schema.org's PostalAddress. */
    private static final Map<String, String> PROPERTIES = Map.of(
            STREET, "streetAddress",
            LOCALITY, "addressLocality",
            REGION, "addressRegion",
            POSTAL_CODE, "postalCode",
            COUNTRY, "addressCountry");

    @Override
    public String word() {
        return "address";
    }

    @Override
    public List<String> parts() {
        return PARTS;
    }

    @Override
    public Parsed parse(Map<String, String> parts) {
        var members = new LinkedHashMap<String, String>();
        for (String part : PARTS) {
            String text = Texts.line(parts, part);
            if (text.length() > LONGEST) {
                return Parsed.unfit("long", text.length(), LONGEST);
            }
            members.put(part, text);
        }
        String country = Texts.line(parts, COUNTRY);
        if (!country.isEmpty()) {
            var code = code(country);
            if (code.isEmpty()) {
                return Parsed.unfit("country", Texts.quoted(country));
            }
            members.put(COUNTRY, code.get());
        }
        return new Parsed.Value(Texts.members(members));
    }

    private static Optional<String> code(String typed) {
        String upper = typed.toUpperCase(Locale.ROOT);
        return CODES.contains(upper)
                ? Optional.of(upper)
                : CODES.stream()
                        .filter(code -> NAMED_IN.stream()
                                .anyMatch(locale -> name(code, locale).equalsIgnoreCase(typed)))
                        .findFirst();
    }

    private static String name(String code, ULocale locale) {
        return ULocale.getDisplayCountry("und-" + code, locale);
    }

    @Override
    public Map<String, String> parted(JsonValue value) {
        var parts = new LinkedHashMap<String, String>();
        PARTS.forEach(part -> parts.put(part, value.text(part)));
        return parts;
    }

    @Override
    public String text(JsonValue value) {
        return PARTS.stream().map(value::text).filter(text -> !text.isEmpty()).collect(Collectors.joining("\n"));
    }

    /** By its region. */
    @Override
    public boolean isFiltered(Field.Filter how) {
        return how != Field.Filter.RANGE;
    }

    @Override
    public List<FilterValue> filterValues(JsonValue value) {
        String region = value.text(REGION);
        return region.isEmpty() ? List.of() : List.of(FilterValue.of(region));
    }

    @Override
    public List<FactLine> lines(JsonValue value, Words words) {
        String town = Stream.of(POSTAL_CODE, LOCALITY)
                .map(value::text)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
        String code = value.text(COUNTRY);
        String country = code.isEmpty() ? "" : name(code, ULocale.forLanguageTag(words.tag()));
        return Stream.of(value.text(STREET), town, value.text(REGION), country)
                .filter(text -> !Blank.is(text))
                .<FactLine>map(FactLine.Plain::new)
                .toList();
    }

    @Override
    public Optional<JsonValue> schemaOrg(JsonValue value, UnaryOperator<String> urls) {
        var address = new TreeMap<String, JsonValue>();
        PARTS.stream()
                .filter(part -> !value.text(part).isEmpty())
                .forEach(
                        part -> address.put(PROPERTIES.getOrDefault(part, part), new JsonValue.Text(value.text(part))));
        if (address.isEmpty()) {
            return Optional.empty();
        }
        address.put("@type", new JsonValue.Text("PostalAddress"));
        return Optional.of(new JsonValue.Members(address));
    }
}
