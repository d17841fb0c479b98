package org.herald.web;

import io.netty.util.NetUtil;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;

/** Where the present request comes from. */
@ApplicationScoped
public class Remote {

    private final CurrentVertxRequest current;
    private final Proxies proxies;

    public Remote(CurrentVertxRequest current, Proxies proxies) {
        this.current = current;
        this.proxies = proxies;
    }

    /** The address of the client in numbers, IPv6 as RFC 5952 spells it; empty when the client has gone already. */
    public String address() {
        var request = current.getCurrent().request();
        var peer = request.remoteAddress();
        String host = peer == null ? null : peer.hostAddress();
        return host == null
                ? ""
                : spelled(proxies.client(host, request.headers().getAll("X-Forwarded-For")));
    }

    /** The one spelling of an address, without its zone; what is no address stays as it is. */
    static String spelled(String address) {
        try {
            return NetUtil.toAddressString(InetAddress.ofLiteral(address.replaceFirst("%.*", "")));
        } catch (IllegalArgumentException noAddress) {
            return address;
        }
    }
}
