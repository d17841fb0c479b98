package org.herald.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The canonical form of a query: what a route declares, in one order and spelling, and nothing else. */
final class RouteParametersTest {

    private static final RouteParameters PARAMETERS = RouteParameters.of("/{language:(?<=/)[a-z]{2,3}}/sights.json")
            .one("page", "1")
            .many("type")
            .one("name");

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            ''                                    | ''
            utm_source=x                          | ''
            fbclid=1&gclid=2&page                 | ''
            &&=&=x&%                              | ''
            page=2                                | page=2
            page=1                                | ''
            page=1&page=2                         | ''
            page=2&page=1                         | page=2
            page=&page=3                          | page=3
            type=b&utm_source=x&type=a&type=b     | type=a&type=b
            name=n&type=a&page=2                  | page=2&type=a&name=n
            %70age=%32                            | page=2
            p%61ge=2&%75tm_source=x               | page=2
            PAGE=2                                | ''
            name=a+b                              | name=a%20b
            name=a%20b                            | name=a%20b
            name=%d0%b1                           | name=%D0%B1
            name=б                                | name=%D0%B1
            name=%                                | name=%25
            name=%25                              | name=%25
            name=a=b                              | name=a%3Db
            name=a%26page=2                       | name=a%26page%3D2
            name=e%CC%81                          | name=%C3%A9
            """)
    void oneQueryHasOneForm(String query, String form) {
        assertEquals(Optional.of(form), PARAMETERS.canonical(query));
        assertEquals(PARAMETERS.values(query), PARAMETERS.values(form), "a route sees the same of both");
        assertEquals(Optional.of(form), PARAMETERS.canonical(form), "it is its own form");
    }

    @Test
    void whatIsTooLongIsNotKept() {
        assertEquals(Optional.empty(), PARAMETERS.canonical("name=" + "a".repeat(1000)));
        assertEquals(Optional.of("page=2"), PARAMETERS.canonical("x=" + "a".repeat(8000) + "&page=2"));
        var many = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            many.append("&type=").append(i);
        }
        assertEquals(Optional.empty(), PARAMETERS.canonical(many.toString()));
    }

    @Test
    void valuesAreDecodedAndInTheirOrder() {
        assertEquals(
                Map.of("type", List.of("a b", "c"), "page", List.of("7")),
                PARAMETERS.values("type=c&page=7&type=a%20b&other=x"));
        assertEquals(Map.of(), PARAMETERS.values(null));
    }

    @Test
    void pathsAreThoseOfTheRoutesPattern() {
        assertTrue(PARAMETERS.matches("/en/sights.json"));
        for (String other : List.of("/en/sightsxjson", "/en/sights.json/a", "/EN/sights.json", "/sights.json")) {
            assertFalse(PARAMETERS.matches(other), other);
        }
    }
}
