package org.herald.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.herald.exchange.csv.CsvImport.Step;
import org.herald.exchange.csv.ImportNote;
import org.herald.exchange.csv.ImportResult;

/** Tells what an import of entries says: the first faults on the terminal, all of them in a file. */
final class EntryReport implements AutoCloseable {

    /** More than these would push what matters out of sight. */
    private static final int MOST_TOLD = 500;

    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final Map<Step, String> WORDS =
            Map.of(Step.CHECKING, "Checking", Step.WRITING, "Writing", Step.JOINING, "Joining");

    private final Path file;
    private final PrintWriter report;
    private final PrintWriter out;
    private final String unit;
    private int told; // notes on the terminal
    private int untold; // notes in the file alone
    private Step step = Step.CHECKING; // changes with what is reported
    private long began = System.nanoTime(); // of the step
    private long spoken = began; // when progress was told last

    /** @param unit what one entry of the file is called: row */
    EntryReport(Path folder, String name, String unit, PrintWriter out) throws IOException {
        Files.createDirectories(folder);
        this.file = folder.resolve(name + ".txt");
        this.report = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
        this.out = out;
        this.unit = unit;
    }

    void note(ImportNote note) {
        report.println(note.text());
        if (told < MOST_TOLD) {
            told++;
            out.println("  " + note.text());
        } else {
            untold++;
        }
    }

    void at(Step now, long done, long total) {
        long nanos = System.nanoTime();
        if (now != step) {
            step = now;
            began = nanos;
            spoken = nanos;
        }
        if (done == 0 || nanos - spoken < EVERY.toNanos()) {
            return;
        }
        spoken = nanos;
        double rate = done / Math.max((nanos - began) / 1e9, 0.001);
        out.printf(
                Locale.ROOT,
                "  %s %ss: %,d%s, %,.0f a second%n",
                WORDS.get(now),
                unit,
                done,
                total == 0 ? "" : String.format(Locale.ROOT, " of %,d", total),
                rate);
        out.flush();
    }

    /** The last lines. */
    void end(ImportResult result) {
        String summary = String.format(
                Locale.ROOT,
                "%,d %ss: %,d created, %,d revised, %,d unchanged, %,d left out.",
                result.rows(),
                unit,
                result.created(),
                result.revised(),
                result.unchanged(),
                result.left());
        report.println(summary);
        out.println(summary);
        if (untold > 0) {
            out.println(untold + " more lines are in " + file + ".");
        }
    }

    Path file() {
        return file;
    }

    @Override
    public void close() {
        report.close();
    }
}
