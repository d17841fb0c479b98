package org.herald.newsroom;

import org.herald.model.Principal;
import org.herald.model.Words;

/** What principals are called: people by their names, and what is no person by words of the interface. */
public final class PrincipalNames {

    private PrincipalNames() {}

    public static String name(Principal principal, Words words) {
        String key = "principal." + principal.displayName().replace(' ', '-');
        return principal.isBuiltIn() && words.has(key) ? words.say(key) : principal.displayName();
    }
}
