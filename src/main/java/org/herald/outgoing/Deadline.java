package org.herald.outgoing;

import java.net.SocketTimeoutException;
import java.time.Duration;

/** By when something must be done. */
final class Deadline {

    private final long end;

    Deadline(Duration whole) {
        this.end = System.nanoTime() + whole.toNanos();
    }

    boolean isOver() {
        return System.nanoTime() - end >= 0;
    }

    /** The milliseconds that are left, at most as many as this. */
    int left(Duration most) throws SocketTimeoutException {
        long left = end - System.nanoTime();
        if (left <= 0) {
            throw new SocketTimeoutException("it took too long");
        }
        return (int) Math.max(1, Math.min(left, most.toNanos()) / 1_000_000);
    }
}
