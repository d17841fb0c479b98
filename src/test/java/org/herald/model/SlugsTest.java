package org.herald.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SlugsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            Mir castle                         | mir-castle
            Mir “castle”: 500 years!           | mir-castle-500-years
            Minsk's “new” café                 | minsks-new-cafe
            Minsk’s Tractor—Works              | minsks-tractor-works
            Мірскі замак                       | mirski-zamak
            Белавежская пушча ўзімку           | belavezskaa-pusca-uzimku
            Аб’ём, сям'я і падʼезд             | abem-sama-i-padezd
            Ёсць ґузік                         | esc-guzik
            Подъезд, объект и съезд            | podezd-obekt-i-sezd
            Площадь, день и мышь               | plosad-den-i-mys
            Żółta łódź w Gdańsku               | zolta-lodz-w-gdansku
            Łacinka: Čarnaŭcy                  | lacinka-carnaucy
            Straße nach Köln                   | strasse-nach-koln
            قلعة مير                           | qlt-myr
            北京                                | bei-jing
            Мінск 😀 2024                      | minsk-2024
            50% & more                         | 50-more
            a_b                                | a-b
            --- x ---                          | x
            I                                  | i
            İstanbul                           | istanbul
            """)
    void headlineOfAnyScriptHasASlug(String headline, String slug) {
        assertEquals(Optional.of(new Slug(slug)), Slugs.suggest(headline));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "😀", "!!!", "—", "'", "\u0301"})
    void textWithoutLetterOrDigitHasNone(String text) {
        assertEquals(Optional.empty(), Slugs.suggest(text));
    }

    @Test
    void longHeadlineIsCutAtAWord() {
        String word = "castle";
        String headline = (word + " ").repeat(40);
        String slug = Slugs.suggest(headline).orElseThrow().value();
        assertTrue(slug.length() <= Slug.LONGEST && slug.length() > Slug.LONGEST - word.length() - 1, slug);
        assertTrue(slug.endsWith("-" + word), slug);
    }

    @Test
    void longWordIsCut() {
        assertEquals(
                "x".repeat(Slug.LONGEST),
                Slugs.suggest("x".repeat(500)).orElseThrow().value());
        String exact = "y".repeat(Slug.LONGEST);
        assertEquals(exact, Slugs.suggest(exact + " and more").orElseThrow().value());
    }
}
