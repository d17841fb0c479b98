package org.herald.cli;

/** Something on the operator's machine stands in the way; the message says what, and what to do. */
final class OperatorFault extends RuntimeException {

    OperatorFault(String message) {
        super(message);
    }
}
