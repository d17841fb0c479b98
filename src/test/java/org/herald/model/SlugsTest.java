package org.herald.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SlugsTest {
    private static final Language ENGLISH = new Language("en");

    /** Languages without a standard of their own are written letter by letter. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            en | Mir castle                         | mir-castle
            en | Mir “castle”: 500 years!           | mir-castle-500-years
            en | Minsk's “new” café                 | minsks-new-cafe
            en | Minsk’s Tractor—Works              | minsks-tractor-works
            en | Straße nach Köln                   | strasse-nach-koln
            en | 50% & more                         | 50-more
            en | a_b                                | a-b
            en | --- x ---                          | x
            en | I                                  | i
            tr | İstanbul                           | istanbul
            pl | Żółta łódź w Gdańsku               | zolta-lodz-w-gdansku
            de | Straße über Köln                   | strasse-ueber-koeln
            de | Schöne Gärten                      | schoene-gaerten
            be | Мірскі замак                       | mirski-zamak
            be | Белавежская пушча ўзімку           | bielaviezskaja-pusca-uzimku
            be | Аб’ём, сям'я і падʼезд             | abjom-siamja-i-padjezd
            be | Ёсць ґузік                         | josc-guzik
            be | Віцебск, Магілёў, Гродна, Гомель   | viciebsk-mahiliou-hrodna-homiel
            be | Нясвіж: вясёлае свята              | niasviz-viasiolaje-sviata
            be | Хатынь, Юр'ева                     | chatyn-jurjeva
            be | Łacinka: Čarnaŭcy                  | lacinka-carnaucy
            be | Мінск 😀 2024                      | minsk-2024
            be-tarask | Снег у лесе                 | snieh-u-liesie
            ru | Мельница, которая снова мелет      | melnitsa-kotoraya-snova-melet
            ru | Подъезд, объект и съезд            | podyezd-obyekt-i-syezd
            ru | Площадь, день и мышь               | ploshchad-den-i-mysh
            ru | Щучин: ёлка и юный ящер            | shchuchin-yelka-i-yunyy-yashcher
            uk | Згурський Київ                     | zghurskyi-kyiv
            uk | Їжакевич, Єнакієве, Яготин         | yizhakevych-yenakiieve-yahotyn
            uk | Знам'янка і Запоріжжя              | znamianka-i-zaporizhzhia
            uk | Гадяч, Ґалаґан, Йосипівка          | hadiach-galagan-yosypivka
            el | Αθήνα και Θεσσαλονίκη              | athina-kai-thessaloniki
            el | Ευρώπη, αυτοκίνητο                 | evropi-aftokinito
            el | Μπουζούκι ΑΘΗΝΑΣ                   | bouzouki-athinas
            ka | თბილისი, საქართველო                | tbilisi-sakartvelo
            ka | წყალი და ღვინო, ჭიათურა            | tsqali-da-ghvino-chiatura
            bg | България и София                   | bulgaria-i-sofia
            bg | Щастие, Царево, Жълт шофьор        | shtastie-tsarevo-zhalt-shofyor
            sr | Ђорђе у Љубљани, Џеп               | djordje-u-ljubljani-dzep
            sr | Đorđe u Ljubljani                  | djordje-u-ljubljani
            mk | Скопје, ѕвезда                     | skopje-dzvezda
            hy | Երևան, Գյումրի, Ոսկի               | yerevan-gyumri-voski
            kk | Қазақстан жаңалық                  | qazaqstan-zhangalyq
            ky | Кыргызстан, Бишкек                 | kyrgyzstan-bishkek
            mn | Монгол, Улаанбаатар                | mongol-ulaanbaatar
            he | ירושלים שלום                       | yrwslym-slwm
            ar | قلعة مير                           | qlt-myr
            ar | القاهرة الجديدة                    | alqahrt-aljdydt
            zh | 北京欢迎你                         | bei-jing-huan-ying-ni
            ko | 서울                               | seoul
            ru | Мир и Հայաստան                     | mir-i-hayastan
            """)
    void headlineOfAnyLanguageHasASlug(String language, String headline, String slug) {
        assertEquals(Optional.of(new Slug(slug)), Slugs.suggest(headline, new Language(language)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            Мельница, которая снова  | melnica-kotoraa-snova
            Белавежская пушча ўзімку | belavezskaa-pusca-uzimku
            Mir castle               | mir-castle
            """)
    void listsOfTagsFromBeforeAreKnownLetterByLetter(String tag, String slug) {
        assertEquals(Optional.of(new Slug(slug)), Slugs.byLetter(tag));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "😀", "!!!", "—", "'", "\u0301"})
    void textWithoutLetterOrDigitHasNone(String text) {
        assertEquals(Optional.empty(), Slugs.suggest(text, ENGLISH));
    }

    @Test
    void longHeadlineIsCutAtAWord() {
        String word = "castle";
        String headline = (word + " ").repeat(40);
        String slug = Slugs.suggest(headline, ENGLISH).orElseThrow().value();
        assertTrue(slug.length() <= Slug.LONGEST && slug.length() > Slug.LONGEST - word.length() - 1, slug);
        assertTrue(slug.endsWith("-" + word), slug);
    }

    @Test
    void longWordIsCut() {
        assertEquals(
                "x".repeat(Slug.LONGEST),
                Slugs.suggest("x".repeat(500), ENGLISH).orElseThrow().value());
        String exact = "y".repeat(Slug.LONGEST);
        assertEquals(
                exact, Slugs.suggest(exact + " and more", ENGLISH).orElseThrow().value());
    }
}
