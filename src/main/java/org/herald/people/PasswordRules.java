package org.herald.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.herald.model.Outcome.Reason;

/**
 * Which passwords are taken: long ones that nobody guesses. No rule asks for capitals or signs (NIST SP 800-63B, section
 * 3.1.1.2): they make passwords that people forget and machines guess.
 */
final class PasswordRules {

    static final int SHORTEST = 12;

    /** Longer than anybody types, and short enough to be hashed at once. */
    static final int LONGEST = 1000;

    /** A word of the list, a row of the keyboard, a year or a repetition is as easily guessed as two signs. */
    private static final int PART = 2;

    private static final int FEWEST_SIGNS = 8;
    private static final int FEWEST_DIFFERENT = 5;
    private static final int SHORTEST_OWN_WORD = 4;
    private static final int SHORTEST_RUN = 3;

    /** What fingers run along; each also backwards. */
    private static final List<String> ROWS = both(List.of(
            "abcdefghijklmnopqrstuvwxyz",
            "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
            "01234567890",
            "`1234567890-=",
            "!@#$%^&*()_+",
            "qwertyuiop[]",
            "asdfghjkl;'",
            "zxcvbnm,./",
            "йцукенгшўзхъ",
            "йцукенгшщзхъ",
            "фывапролджэ",
            "ячсмітьбю",
            "ячсмитьбю",
            "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
            "1q2w3e4r5t6y7u8i9o0p",
            "qazwsxedcrfvtgbyhnujm",
            "1й2ц3у4к5е6н7г8ш"));

    /** The same keys in the two layouts, so that a Cyrillic word is found by what it is on a Latin keyboard. */
    private static final String CYRILLIC_KEYS = "йцукенгшщзхъфывапролджэячсмитьбюўіё";

    private static final String LATIN_KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,.os`";

    private final CommonPasswords common;

    PasswordRules(CommonPasswords common) {
        this.common = common;
    }

    /**
     * Why this password is not taken; nothing when it is.
     *
     * @param own what belongs to the person: their name, their e-mail address, the portal
     */
    Optional<Reason> refusal(String typed, List<String> own) {
        String password = Passwords.normal(typed).toLowerCase(Locale.ROOT);
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of(new Reason("refused.password-short", List.of(SHORTEST)));
        }
        if (length > LONGEST) {
            return Optional.of(new Reason("refused.password-long", List.of(LONGEST)));
        }
        if (ownWords(own).anyMatch(password::contains)) {
            return Optional.of(new Reason("refused.password-own", List.of()));
        }
        Set<String> words = common.all();
        if (words.contains(password) || words.contains(onLatinKeys(password))) {
            return Optional.of(new Reason("refused.password-breached", List.of()));
        }
        if (password.chars().distinct().count() < FEWEST_DIFFERENT || signs(password, words) < FEWEST_SIGNS) {
            return Optional.of(new Reason("refused.password-guessable", List.of()));
        }
        return Optional.empty();
    }

    /** By how many signs a password is told from others, when whatever is easily guessed is {@value #PART}. */
    private static int signs(String password, Set<String> words) {
        String latin = onLatinKeys(password);
        int signs = 0;
        int at = 0;
        while (at < password.length()) {
            int part = Math.max(
                    Math.max(word(password, at, words), word(latin, at, words)),
                    Math.max(repeated(password, at), Math.max(year(password, at), run(password, at))));
            signs += part == 0 ? 1 : PART;
            at += Math.max(part, 1);
        }
        return signs;
    }

    /** How long the longest word of the list is that begins here. */
    private static int word(String text, int at, Set<String> words) {
        for (int end = Math.min(text.length(), at + CommonPasswords.LONGEST);
                end - at >= CommonPasswords.SHORTEST;
                end--) {
            if (words.contains(text.substring(at, end))) {
                return end - at;
            }
        }
        return 0;
    }

    /** How long what begins here and was written before goes on: the second half of {@code Kh7vKh7v}. */
    private static int repeated(String text, int at) {
        int longest = 0;
        for (int from = 0; from < at; from++) {
            int length = 0;
            while (at + length < text.length() && text.charAt(from + length) == text.charAt(at + length)) {
                length++;
            }
            longest = Math.max(longest, length);
        }
        return longest >= SHORTEST_RUN ? longest : 0;
    }

    private static int year(String text, int at) {
        return text.startsWith("19", at) || text.startsWith("20", at)
                ? text.substring(at).matches("(?s)\\d{4}.*") ? 4 : 0
                : 0;
    }

    /** How long the fingers run along one row from here. */
    private static int run(String text, int at) {
        int longest = 0;
        for (String row : ROWS) {
            int length = 1;
            while (at + length < text.length() && row.contains(text.substring(at, at + length + 1))) {
                length++;
            }
            longest = Math.max(longest, length);
        }
        int same = 1;
        while (at + same < text.length() && text.charAt(at + same) == text.charAt(at)) {
            same++;
        }
        longest = Math.max(longest, same);
        return longest >= SHORTEST_RUN ? longest : 0;
    }

    private static Stream<String> ownWords(List<String> own) {
        return own.stream()
                .map(text -> Passwords.normal(text).toLowerCase(Locale.ROOT))
                .flatMap(text -> Stream.concat(Stream.of(text.strip()), Stream.of(text.split("[^\\p{L}\\p{N}]+", -1))))
                .filter(word -> word.length() >= SHORTEST_OWN_WORD);
    }

    private static String onLatinKeys(String text) {
        var latin = new StringBuilder(text.length());
        text.chars().forEach(sign -> {
            int key = CYRILLIC_KEYS.indexOf(sign);
            latin.append(key < 0 ? (char) sign : LATIN_KEYS.charAt(key));
        });
        return latin.toString();
    }

    private static List<String> both(List<String> rows) {
        var both = new ArrayList<>(rows);
        rows.forEach(row -> both.add(new StringBuilder(row).reverse().toString()));
        return List.copyOf(both);
    }
}
