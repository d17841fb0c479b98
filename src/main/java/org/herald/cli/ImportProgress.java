package org.herald.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.herald.exchange.wxr.WxrImport.Step;

/** Tells how far an import is, at most every two seconds: share, rate, time left. */
final class ImportProgress {

    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final Map<Step, String> WORDS = Map.of(
            Step.READING, "Reading the file",
            Step.ATTACHMENTS, "Recording attachments",
            Step.POSTS, "Taking posts",
            Step.LINKS, "Joining links");

    private final PrintWriter out;
    private Step step = Step.READING; // changes with what is reported
    private long began = System.nanoTime(); // of the step
    private long told = began; // when something was said last

    ImportProgress(PrintWriter out) {
        this.out = out;
    }

    void at(Step now, long done, long total) {
        long nanos = System.nanoTime();
        if (now != step) {
            step = now;
            began = nanos;
            told = nanos;
        }
        if (nanos - told < EVERY.toNanos() || total == 0) {
            return;
        }
        told = nanos;
        double seconds = (nanos - began) / 1e9;
        double rate = done / seconds;
        String measured = now == Step.ATTACHMENTS
                ? String.format(Locale.ROOT, "%,.0f a second", rate)
                : String.format(Locale.ROOT, "%.1f MB a second", rate / 1e6);
        out.printf(
                Locale.ROOT,
                "  %s: %d %%, %s, about %s left%n",
                WORDS.get(now),
                done * 100 / total,
                measured,
                left((total - done) / Math.max(rate, 1)));
        out.flush();
    }

    private static String left(double seconds) {
        return seconds < 90
                ? Math.round(seconds) + " s"
                : seconds < 5400 ? Math.round(seconds / 60) + " min" : Math.round(seconds / 3600) + " h";
    }
}
