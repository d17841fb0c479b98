package org.herald.publish;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.herald.model.Arrangement;
import org.herald.model.Language;
import org.herald.model.Outcome;
import org.herald.model.PageKey;
import org.herald.model.Redirect;
import org.herald.model.Section;
import org.herald.model.Target;

/**
 * Makes an address at which nothing ever stood lead to a thing or a listing of the portal. A target at which an item or
 * section stands is kept as that item or section, so that the redirect goes with it.
 */
public record AddRedirect(Redirect redirect) implements Verb<Redirect> {

    private static final int LONGEST = 1000;

    /** What the server answers itself, before it looks at any kept address. */
    private static final Pattern OURS =
            Pattern.compile("/|/(newsroom|preview|assets|theme|media)(/.*)?|/favicon[.]svg");

    private static final Pattern LISTING =
            Pattern.compile("(.*/)?(archive|site-map|tag/[^/]+|page/[0-9]+|[0-9]{4}(/[0-9]{2}){0,2})");

    private static final Pattern OF_PORTAL = Pattern.compile("tag/.*|archive.*|site-map");

    public AddRedirect {
        String path = Normalizer.normalize(redirect.path().strip(), Normalizer.Form.NFC);
        redirect = new Redirect(
                path.length() > 1 ? path.replaceFirst("(?<!/)/+$", "") : path,
                redirect.target().strip(),
                redirect.language());
    }

    @Override
    public Outcome<Redirect> carryOut(Work work) {
        String path = redirect.path();
        if (!path.startsWith("/")
                || path.startsWith("//")
                || path.length() > LONGEST
                || path.chars().anyMatch(Character::isISOControl)) {
            return Outcome.refused("refused.address", path);
        }
        var arrangement = work.transaction().outline().arrangement();
        var paths = work.transaction().paths();
        var standing = new Standing(arrangement, work.transaction().sections().languages());
        if (OURS.matcher(path).matches() || standing.answers(path)) {
            return Outcome.refused("refused.redirect-stands", path);
        }
        if (paths.isTaken(path)) {
            return Outcome.refused("refused.redirect-taken", path);
        }
        if (redirect.target().equals(path)) {
            return Outcome.refused("refused.redirect-loop", path);
        }
        var reasons = OutlineRules.ofTarget(work.transaction(), arrangement, redirect.target());
        if (!reasons.isEmpty()) {
            return new Outcome.Refused<>(reasons);
        }
        return switch (Target.parse(redirect.target()).orElse(new Target.Outside(""))) {
            case Target.ToItem _, Target.ToSection _ -> add(work, redirect.target());
            case Target.Outside _ -> Outcome.refused("refused.redirect-outside", redirect.target());
            case Target.ToAddress(var address) -> {
                Optional<String> thing = paths.shownAt(address)
                        .map(Target::of)
                        .or(() -> standing.section(address).map(found -> Target.of(found.id())));
                if (thing.isPresent()) {
                    yield add(work, thing.get());
                }
                if (paths.isTaken(address)) {
                    yield Outcome.refused("refused.redirect-chain", address);
                }
                yield standing.answers(address)
                        ? add(work, address)
                        : Outcome.refused("refused.redirect-nowhere", address);
            }
        };
    }

    private Outcome<Redirect> add(Work work, String target) {
        var added = new Redirect(redirect.path(), target, redirect.language());
        if (!work.transaction().paths().add(added, work.actor(), work.now())) {
            return Outcome.refused("refused.redirect-taken", redirect.path());
        }
        work.announce("add-redirect", null, Set.of(PageKey.path(redirect.path())));
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
