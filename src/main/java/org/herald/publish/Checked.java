package org.herald.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.herald.model.CheckRules;
import org.herald.model.Content;
import org.herald.model.Finding;
import org.herald.model.Item;
import org.herald.model.Outcome;
import org.herald.model.Outcome.Reason;
import org.herald.model.RevisionId;
import org.jspecify.annotations.Nullable;

/**
 * Lets an item out only when the checks of the portal find nothing that blocks it, and what they warn of was seen. Every
 * door of the newsroom wraps {@link Publish}, {@link Schedule}, {@link Update}, {@link Correct} and {@link Restore} so.
 *
 * @param read the revision that was looked at: when there is a newer one by now, nothing goes out; nothing means the
 *     newest, whichever it is
 * @param isConfirmed true when whoever lets it out has seen the warnings
 */
public record Checked<T>(
        Release<T> release, CheckRules rules, @Nullable RevisionId read, boolean isConfirmed) implements Verb<T> {

    /** What is let out. */
    private record Going(Item item, Content content) {}

    @Override
    public Outcome<T> carryOut(Work work) {
        Optional<Going> going = going(work, release);
        if (going.isEmpty()) {
            return release.carryOut(work);
        }
        if (read != null && !going.get().item().head().equals(read)) {
            return Outcome.refused("refused.newer-revision");
        }
        var findings = Checks.look(
                work.transaction().checks(), going.get().item(), going.get().content(), rules);
        var blocking = findings.stream().filter(Finding::isBlocking).toList();
        if (!blocking.isEmpty()) {
            return new Outcome.Refused<>(reasons(blocking));
        }
        if (!findings.isEmpty() && !isConfirmed) {
            var reasons = new ArrayList<Reason>();
            reasons.add(new Reason("refused.warnings", List.of(findings.size())));
            reasons.addAll(reasons(findings));
            return new Outcome.Refused<>(reasons);
        }
        return release.carryOut(work);
    }

    /** Nothing when the move cannot be made anyway: then the release itself says why. */
    private static Optional<Going> going(Work work, Release<?> release) {
        return switch (release) {
            case Publish(var item, var _) -> newest(work, States.PUBLISH.check(work, item));
            case Schedule(var item, var _) -> newest(work, States.SCHEDULE.check(work, item));
            case Restore(var item) -> newest(work, States.RESTORE.check(work, item));
            case Update(var item) -> newest(work, States.UPDATE.check(work, item));
            case Correct correct -> {
                Content content = correct.content();
                var outcome = States.CORRECT.check(work, correct.item());
                yield content == null ? newest(work, outcome) : found(outcome).map(found -> new Going(found, content));
            }
            case Reviewed<?>(var within) -> going(work, within);
        };
    }

    private static Optional<Going> newest(Work work, Outcome<Item> outcome) {
        return found(outcome).map(item -> new Going(item, work.head(item).content()));
    }

    private static Optional<Item> found(Outcome<Item> outcome) {
        return switch (outcome) {
            case Outcome.Done<Item>(var item) -> Optional.of(item);
            case Outcome.Refused<Item> _ -> Optional.empty();
        };
    }

    private static List<Reason> reasons(List<Finding> findings) {
        return findings.stream()
                .map(finding -> new Reason(finding.key(), finding.arguments()))
                .toList();
    }
}
