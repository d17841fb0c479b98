package org.herald.config;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.herald.model.Blank;
import org.herald.model.Language;
import org.herald.model.kind.Holidays;
import org.herald.model.kind.Labels;

/** The values of a portal that depend on its languages. */
final class LanguageValues {

    private final Values values;
    private final List<Language> languages;
    private final Faults faults;

    /**
     * @param languages the portal's; empty when they are not known, and then nothing is compared with them
     */
    LanguageValues(Values values, List<Language> languages, Faults faults) {
        this.values = values;
        this.languages = languages;
        this.faults = faults;
    }

    /** At least one, and each once. */
    void requireLanguages() {
        values.node(PortalKeys.LANGUAGES)
                .filter(_ -> values.get(PortalKeys.LANGUAGES).isPresent())
                .ifPresent(node -> {
                    if (languages.isEmpty()) {
                        wrong(PortalKeys.LANGUAGES, node, "at least one language tag such as en");
                    }
                    var seen = new HashSet<Language>();
                    for (int at = 0; at < languages.size(); at++) {
                        if (!seen.add(languages.get(at))) {
                            Origin origin = node instanceof ConfigNode.Items(Origin _, List<ConfigNode> items)
                                    ? items.get(at).origin()
                                    : node.origin();
                            faults.add(origin, "\"languages\" names \"" + languages.get(at) + "\" twice.");
                        }
                    }
                });
    }

    /** A text for each language; empty when there is none. */
    Map<Language, String> texts(Key<PerLanguage<String>> key, boolean isRequired) {
        var node = values.node(key);
        var value = values.get(key);
        if (node.isEmpty() || value.isEmpty()) {
            return Map.of();
        }
        return switch (value.get()) {
            case PerLanguage.Same<String>(String text) -> {
                if (isRequired && Blank.is(text)) {
                    wrong(key, node.get(), "a text that is not empty");
                }
                yield all(text);
            }
            case PerLanguage.Each<String>(Map<String, String> texts) -> {
                requireKnown(key, node.get(), texts.keySet());
                requireComplete(key, node.get(), texts, text -> isRequired && Blank.is(text));
                yield byLanguage(texts);
            }
        };
    }

    /** A day for some of the languages. */
    Map<Language, DayOfWeek> days(Key<PerLanguage<DayOfWeek>> key) {
        var node = values.node(key);
        var value = values.get(key);
        if (node.isEmpty() || value.isEmpty()) {
            return Map.of();
        }
        return switch (value.get()) {
            case PerLanguage.Same<DayOfWeek>(DayOfWeek day) -> all(day);
            case PerLanguage.Each<DayOfWeek>(Map<String, DayOfWeek> days) -> {
                requireKnown(key, node.get(), days.keySet());
                yield byLanguage(days);
            }
        };
    }

    /** The days with their names; one name stands for all languages. */
    Holidays holidays(Key<List<HolidayKeys.Written>> key) {
        var yearly = new HashMap<MonthDay, Labels>();
        var once = new HashMap<LocalDate, Labels>();
        for (HolidayKeys.Written holiday : values.get(key).orElse(List.of())) {
            Labels names = names(key, holiday);
            switch (holiday.day()) {
                case HolidayKeys.Day.Yearly(MonthDay day) -> yearly.put(day, names);
                case HolidayKeys.Day.Once(LocalDate day) -> once.put(day, names);
            }
        }
        return new Holidays(yearly, once);
    }

    private Labels names(Key<?> key, HolidayKeys.Written holiday) {
        return switch (holiday.name()) {
            case null -> Labels.NONE;
            case PerLanguage.Same<String>(String name) -> Blank.is(name) ? Labels.NONE : new Labels(all(name));
            case PerLanguage.Each<String>(Map<String, String> names) -> {
                if (holiday.node() != null) {
                    requireKnown(key, holiday.node(), names.keySet());
                }
                yield new Labels(byLanguage(names));
            }
        };
    }

    /** Some of the portal's languages. */
    List<Language> some(Key<List<Language>> key) {
        var chosen = values.get(key).orElse(List.of());
        if (!languages.isEmpty()) {
            chosen.stream()
                    .filter(each -> !languages.contains(each))
                    .forEach(each -> values.node(key)
                            .ifPresent(node -> faults.add(
                                    positionOf(each.tag(), node),
                                    "\"" + key.name() + "\" is \"" + each
                                            + "\", but must be some of the portal's languages " + languages + "."
                                            + Faults.didYouMean(each.tag(), tags()))));
        }
        return chosen;
    }

    private void requireKnown(Key<?> key, ConfigNode node, Set<String> written) {
        if (languages.isEmpty()) {
            return;
        }
        for (String tag : written) {
            if (!tags().contains(tag)) {
                faults.add(
                        positionOf(tag, node),
                        "\"" + key.name() + "\" is written for \"" + tag
                                + "\", but the languages of the portal are " + languages + "."
                                + Faults.didYouMean(tag, tags()));
            }
        }
    }

    private void requireComplete(Key<?> key, ConfigNode node, Map<String, String> texts, Predicate<String> isMissing) {
        for (Language language : languages) {
            String text = texts.get(language.tag());
            if (text == null) {
                faults.add(
                        node.origin(),
                        "\"" + key.name() + "\" has nothing for " + language
                                + ", but must have a text for each of the portal's languages " + languages + ".");
            } else if (isMissing.test(text)) {
                faults.add(
                        positionOf(language.tag(), node),
                        "\"" + key.name() + "\" is \"" + text + "\", but must be a text that is not empty in "
                                + language + ".");
            }
        }
    }

    private <T> Map<Language, T> all(T value) {
        var each = new HashMap<Language, T>();
        languages.forEach(language -> each.put(language, value));
        return each;
    }

    private Set<String> tags() {
        return languages.stream().map(Language::tag).collect(Collectors.toSet());
    }

    private static <T> Map<Language, T> byLanguage(Map<String, T> values) {
        var byLanguage = new HashMap<Language, T>();
        values.forEach((tag, value) -> ValueType.tag(tag).ifPresent(language -> byLanguage.put(language, value)));
        return byLanguage;
    }

    /** Where a word stands in a list or as a key of a map. */
    private static Origin positionOf(String word, ConfigNode node) {
        return switch (node) {
            case ConfigNode.Fields(Origin origin, List<ConfigNode.Field> fields) ->
                fields.stream()
                        .filter(field -> field.name().equals(word))
                        .map(ConfigNode.Field::origin)
                        .findFirst()
                        .orElse(origin);
            case ConfigNode.Items(Origin origin, List<ConfigNode> items) ->
                items.stream()
                        .filter(each -> each.shown().equals(word))
                        .map(ConfigNode::origin)
                        .findFirst()
                        .orElse(origin);
            case ConfigNode.Text text -> text.origin();
        };
    }

    private void wrong(Key<?> key, ConfigNode node, String expected) {
        new ValueType.Asked(key.name(), key.isSecret(), faults).wrong(node, expected);
    }
}
