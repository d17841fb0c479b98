package org.herald.model.kind;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.herald.model.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Limits of ranges as readers type them. */
final class FilterBoundsTest {

    private static final FieldType NUMBER = new NumberType(null, null, null, 2);
    private static final Language ENGLISH = new Language("en");

    private static String sort(String number) {
        return FilterValue.sort(new BigDecimal(number));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        1500          | en | 1500
        1,500         | en | 1500
        1,500         | be | 1.5
        1 500,5       | ru | 1500.5
        1.500         | en | 1.5
        1.500         | de | 1500
        −3            | en | -3
        """)
    void numbersAreReadAsTheLanguageWritesThem(String typed, String language, String number) {
        assertEquals(
                Optional.of(new FilterBounds(sort(number), sort(number))),
                FilterBounds.typed(NUMBER, typed, new Language(language)));
        assertEquals(
                Optional.of(new FilterBounds(sort(number), sort(number))),
                FilterBounds.typed(new MoneyType(List.of("BYN")), typed, new Language(language)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        1520       | 1520 | 1520
        c. 1520    | 1520 | 1520
        52 BC      | -51  | -51
        52 да н.э. | -51  | -51
        -51        | -51  | -51
        1501–1600  | 1501 | 1600
        1501-1600  | 1501 | 1600
        0          | 0    | 0
        """)
    void yearsAreReadAsInTheForm(String typed, String least, String most) {
        assertEquals(
                Optional.of(new FilterBounds(sort(least), sort(most))),
                FilterBounds.typed(new YearType(), typed, ENGLISH));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        2026-11-29 | 2026-11-29 | 2026-11-29
        29.11.2026 | 2026-11-29 | 2026-11-29
        2024       | 2024-01-01 | 2024-12-31
        2024-2     | 2024-02-01 | 2024-02-29
        02.2024    | 2024-02-01 | 2024-02-29
        """)
    void datesHaveTheFormInWhichTheySort(String typed, String least, String most) {
        assertEquals(Optional.of(new FilterBounds(least, most)), FilterBounds.typed(new DateType(), typed, ENGLISH));
    }

    @Test
    void whatIsNoLimitIsNone() {
        for (String typed : List.of("", " ", "soon", "1e999", "2026-13", "13.2026", "31.02.2026", "9".repeat(300))) {
            assertEquals(Optional.empty(), FilterBounds.typed(new DateType(), typed, ENGLISH), typed);
        }
        for (String typed : List.of("", "soon", "1e999", "9".repeat(300), "1..2")) {
            assertEquals(Optional.empty(), FilterBounds.typed(new YearType(), typed, ENGLISH), typed);
            assertEquals(Optional.empty(), FilterBounds.typed(NUMBER, typed, ENGLISH), typed);
        }
    }
}
