package org.herald.newsroom.desk;

import java.util.Optional;
import org.herald.model.AccountId;
import org.herald.model.Outcome;
import org.herald.newsroom.TypedNumber;

/** Whom a form gives something to do. */
final class Assignee {

    private Assignee() {}

    /** The account with this number; nothing for nobody, refused when it is neither. */
    static Outcome<Optional<AccountId>> read(String typed) {
        String person = typed.strip();
        if (person.isEmpty()) {
            return Outcome.done(Optional.empty());
        }
        return TypedNumber.read(person)
                .<Outcome<Optional<AccountId>>>map(number -> Outcome.done(Optional.of(new AccountId(number))))
                .orElseGet(() -> Outcome.refused("refused.person-unreadable", person));
    }
}
