package org.herald.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.herald.model.AccountId;

/**
 * Browsers that signed in before. Each carries a cookie that we signed, one mark for each account that used it; it proves
 * nothing but that strangers’ failures are not this browser’s (OWASP, Slow Down Online Guessing Attacks with Device
 * Cookies).
 */
public final class Devices {

    /** A mark: a nonce, what signs it for the account, and what signs it for this portal. */
    private static final Pattern MARK = Pattern.compile("([\\w-]{1,60})[.]([\\w-]{1,100})(?:[.]([\\w-]{1,100}))?");

    private static final int MOST_ACCOUNTS = 5;
    private static final int LONGEST = 1000;

    private final SiteKey key;

    public Devices(SiteKey key) {
        this.key = key;
    }

    /** The mark of this account in a browser's cookie. */
    Optional<String> mark(String cookie, AccountId account) {
        return marks(cookie)
                .filter(mark -> {
                    var parts = MARK.matcher(mark);
                    return parts.matches() && Secrets.same(signature(account, parts.group(1)), parts.group(2));
                })
                .findFirst();
    }

    /** True for the cookie of a browser in which some account of this portal has signed in before. */
    public boolean isKnown(String cookie) {
        return marks(cookie)
                .limit(MOST_ACCOUNTS)
                .map(MARK::matcher)
                .anyMatch(parts -> parts.matches()
                        && parts.group(3) != null
                        && Secrets.same(signature(parts.group(1)), parts.group(3)));
    }

    /** The cookie with a mark of this account. */
    String marked(String cookie, AccountId account) {
        if (mark(cookie, account).isPresent()) {
            return cookie;
        }
        String nonce = Secrets.fresh().substring(0, 22);
        var marks = new ArrayList<>(List.of(nonce + "." + signature(account, nonce) + "." + signature(nonce)));
        marks(cookie).limit(MOST_ACCOUNTS - 1L).forEach(marks::add);
        return String.join("~", marks);
    }

    private String signature(AccountId account, String nonce) {
        return key.sign("device", account + ":" + nonce);
    }

    private String signature(String nonce) {
        return key.sign("browser", nonce);
    }

    private static Stream<String> marks(String cookie) {
        return cookie.isEmpty() || cookie.length() > LONGEST ? Stream.empty() : Stream.of(cookie.split("~", -1));
    }
}
