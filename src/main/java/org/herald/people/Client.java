package org.herald.people;

/**
 * From where somebody asks.
 *
 * @param address of their machine
 * @param agent what their browser calls itself
 * @param device the cookie that says that this browser signed in before; empty when it has none
 * @param session the secret of the session that this browser has, or had; empty when it has none
 */
public record Client(String address, String agent, String device, String session) {

    /** A browser that is signed in nowhere. */
    public Client(String address, String agent, String device) {
        this(address, agent, device, "");
    }

    @Override
    public String toString() {
        return "Client[" + address + ", " + agent + "]";
    }
}
