package org.herald.publish;

import java.util.LinkedHashSet;
import java.util.List;
import org.herald.model.Item;
import org.herald.model.ItemId;
import org.herald.model.Outcome;

/** Takes an item and translations of it from readers, all of them or none. */
public record WithdrawTogether(List<Withdraw> withdrawals) implements Verb<List<ItemId>> {

    public WithdrawTogether {
        withdrawals = List.copyOf(withdrawals);
    }

    @Override
    public Requirement requirement() {
        return new Requirement.All(
                withdrawals.stream().map(Withdraw::requirement).toList());
    }

    @Override
    public Outcome<List<ItemId>> carryOut(UnitOfWork unit) {
        var reasons = new LinkedHashSet<Outcome.Reason>();
        for (Withdraw withdrawal : withdrawals) {
            if (withdrawal.check(unit) instanceof Outcome.Refused<Item>(var why)) {
                reasons.addAll(why);
            }
        }
        return reasons.isEmpty()
                ? Outcome.done(withdrawals.stream()
                        .map(withdrawal -> withdrawal.carryOut(unit).orThrow())
                        .toList())
                : new Outcome.Refused<>(List.copyOf(reasons));
    }
}
