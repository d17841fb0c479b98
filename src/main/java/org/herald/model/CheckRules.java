package org.herald.model;

import java.util.List;
import java.util.Map;
import org.herald.model.Check.Severity;

/**
 * What a portal wants looked at before an item goes out.
 *
 * @param severities of those checks that are not as usual
 * @param required the languages in which everything is to be said
 * @param portal by whose addresses links within it are known
 */
public record CheckRules(Map<Check, Severity> severities, List<Language> required, Portal portal) {

    public static final CheckRules USUAL = new CheckRules(Map.of(), List.of());

    public CheckRules(Map<Check, Severity> severities, List<Language> required) {
        this(severities, required, Portal.UNKNOWN);
    }

    public CheckRules {
        severities = Map.copyOf(severities);
        required = List.copyOf(required);
    }

    public Severity of(Check check) {
        return severities.getOrDefault(check, check.usual());
    }
}
