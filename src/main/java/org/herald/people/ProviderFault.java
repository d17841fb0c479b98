package org.herald.people;

/** The OpenID provider did not answer, or not as it should. */
final class ProviderFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    ProviderFault(String message, Throwable cause) {
        super(message, cause);
    }

    ProviderFault(String message) {
        super(message);
    }
}
