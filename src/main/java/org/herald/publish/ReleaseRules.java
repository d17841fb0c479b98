package org.herald.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.herald.model.AccountId;
import org.herald.model.CheckRules;
import org.herald.model.Content;
import org.herald.model.Finding;
import org.herald.model.Item;
import org.herald.model.Outcome;
import org.herald.model.Outcome.Reason;
import org.herald.model.Revision;
import org.herald.model.RevisionId;
import org.herald.model.VerbName;
import org.herald.people.Permission;

/**
 * The rules for what goes out to readers, beside permissions: required review, four eyes, and the portal's checks. They
 * hold for every release by every principal.
 */
final class ReleaseRules {

    /** What would be released. */
    private record Candidate(Item item, Content content) {}

    private final UnitOfWork unit;
    private final PublishingRules rules;

    ReleaseRules(UnitOfWork unit, PublishingRules rules) {
        this.unit = unit;
        this.rules = rules;
    }

    /** Why the rules do not let the verb pass; empty when they do. */
    List<Reason> refusals(Verb<?> verb) {
        return switch (verb) {
            case Approve(var _, var read) when rules.isReviewRequired() -> ofOwn(read);
            case Release<?> release -> ofRelease(release);
            default -> List.of();
        };
    }

    /** Four eyes see more than two: nobody approves what they saved themselves. */
    private List<Reason> ofOwn(RevisionId read) {
        return unit.transaction()
                        .items()
                        .findRevision(read)
                        .map(Revision::savedBy)
                        .filter(unit.principal()::equals)
                        .isPresent()
                ? reason("refused.own-revision")
                : List.of();
    }

    private List<Reason> ofRelease(Release<?> release) {
        Optional<Item> found = found(release.move().check(unit, release.item()));
        if (found.isEmpty()) {
            return List.of(); // the move cannot be made anyway: the release itself says why
        }
        Item item = found.get();
        var read = release.look().read();
        if (read != null && !item.head().equals(read)) {
            return reason("refused.newer-revision");
        }
        var unfit = unit.authorization().isOperator() ? List.<Reason>of() : ofContent(release, item);
        if (!unfit.isEmpty()) {
            return unfit;
        }
        return needsApproval(item) && !isReviewed(release, item) ? reason("refused.not-approved") : List.of();
    }

    /** An importer tells in its report what it found; others are refused what is unfit or incomplete. */
    private List<Reason> ofContent(Release<?> release, Item item) {
        var candidate = new Candidate(
                item, ownContent(release).orElseGet(() -> unit.head(item).content()));
        var findings = findings(candidate, release.look().isConfirmed());
        return findings.isEmpty()
                ? FieldRules.toPublish(
                        unit.kind(item.kind()),
                        item.isTranslation(),
                        new ShownFields(unit).of(item, candidate.content().fields()))
                : findings;
    }

    /** The schedule sends out what was confirmed when it was scheduled. */
    private List<Reason> findings(Candidate candidate, boolean isConfirmed) {
        CheckRules checks = rules.checks();
        if (checks == null) {
            return List.of();
        }
        var findings = Checks.look(
                unit.transaction().checks(),
                unit.kind(candidate.item().kind()),
                candidate.item(),
                candidate.content(),
                checks);
        var blocking = findings.stream().filter(Finding::isBlocking).toList();
        if (!blocking.isEmpty()) {
            return reasons(blocking);
        }
        if (findings.isEmpty() || isConfirmed || unit.authorization().isSchedule()) {
            return List.of();
        }
        var reasons = new ArrayList<Reason>();
        reasons.add(new Reason("refused.warnings", List.of(findings.size())));
        reasons.addAll(reasons(findings));
        return reasons;
    }

    /** True when the principal may let the item out only when its newest revision is approved. */
    private boolean needsApproval(Item item) {
        if (!rules.isReviewRequired()) {
            return false;
        }
        if (unit.authorization().isOperator()) {
            return !unit.head(item).savedBy().isBuiltIn(); // an import brings its own text, and no editor's
        }
        return unit.authorization().isSchedule()
                ? !mayScheduleUnreviewed(item)
                : !unit.authorization().may(Permission.RELEASE_UNREVIEWED, item);
    }

    /** True when the principal who scheduled the item may, at this moment as well, release what nobody approved. */
    private boolean mayScheduleUnreviewed(Item item) {
        return unit.transaction()
                .changes()
                .newestBy(item.id(), VerbName.SCHEDULE)
                .filter(by -> by.value() > 0)
                .filter(by -> unit.authorization().may(new AccountId(by.value()), Permission.RELEASE_UNREVIEWED, item))
                .isPresent();
    }

    /** A correction that brings its own words was read by nobody; what readers have seen already needs no approval. */
    private boolean isReviewed(Release<?> release, Item item) {
        if (release instanceof Correct correct && correct.content() != null) {
            return false;
        }
        return Approvals.isApproved(unit, item)
                || (item.state().hasBeenLive() && WaitingChange.state(unit, item.id()) == null);
    }

    private static Optional<Content> ownContent(Release<?> release) {
        return release instanceof Correct correct ? Optional.ofNullable(correct.content()) : Optional.empty();
    }

    private static Optional<Item> found(Outcome<Item> outcome) {
        return switch (outcome) {
            case Outcome.Done<Item>(var item) -> Optional.of(item);
            case Outcome.Refused<Item> _ -> Optional.empty();
        };
    }

    private static List<Reason> reason(String key) {
        return List.of(new Reason(key, List.of()));
    }

    private static List<Reason> reasons(List<Finding> findings) {
        return findings.stream()
                .map(finding -> new Reason(finding.key(), finding.arguments()))
                .toList();
    }
}
