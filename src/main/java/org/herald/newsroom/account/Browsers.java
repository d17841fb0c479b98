package org.herald.newsroom.account;

import java.util.List;
import java.util.regex.Pattern;

/** What people call the browser that calls itself {@code Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 ...}. */
final class Browsers {

    /** A name with how to know it; the first that fits, because most claim to be others too. */
    private record Sign(String name, Pattern pattern) {

        static Sign of(String name, String pattern) {
            return new Sign(name, Pattern.compile(pattern));
        }
    }

    private static final List<Sign> NAMES = List.of(
            Sign.of("Edge", "Edg(e|A|iOS)?/"),
            Sign.of("Opera", "OPR/|Opera"),
            Sign.of("Yandex", "YaBrowser/"),
            Sign.of("Vivaldi", "Vivaldi/"),
            Sign.of("Samsung Internet", "SamsungBrowser/"),
            Sign.of("Firefox", "Firefox/|FxiOS/"),
            Sign.of("Chrome", "Chrome/|CriOS/|Chromium/"),
            Sign.of("Safari", "Safari/"),
            Sign.of("curl", "^curl/"));

    private static final List<Sign> SYSTEMS = List.of(
            Sign.of("iPhone", "iPhone"),
            Sign.of("iPad", "iPad"),
            Sign.of("Android", "Android"),
            Sign.of("Windows", "Windows"),
            Sign.of("macOS", "Mac OS X|Macintosh"),
            Sign.of("ChromeOS", "CrOS"),
            Sign.of("Linux", "Linux|X11"));

    private Browsers() {}

    /** {@code Firefox, Linux}; empty when nothing is known of it. */
    static String name(String agent) {
        String name = first(NAMES, agent);
        String system = first(SYSTEMS, agent);
        return name.isEmpty() || system.isEmpty() ? name + system : name + ", " + system;
    }

    private static String first(List<Sign> signs, String agent) {
        return signs.stream()
                .filter(sign -> sign.pattern().matcher(agent).find())
                .map(Sign::name)
                .findFirst()
                .orElse("");
    }
}
