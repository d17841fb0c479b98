package org.herald.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.herald.model.AccountId;

/**
 * Browsers that signed in before. Each carries a cookie that we signed, one mark for each account that used it; it proves
 * nothing but that strangers’ failures are not this browser’s (OWASP, Slow Down Online Guessing Attacks with Device
 * Cookies).
 */
final class Devices {

    private static final int MOST_ACCOUNTS = 5;
    private static final int LONGEST = 1000;

    private final SiteKey key;

    Devices(SiteKey key) {
        this.key = key;
    }

    /** The mark of this account in a browser's cookie. */
    Optional<String> mark(String cookie, AccountId account) {
        return marks(cookie)
                .filter(mark -> {
                    int dot = mark.indexOf('.');
                    return dot > 0 && Secrets.same(signature(account, mark.substring(0, dot)), mark.substring(dot + 1));
                })
                .findFirst();
    }

    /** The cookie with a mark of this account. */
    String marked(String cookie, AccountId account) {
        if (mark(cookie, account).isPresent()) {
            return cookie;
        }
        String nonce = Secrets.fresh().substring(0, 22);
        var marks = new ArrayList<>(List.of(nonce + "." + signature(account, nonce)));
        marks(cookie).limit(MOST_ACCOUNTS - 1L).forEach(marks::add);
        return String.join("~", marks);
    }

    private String signature(AccountId account, String nonce) {
        return key.sign("device", account + ":" + nonce);
    }

    private static Stream<String> marks(String cookie) {
        return cookie.isEmpty() || cookie.length() > LONGEST ? Stream.empty() : Stream.of(cookie.split("~", -1));
    }
}
