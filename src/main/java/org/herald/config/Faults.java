package org.herald.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.herald.model.Spelling;

/** Collects everything that is wrong with declarations, so that one start names it all, and notes that stop nothing. */
public final class Faults {

    private static final int MOST_TOLD = 20;

    private final List<Fault> faults = new ArrayList<>();
    private final List<Fault> notes = new ArrayList<>();

    /**
     * What is told of one position.
     *
     * @param message with the position in it
     */
    private record Fault(Origin origin, String message) {

        static Fault of(Origin origin, String sentence) {
            return new Fault(origin, origin + ": " + sentence);
        }
    }

    /** Something that stops the start. */
    public void add(Origin origin, String sentence) {
        faults.add(Fault.of(origin, sentence));
    }

    /** Something about a whole file, which the message names in its own words. */
    public void add(Path file, String message) {
        faults.add(new Fault(Origin.InFile.whole(file), message));
    }

    /** Something that the operator should know, and that stops nothing. */
    public void note(Origin origin, String sentence) {
        notes.add(Fault.of(origin, sentence));
    }

    /** The question whether another word was meant; empty when no known word is near. */
    public static String didYouMean(String word, Set<String> known) {
        return Spelling.nearest(word, known).map(Faults::question).orElse("");
    }

    static String question(String word) {
        return " Did you mean \"" + word + "\"?";
    }

    public boolean isEmpty() {
        return faults.isEmpty();
    }

    /** How many faults there are. */
    int count() {
        return faults.size();
    }

    /** The notes, in the order of the file. */
    public List<String> notes() {
        return told(notes).toList();
    }

    /**
     * Stops when anything is wrong.
     *
     * @throws SettingsFault with all faults in the order of the file
     */
    public void throwIfAny() {
        if (faults.isEmpty()) {
            return;
        }
        var told = new ArrayList<>(told(faults).limit(MOST_TOLD).toList());
        if (faults.size() > MOST_TOLD) {
            told.add("And " + (faults.size() - MOST_TOLD) + " more faults.");
        }
        throw new SettingsFault(told);
    }

    private static Stream<String> told(List<Fault> faults) {
        return faults.stream()
                .sorted(Comparator.comparing(Fault::origin, Origin.ORDER))
                .map(Fault::message);
    }
}
