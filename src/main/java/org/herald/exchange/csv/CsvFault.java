package org.herald.exchange.csv;

/** Why a file cannot be imported or exported as a whole; the message says what to do. Nothing was written then. */
public final class CsvFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    public CsvFault(String message) {
        super(message);
    }
}
