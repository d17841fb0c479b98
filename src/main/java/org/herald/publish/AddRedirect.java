package org.herald.publish;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.herald.model.Arrangement;
import org.herald.model.Change;
import org.herald.model.Language;
import org.herald.model.Outcome;
import org.herald.model.PageKey;
import org.herald.model.Redirect;
import org.herald.model.Section;
import org.herald.model.StoredAddress;
import org.herald.model.Target;
import org.herald.model.VerbName;
import org.herald.people.Permission;

/**
 * Makes an address at which nothing ever stood lead to a thing or a listing of the portal. It is stored as requests are
 * looked up, in whatever spelling it was typed. A target at which an item or section stands, or to which it leads, is
 * stored as that item or section, so that the redirect goes with it.
 */
public record AddRedirect(Redirect redirect) implements Verb<Redirect> {

    private static final int LONGEST = 1000;

    /** What the server answers itself, before it looks at any kept address. */
    private static final Pattern OURS =
            Pattern.compile("/|/(newsroom|preview|assets|theme|media)(/.*)?|/(favicon[.]svg|map[.]js)");

    private static final Pattern LISTING =
            Pattern.compile("(.*/)?(archive|site-map|tag/[^/]+|page/[0-9]+|[0-9]{4}(/[0-9]{2}){0,2})");

    private static final Pattern OF_PORTAL = Pattern.compile("tag/.*|archive.*|site-map");

    @Override
    public Requirement requirement() {
        return Requirement.role(Permission.OUTLINE);
    }

    @Override
    public Outcome<Redirect> carryOut(UnitOfWork unit) {
        var from = unit.portal().own(redirect.path()).filter(own -> isAddress(own.stored()));
        if (from.isEmpty()) {
            return Outcome.refused("refused.address", redirect.path().strip());
        }
        String path = from.get().stored();
        var arrangement = unit.transaction().outline().arrangement();
        if (stands(unit, arrangement, from.get())) {
            return Outcome.refused("refused.redirect-stands", path);
        }
        if (unit.transaction().paths().isTaken(path)) {
            return Outcome.refused("refused.redirect-taken", path);
        }
        if (unit.portal().own(redirect.target()).map(StoredAddress::stored).equals(Optional.of(path))) {
            return Outcome.refused("refused.redirect-loop", path);
        }
        String target = unit.links().target(redirect.target(), redirect.language(), arrangement);
        var reasons = OutlineRules.ofTarget(unit, arrangement, target);
        if (!reasons.isEmpty()) {
            return new Outcome.Refused<>(reasons);
        }
        return switch (Target.parse(target).orElse(new Target.Outside(""))) {
            case Target.ToItem _, Target.ToSection _, Target.ToAddress _ -> add(unit, path, target);
            case Target.Outside _ -> Outcome.refused("refused.redirect-outside", target);
        };
    }

    private static boolean isAddress(String path) {
        return !path.startsWith("//")
                && path.length() <= LONGEST
                && path.chars().noneMatch(Character::isISOControl);
    }

    /** True when a page answers at this address before any redirect is looked up, whatever its calendar has. */
    private static boolean stands(UnitOfWork unit, Arrangement arrangement, StoredAddress from) {
        boolean isDoor = from.path().equals("/") && !from.query().isEmpty();
        return !isDoor
                && (OURS.matcher(from.path()).matches()
                        || new Standing(
                                        arrangement,
                                        unit.transaction().sections().languages())
                                .answers(from.path())
                        || (!from.query().isEmpty()
                                && unit.transaction()
                                        .paths()
                                        .shownAt(from.path())
                                        .isPresent()));
    }

    private Outcome<Redirect> add(UnitOfWork unit, String path, String target) {
        var added = new Redirect(path, target, redirect.language());
        if (!unit.transaction().paths().add(added, unit.principal(), unit.now())) {
            return Outcome.refused("refused.redirect-taken", path);
        }
        unit.announce(VerbName.ADD_REDIRECT, new Change.PathChanged(path), PageKey.path(path));
        return Outcome.done(added);
    }

    /** What stands at the addresses of the portal's languages, which are those in which sections have titles. */
    private record Standing(Arrangement arrangement, List<Language> languages) {

        Optional<Section> section(String address) {
            return afterLanguage(address)
                    .flatMap(rest -> arrangement.sections().stream()
                            .filter(section -> section.path().equals(rest))
                            .findFirst());
        }

        /** True when a section or a listing answers at this address, whatever the calendar has. */
        boolean answers(String address) {
            return section(address).isPresent()
                    || afterLanguage(address)
                            .filter(rest -> LISTING.matcher(rest).matches())
                            .filter(rest -> OF_PORTAL.matcher(rest).matches() || isOfSection(rest))
                            .isPresent();
        }

        private boolean isOfSection(String rest) {
            return arrangement.sections().stream()
                    .anyMatch(section -> !section.isRoot() && rest.startsWith(section.path() + "/"));
        }

        /** The address behind its language; nothing when it begins with none. */
        private Optional<String> afterLanguage(String address) {
            String[] words = address.split("/", 3);
            return words.length > 1
                            && languages.stream()
                                    .anyMatch(language -> language.tag().equals(words[1]))
                    ? Optional.of(words.length > 2 ? words[2] : "")
                    : Optional.empty();
        }
    }
}
