package org.herald.web;

import io.quarkus.vertx.http.HttpServer;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Makes pages before a reader asks for them, by asking for them itself through the front door: those that were just
 * published, those that readers asked for until a change removed them, and after the start those that are asked for
 * first. What cannot be made in advance is made when a reader asks.
 */
@Singleton
public class CacheWarmer {

    /** Readers wait for the rest themselves; more would keep them waiting for what they did not ask. */
    private static final int MOST_AT_ONCE = 64;

    private static final long SOON_MILLIS = 1000;

    private static final System.Logger LOG = System.getLogger(CacheWarmer.class.getName());

    private final Instance<HttpServer> server;
    private final Vertx vertx;
    private final HttpClient client;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    CacheWarmer(Instance<HttpServer> server, Vertx vertx) {
        this.server = server;
        this.vertx = vertx;
        this.client =
                vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(2).setMaxWaitQueueSize(MOST_AT_ONCE));
    }

    /** Makes the pages at these addresses, the first ones first, without waiting for them. */
    public void make(Collection<String> addresses) {
        URI base = server.get().getLocalBaseUri();
        addresses.stream()
                .filter(PageCacheFilter::isOurs)
                .limit(MOST_AT_ONCE)
                .filter(address -> underWay.size() < MOST_AT_ONCE && underWay.add(address))
                .forEach(address -> ask(base, address));
    }

    /**
     * Makes the pages at these addresses in a second, so that whoever waits for the start has the processors for themselves.
     *
     * @param addresses asked then, on a thread that may wait for the store
     */
    public void makeSoon(Supplier<List<String>> addresses) {
        vertx.setTimer(SOON_MILLIS, _ -> Thread.ofVirtual().start(() -> makeFirst(addresses)));
    }

    private void makeFirst(Supplier<List<String>> addresses) {
        try {
            make(addresses.get());
        } catch (RuntimeException failure) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The first pages are not made in advance; each is made when a reader asks for it",
                    failure);
        }
    }

    private void ask(URI base, String address) {
        var options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setHost(base.getHost())
                .setPort(base.getPort())
                .setURI(address)
                .putHeader("Accept-Encoding", "br");
        client.request(options)
                .compose(HttpClientRequest::send)
                .compose(answer -> answer.end())
                .onComplete(done -> {
                    underWay.remove(address);
                    if (done.failed()) {
                        LOG.log(System.Logger.Level.DEBUG, "Not made in advance: " + address, done.cause());
                    }
                });
    }
}
