package org.herald.people;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.herald.model.Account;
import org.herald.model.AccountId;
import org.herald.model.Blank;
import org.herald.model.Outcome;
import org.herald.model.Outcome.Reason;
import org.herald.model.Role;
import org.herald.store.Transaction;
import org.jspecify.annotations.Nullable;

/** What an e-mail address and a name of an account may be. */
final class AccountRules {

    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_NAME = 100;
    private static final Pattern EMAIL = Pattern.compile("[^\\s\\p{Cntrl}@<>\"(),;:]+@[^\\s\\p{Cntrl}@<>\"(),;:/]+");

    /** Names by which the logs know what is no person. */
    private static final Set<String> OF_MACHINES = Set.of(
            "schedule",
            "import wxr",
            "import csv",
            "import ics",
            "generate",
            "sample",
            "herald",
            "herald user",
            "nobody",
            "openid");

    private AccountRules() {}

    /** The one spelling of an e-mail address, which can be asked for and logged even when it is none. */
    static String normal(String email) {
        return Normalizer.normalize(email.replace("\0", ""), Normalizer.Form.NFKC)
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    /** True for what looks like an e-mail address in its one spelling. */
    static boolean isEmail(String normal) {
        return normal.length() <= LONGEST_EMAIL && EMAIL.matcher(normal).matches();
    }

    /** The e-mail address that a new account gets. */
    static Outcome<String> email(Transaction transaction, String typed) {
        String email = normal(typed);
        if (!isEmail(email)) {
            return Outcome.refused("refused.email-wrong");
        }
        return transaction.accounts().byEmail(email).isPresent()
                ? Outcome.refused("refused.email-taken", email)
                : Outcome.done(email);
    }

    /**
     * The name that an account gets.
     *
     * @param own the account that has it now; nothing for a new one
     */
    static Outcome<String> name(Transaction transaction, String typed, @Nullable AccountId own) {
        String name = Normalizer.normalize(typed, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ")
                .strip();
        if (Blank.is(name) || name.length() > LONGEST_NAME) {
            return Outcome.refused("refused.name-length", LONGEST_NAME);
        }
        boolean isTaken = OF_MACHINES.contains(name.toLowerCase(Locale.ROOT))
                || transaction
                        .accounts()
                        .byName(name)
                        .map(Account::id)
                        .filter(other -> !other.equals(own))
                        .isPresent();
        return isTaken ? Outcome.refused("refused.name-taken", name) : Outcome.done(name);
    }

    /** Everything for which one of these was refused. */
    static List<Reason> reasons(List<Outcome<String>> outcomes) {
        var reasons = new ArrayList<Reason>();
        for (Outcome<String> outcome : outcomes) {
            if (outcome instanceof Outcome.Refused<String>(var why)) {
                reasons.addAll(why);
            }
        }
        return reasons;
    }

    /** True for the only administrator who may sign in: they stay one. */
    static boolean isLastAdministrator(Transaction transaction, Account account) {
        var administrators = transaction.accounts().unlocked(Role.ADMINISTRATOR);
        return administrators.size() == 1 && administrators.getFirst().id().equals(account.id());
    }
}
