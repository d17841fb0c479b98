package org.herald.web;

import java.util.Map;

/**
 * The content policies of parts of the server whose pages are not readers' pages.
 *
 * @param byBeginning the policy of all addresses that begin so, such as {@code /newsroom}
 */
public record Policies(Map<String, String> byBeginning) {

    public Policies {
        byBeginning = Map.copyOf(byBeginning);
    }
}
