package org.herald.web;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;

/** Where the present request comes from. */
@ApplicationScoped
public class Remote {

    private final CurrentVertxRequest current;
    private final Proxies proxies;

    public Remote(CurrentVertxRequest current, Proxies proxies) {
        this.current = current;
        this.proxies = proxies;
    }

    /** The address of whoever asks, as numbers; empty when they have gone already. */
    public String address() {
        var request = current.getCurrent().request();
        var peer = request.remoteAddress();
        String host = peer == null ? null : peer.hostAddress();
        return host == null ? "" : proxies.client(host, request.headers().getAll("X-Forwarded-For"));
    }
}
