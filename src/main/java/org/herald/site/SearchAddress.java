package org.herald.site;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.herald.model.Language;
import org.herald.model.kind.Field;
import org.herald.model.kind.Kind;
import org.herald.search.SearchQuery;
import org.herald.web.RouteParameters;

/** The query of an address of the search: what was typed, and what is chosen of it. */
record SearchAddress(Map<String, List<String>> values) {

    static final String TEMPLATE = RoutePatterns.LANGUAGE + "/search";
    static final String WORDS = "q";

    private static final String ORDER = "sort";
    private static final String NEWEST = "newest";
    private static final String LITERAL = "literal";
    private static final String YES = "yes";
    private static final String PAGE = "page";
    private static final Pattern PAGE_NUMBER = Pattern.compile("[1-9][0-9]{0,6}");

    /** What addresses of the search may say. */
    static RouteParameters parameters(List<Kind> kinds) {
        var parameters = RouteParameters.of("/" + TEMPLATE)
                .one(WORDS)
                .many(SearchQuery.KIND)
                .one(SearchQuery.SECTION)
                .one(SearchQuery.YEAR)
                .one(SearchQuery.MONTH)
                .many(SearchQuery.PLACE);
        for (Kind kind : kinds) {
            for (Field field : kind.fields()) {
                if (field.filter() == Field.Filter.VALUES) {
                    parameters = parameters.many(SearchQuery.field(kind.name().word(), field.name()));
                }
            }
        }
        return parameters.one(ORDER).one(LITERAL).one(PAGE, "1").freshOnly();
    }

    /** What was typed. */
    String typed() {
        return text(WORDS);
    }

    String text(String name) {
        return values.getOrDefault(name, List.of()).stream().findFirst().orElse("");
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    SearchQuery.Order order() {
        return text(ORDER).equals(NEWEST) ? SearchQuery.Order.NEWEST : SearchQuery.Order.RELEVANCE;
    }

    boolean isLiteral() {
        return text(LITERAL).equals(YES);
    }

    /** Numbered from 1. */
    int page() {
        String page = text(PAGE);
        return PAGE_NUMBER.matcher(page).matches() ? Integer.parseInt(page) : 1;
    }

    /** True when the list is narrowed. */
    boolean isFiltered() {
        return values.keySet().stream()
                .anyMatch(name ->
                        !name.equals(WORDS) && !name.equals(ORDER) && !name.equals(LITERAL) && !name.equals(PAGE));
    }

    /** The same with one parameter as it says; empty for none; back to the first page. */
    SearchAddress with(String name, List<String> all) {
        var other = new LinkedHashMap<>(values);
        other.remove(PAGE);
        if (all.isEmpty()) {
            other.remove(name);
        } else {
            other.put(name, all);
        }
        return new SearchAddress(other);
    }

    SearchAddress without(String name) {
        return with(name, List.of());
    }

    SearchAddress toggled(String name, String value) {
        var all = new ArrayList<>(all(name));
        if (!all.remove(value)) {
            all.add(value);
        }
        return with(name, all);
    }

    SearchAddress numbered(int page) {
        return with(PAGE, page == 1 ? List.of() : List.of(Integer.toString(page)));
    }

    SearchAddress ordered(SearchQuery.Order order) {
        return with(ORDER, order == SearchQuery.Order.NEWEST ? List.of(NEWEST) : List.of());
    }

    /** The search for other words, with nothing chosen. */
    SearchAddress of(String words) {
        return new SearchAddress(Map.of(WORDS, List.of(words)));
    }

    /** With its words as they were typed. */
    SearchAddress literal() {
        return with(LITERAL, List.of(YES));
    }

    /** All but the words, for a form that keeps them. */
    Map<String, List<String>> besidesWords() {
        return without(WORDS).values();
    }

    String path(Language language, RouteParameters parameters) {
        String text = parameters.form(values.entrySet().stream()
                .flatMap(each -> each.getValue().stream()
                        .map(value -> each.getKey() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&")));
        return Urls.search(language) + (text.isEmpty() ? "" : "?" + text);
    }
}
