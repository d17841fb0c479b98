package org.herald.search.lucene;

import java.util.List;

/**
 * Takes the endings of Belarusian nouns, adjectives and verbs from a word in lower case, so that the forms of one word are
 * found by each other. It is light: prefixes and suffixes that make other words stay.
 */
final class BelarusianStemmer {

    /** A shorter rest says too little. */
    private static final int LEAST = 3;

    /** Longer ones first. */
    private static final List<String> ENDINGS = List.of(
            "ейшага", "ейшаму", "ейшымі", "ейшая", "ейшыя", "ейшых", "ейшым", "ейшую", "ейшай", "ейшы", "ваннем",
            "ванняў", "ваннях", "ванню", "вання", "ванні", "ванне", "еннем", "енняў", "еннях", "енню", "ення", "енні",
            "енне", "аннем", "анняў", "аннях", "анню", "ання", "анні", "анне", "цца", "юцца", "уцца", "аецца", "ымі",
            "імі", "амі", "ямі", "ага", "яга", "ога", "аму", "яму", "ому", "ыць", "іць", "аць", "яць", "уць", "юць",
            "еце", "іце", "аеш", "еш", "іш", "ыш", "ала", "ала", "іла", "ыла", "яла", "алі", "ілі", "ылі", "ялі", "ыя",
            "ія", "ая", "яя", "ае", "яе", "ую", "юю", "ых", "іх", "ым", "ім", "ой", "ай", "ей", "яй", "эй", "ою", "аю",
            "яю", "ею", "эю", "ам", "ям", "ом", "ем", "ём", "эм", "аў", "яў", "оў", "еў", "ёў", "іў", "ыў", "ах", "ях",
            "ў", "а", "я", "у", "ю", "е", "э", "о", "ё", "ы", "і", "й", "ь");

    private BelarusianStemmer() {}

    /** The word without its ending; with {@code д} and {@code т} for what they become before {@code е}. */
    static String stem(String word) {
        for (String ending : ENDINGS) {
            if (word.endsWith(ending) && word.length() - ending.length() >= LEAST) {
                String rest = word.substring(0, word.length() - ending.length());
                return ending.equals("е") ? hard(rest) : rest;
            }
        }
        return word;
    }

    /** {@code горадзе} is of {@code горад}, {@code універсітэце} of {@code універсітэт}. */
    private static String hard(String rest) {
        if (rest.endsWith("дз")) {
            return rest.substring(0, rest.length() - 1);
        }
        return rest.endsWith("ц") ? rest.substring(0, rest.length() - 1) + "т" : rest;
    }
}
