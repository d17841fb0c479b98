package org.herald.people;

import com.webauthn4j.data.client.Origin;
import java.net.URI;

/**
 * Who we are to a device that keeps passkeys: the host of the portal's address (WebAuthn Level 3, section 5). Passkeys work
 * at this address alone, so that a page that looks like ours cannot use them.
 *
 * @param id the host
 * @param name for the people who look at their passkeys
 * @param origin the address without a path
 */
public record RelyingParty(String id, String name, String origin) {

    private static final String DEVELOPMENT = "localhost";

    /** By the portal's address. */
    public static RelyingParty of(URI address, String name) {
        String port = address.getPort() == -1 ? "" : ":" + address.getPort();
        return new RelyingParty(address.getHost(), name, address.getScheme() + "://" + address.getHost() + port);
    }

    /** True for the portal's origin; where that is this machine itself, at any port. */
    boolean isOurs(Origin sent) {
        return sent.equals(new Origin(origin))
                || (id.equals(DEVELOPMENT) && "http".equals(sent.getScheme()) && DEVELOPMENT.equals(sent.getHost()));
    }
}
