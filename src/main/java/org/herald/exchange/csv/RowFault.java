package org.herald.exchange.csv;

/** Why a row cannot be written after its writing has begun: nothing of it is kept. */
final class RowFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    RowFault(String message) {
        super(message, null, false, false);
    }
}
