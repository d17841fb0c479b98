package org.herald.outgoing;

/** Why a request was not made, or its answer not taken; the message is a sentence for people. */
public final class OutgoingFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    public OutgoingFault(String message) {
        super(message);
    }
}
