package org.herald.exchange.wxr;

/** A file that cannot be read as a WordPress export, with the place where reading ended. */
public final class WxrFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    WxrFault(String message) {
        super(message);
    }
}
