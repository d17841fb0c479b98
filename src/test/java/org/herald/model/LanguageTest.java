package org.herald.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LanguageTest {
    @ParameterizedTest
    @ValueSource(strings = {"be", "en", "zh-hans", "be-tarask", "pt-br", "hsb", "es-419"})
    void tagInLowerCaseIsALanguage(String tag) {
        assertTrue(Language.isTag(tag));
        assertEquals(tag, new Language(tag).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "b",
                "BE",
                "be-",
                "-be",
                "be_BY",
                "be--by",
                "belarusian",
                "b3",
                "be/",
                "be\n",
                "..",
                "бе",
                "be-x"
            })
    void anythingElseIsNone(String text) {
        assertFalse(Language.isTag(text));
        assertThrows(IllegalArgumentException.class, () -> new Language(text));
    }

    @Test
    void localeKeepsScriptAndRegion() {
        assertEquals(Locale.SIMPLIFIED_CHINESE, new Language("zh-cn").locale());
        assertEquals("Hans", new Language("zh-hans").locale().getScript());
        assertEquals("be", new Language("be").locale().getLanguage());
    }
}
