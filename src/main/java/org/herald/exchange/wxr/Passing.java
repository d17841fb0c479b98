package org.herald.exchange.wxr;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.herald.publish.CommandBus;
import org.herald.publish.UnitOfWork;

/**
 * Takes many parts of an export in one transaction, and, when that fails, in smaller ones until the part that cannot be
 * taken is alone: that one is passed over and told.
 */
final class Passing {

    private static final System.Logger LOG = System.getLogger(Passing.class.getName());

    private final CommandBus bus;

    Passing(CommandBus bus) {
        this.bus = bus;
    }

    /** Takes one part, and says what became of it. */
    @FunctionalInterface
    interface Step<P> {
        List<ReportEntry> take(UnitOfWork unit, P part);
    }

    /**
     * Takes all parts but those that cannot be taken.
     *
     * @param remembered asked before each transaction; what it returns undoes in memory what the transaction did
     * @param left the line of a part that was passed over, with the reason
     * @throws RuntimeException when the database fails, or the report
     */
    <P> List<ReportEntry> each(
            List<P> parts, Step<P> step, Supplier<Runnable> remembered, BiFunction<P, String, ReportEntry> left) {
        if (parts.isEmpty()) {
            return List.of();
        }
        Runnable undo = remembered.get();
        try {
            return bus.together(PostImporter.IMPORTER, unit -> {
                var lines = new ArrayList<ReportEntry>();
                parts.forEach(part -> lines.addAll(step.take(unit, part)));
                return lines;
            });
        } catch (WxrFault fault) {
            throw fault;
        } catch (RuntimeException | StackOverflowError fault) {
            if (!CommandBus.isOfContent(fault)) {
                throw fault;
            }
            undo.run();
            if (parts.size() == 1) {
                LOG.log(System.Logger.Level.DEBUG, "A part of an export was passed over", fault);
                return List.of(left.apply(parts.getFirst(), why(fault)));
            }
        }
        int half = parts.size() / 2;
        var lines = new ArrayList<>(each(parts.subList(0, half), step, remembered, left));
        lines.addAll(each(parts.subList(half, parts.size()), step, remembered, left));
        return lines;
    }

    private static String why(Throwable fault) {
        return switch (fault) {
            case PartFault ours -> "left out: " + ours.getMessage();
            case StackOverflowError _ -> "left out: its elements stand inside one another too deep to be read";
            default -> "left out: it cannot be taken (" + fault + ")";
        };
    }
}
