package org.herald.model;

import com.ibm.icu.text.Transliterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How words of a language are written in Latin letters, by the standard that its readers know from maps, signs and
 * passports; docs/addresses.md names them. What belongs to another script is left as it is, and so are marks and signs
 * that a slug does not have.
 */
final class Romanization {

    /**
     * Instruction on transliteration of Belarusian geographical names with letters of the Latin alphabet, 2000, as amended
     * in 2007; recommended by the United Nations in 2012 (X/8). Marks above letters are left out. Rules of ICU look back at
     * what was written already, therefore at Latin vowels.
     */
    private static final String BELARUSIAN = """
            $open = [aeiouyьў\\u0027\\u2019\\u02bc];
            [^[:L:]] { е > je; $open { е > je; е > ie;
            [^[:L:]] { ё > jo; $open { ё > jo; ё > io;
            [^[:L:]] { ю > ju; $open { ю > ju; ю > iu;
            [^[:L:]] { я > ja; $open { я > ja; я > ia;
            а > a; б > b; в > v; г > h; ґ > g; д > d; ж > z; з > z; і > i; й > j; к > k; л > l; м > m; н > n; о > o;
            п > p; р > r; с > s; т > t; у > u; ў > u; ф > f; х > ch; ц > c; ч > c; ш > s; ы > y; э > e;
            """;

    /** Resolution 55 of the Cabinet of Ministers of Ukraine, 2010. */
    private static final String UKRAINIAN = """
            $within = [[:L:]\\u0027\\u2019\\u02bc];
            зг > zgh;
            $within { є > ie; є > ye; $within { ї > i; ї > yi; $within { й > i; й > y;
            $within { ю > iu; ю > yu; $within { я > ia; я > ya;
            а > a; б > b; в > v; г > h; ґ > g; д > d; е > e; ж > zh; з > z; и > y; і > i; к > k; л > l; м > m; н > n;
            о > o; п > p; р > r; с > s; т > t; у > u; ф > f; х > kh; ц > ts; ч > ch; ш > sh; щ > shch;
            """;

    /** Transliteration Act of Bulgaria, 2009, which names one exception: the country itself. */
    private static final String BULGARIAN = """
            [^[:L:]] { българия } [^[:L:]] > bulgaria;
            ия } [^[:L:]] > ia;
            а > a; б > b; в > v; г > g; д > d; е > e; ж > zh; з > z; и > i; й > y; к > k; л > l; м > m; н > n; о > o;
            п > p; р > r; с > s; т > t; у > u; ф > f; х > h; ц > ts; ч > ch; ш > sh; щ > sht; ъ > a; ь > y; ю > yu; я > ya;
            """;

    /** Rules of ICU by language: of its own, or written here. */
    private static final Map<String, String> RULES = Map.ofEntries(
            Map.entry("be", BELARUSIAN),
            Map.entry("bg", BULGARIAN),
            Map.entry("uk", UKRAINIAN),
            Map.entry("ru", ":: Russian-Latin/BGN;"),
            Map.entry("kk", ":: Kazakh-Latin/BGN;"),
            Map.entry("ky", ":: Kirghiz-Latin/BGN;"),
            Map.entry("mk", ":: Macedonian-Latin/BGN;"),
            Map.entry("mn", ":: Mongolian-Latin/BGN;"),
            Map.entry("sr", ":: Serbian-Latin/BGN; đ > dj;"),
            Map.entry("bs", ":: Serbian-Latin/BGN; đ > dj;"),
            Map.entry("hr", "đ > dj;"),
            Map.entry("el", ":: Greek-Latin/UNGEGN;"),
            Map.entry("hy", ":: Armenian-Latin/BGN;"),
            Map.entry("ka", ":: Georgian-Latin/BGN;"),
            Map.entry("de", "ä > ae; ö > oe; ü > ue;"));

    private static final Map<String, Transliterator> READY = new ConcurrentHashMap<>();

    private Romanization() {}

    /** @param lower text in lower case, composed (NFC) */
    static String of(String lower, Language language) {
        String primary = language.tag().replaceFirst("-.*$", "");
        return Optional.ofNullable(RULES.get(primary))
                .map(rules -> READY.computeIfAbsent(
                        primary, name -> Transliterator.createFromRules("slug-" + name, rules, Transliterator.FORWARD)))
                // between spaces, so that words at both ends have something before and after them
                .map(romanization -> romanization.transliterate(" " + lower + " "))
                .orElse(lower);
    }
}
