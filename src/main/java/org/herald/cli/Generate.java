package org.herald.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.herald.config.Settings;
import org.herald.model.Body;
import org.herald.model.Content;
import org.herald.model.Principal;
import org.herald.model.SectionId;
import org.herald.model.kind.Fields;
import org.herald.model.kind.KindName;
import org.herald.model.kind.Newspaper;
import org.herald.publish.CommandBus;
import org.herald.publish.Create;
import org.herald.publish.Publish;
import org.herald.publish.UnitOfWork;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code herald generate}: fills a portal with made-up articles, to try how it behaves when it is large. */
@Command(
        name = "generate",
        description =
                "Fill the portal with N generated articles over ten years, to try how it behaves when it is large.")
final class Generate implements Callable<Integer> {
    private static final Fields FIELDS = Fields.NONE
            .with(Newspaper.KICKER, "Generated")
            .with(Newspaper.DATELINE, "Minsk")
            .with(Newspaper.BYLINE, "Generated")
            .with(Newspaper.SOURCE, "Generated");

    private static final Principal GENERATOR = Principal.GENERATOR;
    private static final int AT_ONCE = 500;
    private static final Duration SPAN = Duration.ofDays(3650);
    private static final List<String> WORDS = List.of(
            "river",
            "castle",
            "forest",
            "museum",
            "linen",
            "lake",
            "archive",
            "bridge",
            "garden",
            "library",
            "weaver",
            "stork",
            "meadow",
            "tower",
            "harvest",
            "chronicle",
            "workshop",
            "trail",
            "spring",
            "manuscript",
            "observatory",
            "mill",
            "fortress",
            "orchard",
            "choir",
            "pottery",
            "canal",
            "reserve",
            "village",
            "winter");

    @Parameters(index = "0", paramLabel = "N", description = "How many articles.")
    private int count; // set by picocli

    @Option(names = "--section", defaultValue = "news", description = "The section (default: ${DEFAULT-VALUE}).")
    private String section = "news"; // set by picocli

    @Option(names = "--seed", defaultValue = "1", description = "The same seed gives the same articles.")
    private long seed; // set by picocli

    @Option(
            names = "--every",
            paramLabel = "SECONDS",
            description = "Publish them now, one by one, one every so many seconds, instead of all over ten years.")
    private int every; // set by picocli

    @Mixin
    private SiteOption site = new SiteOption(); // set by picocli

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec; // set by picocli

    @Override
    public Integer call() {
        if (count < 1) {
            throw new OperatorFault(count + " articles cannot be generated: give a number from 1.");
        }
        if (every < 0) {
            throw new OperatorFault("--every " + every + " lies in the past: give a number of seconds from 1.");
        }
        Settings settings = site.settings();
        PrintWriter out = spec.commandLine().getOut();
        var random = new SplittableRandom(seed);
        InstantSource clock = Wiring.clock();
        Instant now = clock.instant();
        try (var database = Databases.open(settings)) {
            var bus = new CommandBus(database, clock, settings.zone(), settings.portal(), Wiring.rules(settings));
            if (every > 0) {
                publishOneByOne(bus, settings, random, clock, out);
                return 0;
            }
            long began = System.nanoTime();
            for (int done = 0; done < count; done += AT_ONCE) {
                int step = Math.min(AT_ONCE, count - done);
                int from = done;
                int written = bus.together(GENERATOR, unit -> {
                    SectionId target = target(unit);
                    for (int i = 0; i < step; i++) {
                        write(unit, settings, target, random, published(now, from + i));
                    }
                    return step;
                });
                double seconds = (System.nanoTime() - began) / 1e9;
                out.printf(
                        Locale.ROOT,
                        "%d of %d articles, %.0f a second%n",
                        done + written,
                        count,
                        (done + written) / seconds);
            }
        }
        return 0;
    }

    private void publishOneByOne(
            CommandBus bus, Settings settings, SplittableRandom random, InstantSource clock, PrintWriter out) {
        for (int done = 0; done < count; done++) {
            if (done > 0 && !pause()) {
                return;
            }
            int number = done + 1;
            Instant now = clock.instant();
            int written = bus.together(GENERATOR, unit -> {
                write(unit, settings, target(unit), random, now);
                return number;
            });
            out.printf(Locale.ROOT, "%d of %d articles%n", written, count);
            out.flush();
        }
    }

    /** Whether to go on after the pause. */
    private boolean pause() {
        try {
            Thread.sleep(Duration.ofSeconds(every));
            return true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private SectionId target(UnitOfWork unit) {
        return unit.sectionAt(section)
                .orElseThrow(() -> new OperatorFault(
                        "The portal has no section \"" + section + "\": name one of its sections with --section."));
    }

    /** Spread evenly over the span, oldest first. */
    private Instant published(Instant now, int index) {
        return now.minus(SPAN).plus(SPAN.multipliedBy(index).dividedBy(Math.max(1, count)));
    }

    private static void write(
            UnitOfWork unit, Settings settings, SectionId section, SplittableRandom random, Instant published) {
        var paragraphs = new ArrayList<String>();
        for (int i = 0; i < 8; i++) {
            paragraphs.add("<p>" + sentence(random, 45) + "</p>");
        }
        var item = unit.carryOut(new Create(
                        KindName.ARTICLE,
                        settings.defaultLanguage(),
                        null,
                        section,
                        null,
                        new Content(
                                sentence(random, 7),
                                sentence(random, 18),
                                null,
                                List.of(WORDS.get(random.nextInt(WORDS.size()))),
                                new Body(String.join("", paragraphs)),
                                FIELDS),
                        null))
                .orThrow();
        unit.carryOut(new Publish(item, published)).orThrow();
    }

    private static String sentence(SplittableRandom random, int length) {
        var words = new StringBuilder();
        for (int i = 0; i < length; i++) {
            String word = WORDS.get(random.nextInt(WORDS.size()));
            words.append(i == 0 ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : " " + word);
        }
        return words.toString();
    }
}
