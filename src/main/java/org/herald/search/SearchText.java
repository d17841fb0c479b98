package org.herald.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a reader typed: words, {@code "phrases"} and what must not be there, with a minus sign before it. Nothing else has a
 * meaning of its own, so no text is wrong.
 *
 * @param isCut true when it was longer than what is looked for
 */
public record SearchText(List<Part> parts, boolean isCut) {

    /** A longer text is cut; the last word may be, too. */
    public static final int LONGEST = 300;

    static final int MOST_PARTS = 24;

    private static final Pattern PART = Pattern.compile(
            "(?<![^\\s])(?<minus>-)?(?:[\"«“„”](?<phrase>[^\"«»“„”]*)[\"»“”]|(?<word>[^\\s\"«»“„”]+))|(?<loose>[^\\s\"«»“„”]+)");
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}\\u200b\\u2028\\u2029\\ufeff]+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]");

    /** A word or several that belong together. */
    public record Part(String text, boolean isPhrase, boolean isExcluded) {}

    public SearchText {
        parts = List.copyOf(parts);
    }

    public static SearchText of(String typed) {
        String text = cut(typed);
        boolean isLong = typed.length() > LONGEST;
        var parts = new ArrayList<Part>();
        var found = PART.matcher(text);
        boolean isLeft = false;
        while (found.find()) {
            String phrase = found.group("phrase");
            String word = found.group("word") != null ? found.group("word") : found.group("loose");
            String part = phrase == null ? word : phrase;
            if (part == null || !WORD.matcher(part).find()) {
                continue;
            }
            if (parts.size() == MOST_PARTS) {
                isLeft = true;
                break;
            }
            parts.add(new Part(part.strip(), phrase != null, found.group("minus") != null));
        }
        return new SearchText(parts, isLong || isLeft);
    }

    /** What of a text can be looked for, in one form of Unicode. */
    public static String cut(String typed) {
        String some = typed.substring(0, Math.min(typed.length(), LONGEST));
        return Normalizer.normalize(INVISIBLE.matcher(some).replaceAll(" "), Normalizer.Form.NFC);
    }

    /** True when there is nothing to look for. */
    public boolean isEmpty() {
        return parts.stream().allMatch(Part::isExcluded);
    }

    public List<Part> wanted() {
        return parts.stream().filter(part -> !part.isExcluded()).toList();
    }

    public List<Part> excluded() {
        return parts.stream().filter(Part::isExcluded).toList();
    }

    /** The text with these parts, as a reader would type it. */
    public static String typed(List<Part> parts) {
        return parts.stream()
                .map(part -> (part.isExcluded() ? "-" : "") + (part.isPhrase() ? '"' + part.text() + '"' : part.text()))
                .collect(Collectors.joining(" "));
    }
}
