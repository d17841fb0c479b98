package org.herald.publish;

import java.time.Instant;
import java.util.Optional;
import org.herald.model.Account;
import org.herald.model.AccountId;
import org.herald.model.Change;
import org.herald.model.Item;
import org.herald.model.ItemId;
import org.herald.model.Outcome;
import org.herald.model.VerbName;
import org.herald.people.Permission;
import org.jspecify.annotations.Nullable;

/**
 * Says who is to do something about an item, and until when; whoever it is finds it among their own.
 *
 * @param account nobody takes it from whoever had it
 * @param dueAt nothing when it may take as long as it takes
 */
public record Assign(
        ItemId item, @Nullable AccountId account, @Nullable Instant dueAt) implements Verb<ItemId> {

    @Override
    public Requirement requirement() {
        return new Requirement.OnItem(item, Permission.REVIEW);
    }

    @Override
    public Outcome<ItemId> carryOut(UnitOfWork unit) {
        var transaction = unit.transaction();
        Optional<Item> found = transaction.items().find(item);
        if (found.isEmpty()) {
            return Outcome.refused("refused.item-unknown", item.value());
        }
        if (account != null) {
            Optional<Account> person = transaction.accounts().find(account);
            if (person.isEmpty() || person.get().isLocked()) {
                return Outcome.refused("refused.person-unknown");
            }
            if (!person.get()
                    .worksIn(
                            found.get().language(),
                            transaction.sections().upwards(found.get().section()))) {
                return Outcome.refused("refused.person-elsewhere", person.get().name());
            }
        }
        transaction.desk().assign(item, account, dueAt);
        unit.announce(VerbName.ASSIGN, new Change.ItemEdited(item));
        return Outcome.done(item);
    }
}
