package org.herald.model;

/**
 * Identifies a principal for ever: the number of an account, or a negative number for what has none.
 *
 * @param value positive for an account, whose id has the same value; negative for the principals that the product brings
 *     with it, and for names of the time before principals had ids; never 0
 */
public record PrincipalId(long value) {

    public PrincipalId {
        if (value == 0) {
            throw new IllegalArgumentException("A principal's id is never 0");
        }
    }

    /** The principal as which an account does things. */
    public static PrincipalId of(AccountId account) {
        return new PrincipalId(account.value());
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
