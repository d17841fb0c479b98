package org.herald.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Whether this process is asked to stop in the middle of a long command: by Ctrl+C, or by the system. The end of the
 * process waits up to half a minute for the command to come to a good place and close this.
 */
final class StopRequest implements AutoCloseable {

    private static final int LONGEST_SECONDS = 30;

    private final AtomicBoolean isMade = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);

    private StopRequest() {}

    static StopRequest watch() {
        var request = new StopRequest();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(request::makeAndWait));
        return request;
    }

    boolean isMade() {
        return isMade.get();
    }

    private void makeAndWait() {
        isMade.set(true);
        try {
            if (!ended.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                Thread.currentThread().interrupt();
            }
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended.countDown();
    }
}
