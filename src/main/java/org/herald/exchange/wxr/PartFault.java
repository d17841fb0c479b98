package org.herald.exchange.wxr;

/** Why one part of an export cannot be taken, in words for the report; the import goes on with the next. */
final class PartFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    PartFault(String message) {
        super(message);
    }
}
