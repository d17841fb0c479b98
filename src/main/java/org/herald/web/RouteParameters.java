package org.herald.web;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters that mean something to a route. Of a query these alone, in the order in which they are declared and
 * in one spelling, make the canonical form, under which a page is kept; everything else is ignored. A route makes itself
 * known with a producer of this type and takes its parameters from {@link #values}, so that it sees what the form says.
 */
public final class RouteParameters {

    private static final int MOST_FORMS = 500;

    /** A longer query is not kept: nobody links to it. */
    private static final int LONGEST = 1000;

    private static final int MOST_VALUES = 50;

    /** A parameter of a path pattern, with its own expression or without. */
    private static final Pattern IN_PATH = Pattern.compile("\\{(\\w+)(?::((?:[^{}]|\\{[^{}]*\\})+))?\\}");

    private final String template;
    private final Pattern path;
    private final List<Parameter> parameters;
    private final int mostForms;
    private final boolean isFreshOnly;

    /**
     * One of them.
     *
     * @param byDefault the value that is the same as none; absent for none
     * @param isMany true when it may stand several times, in any order
     */
    private record Parameter(String name, @Nullable String byDefault, boolean isMany) {}

    private RouteParameters(String template, List<Parameter> parameters, int mostForms, boolean isFreshOnly) {
        this.isFreshOnly = isFreshOnly;
        this.template = template;
        this.path = Pattern.compile(expression(template));
        this.parameters = List.copyOf(parameters);
        this.mostForms = mostForms;
    }

    private static String expression(String template) {
        var parts = new StringBuilder();
        int end = 0;
        for (var part : IN_PATH.matcher(template).results().toList()) {
            String own = part.group(2);
            parts.append(Pattern.quote(template.substring(end, part.start())))
                    .append(own == null ? "[^/]+" : "(?:" + own + ")");
            end = part.end();
        }
        return parts.append(Pattern.quote(template.substring(end))).toString();
    }

    /**
     * A route to whose answers no parameter means anything yet.
     *
     * @param template the pattern of the route's path, as its annotation has it
     */
    public static RouteParameters of(String template) {
        return new RouteParameters(template, List.of(), MOST_FORMS, false);
    }

    /** And this parameter, once; of several the first counts. */
    public RouteParameters one(String name) {
        return and(new Parameter(name, null, false));
    }

    /** And this parameter, once, which is left out when it has this value. */
    public RouteParameters one(String name, String byDefault) {
        return and(new Parameter(name, byDefault, false));
    }

    /** And this parameter, any number of times. */
    public RouteParameters many(String name) {
        return and(new Parameter(name, null, true));
    }

    /** With so many forms of its pages kept at most, those asked for least leaving first. */
    public RouteParameters keeping(int most) {
        return new RouteParameters(template, parameters, most, isFreshOnly);
    }

    /** With an earlier page never standing in for one that cannot be made: what was withdrawn since would be read there. */
    public RouteParameters freshOnly() {
        return new RouteParameters(template, parameters, mostForms, true);
    }

    private RouteParameters and(Parameter more) {
        return new RouteParameters(
                template, Stream.concat(parameters.stream(), Stream.of(more)).toList(), mostForms, isFreshOnly);
    }

    boolean isFreshOnly() {
        return isFreshOnly;
    }

    int mostForms() {
        return mostForms;
    }

    boolean matches(String address) {
        return path.matcher(address).matches();
    }

    /** The declared parameters of a query that have values, decoded, in their order. */
    public Map<String, List<String>> values(@Nullable String query) {
        var given = new LinkedHashMap<String, List<String>>();
        for (String each : query == null ? new String[0] : query.split("&")) {
            int equals = each.indexOf('=');
            String value = equals < 0 ? "" : decoded(each.substring(equals + 1));
            if (!value.isEmpty()) {
                given.computeIfAbsent(decoded(each.substring(0, equals)), _ -> new ArrayList<>())
                        .add(value);
            }
        }
        var values = new LinkedHashMap<String, List<String>>();
        parameters.forEach(parameter -> {
            var own = given.getOrDefault(parameter.name(), List.of()).stream();
            var meant = (parameter.isMany() ? own.distinct().sorted() : own.limit(1))
                    .filter(value -> !Objects.equals(value, parameter.byDefault()))
                    .toList();
            if (!meant.isEmpty()) {
                values.put(parameter.name(), meant);
            }
        });
        return values;
    }

    /** The one form of a query; empty text when it has none of the parameters, nothing when it is too long to be kept. */
    Optional<String> canonical(String query) {
        var values = values(query);
        if (values.values().stream().mapToInt(List::size).sum() > MOST_VALUES) {
            return Optional.empty();
        }
        String form = form(values);
        return form.length() > LONGEST ? Optional.empty() : Optional.of(form);
    }

    /** The same of a query of any length, as addresses have it. */
    public String form(String query) {
        return form(values(query));
    }

    private static String form(Map<String, List<String>> values) {
        return values.entrySet().stream()
                .flatMap(each -> each.getValue().stream().map(value -> encoded(each.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** As HTML forms are read; what is no encoding stays as it is written. */
    private static String decoded(String text) {
        String plain;
        try {
            plain = URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            plain = text;
        }
        return Normalizer.normalize(plain, Normalizer.Form.NFC);
    }
}
