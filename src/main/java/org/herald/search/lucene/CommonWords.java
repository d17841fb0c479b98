package org.herald.search.lucene;

import java.util.Locale;
import java.util.Set;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.herald.model.Language;

/** Words that nearly every text has: an item need not have them to be found, but it is found by them when there are no others. */
final class CommonWords {

    private static final Set<String> BELARUSIAN = Set.of(
            "колькі",
            "чаму",
            "куды",
            "якім",
            "якімі",
            "якую",
            "якіх",
            "паглядзець",
            "пабачыць",
            "убачыць",
            "знайсці",
            "з",
            "а",
            "або",
            "аб",
            "ад",
            "але",
            "ані",
            "бо",
            "быў",
            "была",
            "было",
            "былі",
            "быць",
            "без",
            "бы",
            "вас",
            "вам",
            "вось",
            "вы",
            "гэта",
            "гэты",
            "гэтая",
            "гэтыя",
            "да",
            "дзе",
            "для",
            "ды",
            "ёсць",
            "ж",
            "жа",
            "за",
            "і",
            "іх",
            "іншы",
            "ім",
            "каб",
            "калі",
            "каля",
            "кто",
            "ля",
            "мае",
            "мне",
            "мы",
            "можна",
            "на",
            "над",
            "нам",
            "нас",
            "не",
            "ні",
            "ну",
            "о",
            "па",
            "пад",
            "пасля",
            "перад",
            "праз",
            "пра",
            "пры",
            "паміж",
            "сам",
            "сваё",
            "свой",
            "сябе",
            "так",
            "такі",
            "там",
            "таксама",
            "твой",
            "тое",
            "той",
            "толькі",
            "трэба",
            "ты",
            "тут",
            "у",
            "ўжо",
            "ужо",
            "хто",
            "ці",
            "чым",
            "што",
            "як",
            "які",
            "якая",
            "якія",
            "якое",
            "я",
            "яго",
            "яе",
            "яна",
            "яно",
            "яны",
            "ў",
            "ён");

    /** What questions in English begin with, which the usual list lacks. */
    private static final Set<String> QUESTIONS = Set.of(
            "what", "where", "when", "who", "how", "which", "do", "does", "can", "i", "my", "from", "you", "your",
            "about", "see", "find", "visit", "was", "were", "made", "many", "much", "should", "there");

    /** The same in Russian. */
    private static final Set<String> RUSSIAN_QUESTIONS = Set.of(
            "где",
            "как",
            "когда",
            "куда",
            "кто",
            "что",
            "какой",
            "какая",
            "какие",
            "какое",
            "сколько",
            "почему",
            "можно",
            "нужно",
            "посмотреть",
            "увидеть",
            "найти",
            "сходить",
            "поехать",
            "это",
            "из");

    private CommonWords() {}

    static boolean has(Language language, String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return switch (language.locale().getLanguage()) {
            case "en" ->
                QUESTIONS.contains(lower) || EnglishAnalyzer.getDefaultStopSet().contains(lower);
            case "ru" ->
                RUSSIAN_QUESTIONS.contains(lower)
                        || RussianAnalyzer.getDefaultStopSet().contains(lower);
            case "be" -> BELARUSIAN.contains(lower);
            default -> false;
        };
    }
}
