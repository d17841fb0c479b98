package org.herald.exchange.wxr;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.herald.media.LeftOver;

/**
 * The report of an import, written line by line as text and as JSON while it runs, because it can be longer than memory.
 * The files have the ending {@code .part} until it is complete. What a run that was killed had reported is kept as text.
 */
public final class ImportReport implements AutoCloseable {

    private static final Pattern INCOMPLETE = Pattern.compile("(?<run>wxr-.*)\\.txt(\\.[0-9]+)?\\.part");
    private static final Pattern UNREADABLE = Pattern.compile("wxr-.*\\.json(\\.[0-9]+)?\\.part");

    private final Path text;
    private final Path json;
    private final BufferedWriter lines;
    private final JsonGenerator items;
    private final Map<String, Map<ReportEntry.Became, Integer>> totals = new TreeMap<>();
    private final List<String> remarks = new ArrayList<>();

    /**
     * @param folder made when it is missing
     * @param name the name of the report's files without their ending
     */
    public ImportReport(Path folder, String name) {
        this.text = folder.resolve(name + ".txt");
        this.json = folder.resolve(name + ".json");
        try {
            Files.createDirectories(folder);
            keepIncomplete(folder);
            this.lines = Files.newBufferedWriter(part(text));
            this.items = new JsonFactory().createGenerator(Files.newBufferedWriter(part(json)));
            items.useDefaultPrettyPrinter();
            items.writeStartObject();
            items.writeArrayFieldStart("items");
        } catch (IOException fault) {
            throw new WxrFault("The report cannot be written to " + folder + ": " + fault.getMessage()
                    + ". Choose another folder with --report.");
        }
    }

    /** Where the text is when the report is complete. */
    public Path text() {
        return text;
    }

    /** What an operator should know of the import as a whole. */
    public List<String> remarks() {
        return List.copyOf(remarks);
    }

    void remark(String text) {
        remarks.add(text);
    }

    void add(List<ReportEntry> some) {
        some.forEach(entry -> totals.computeIfAbsent(entry.type(), _ -> new EnumMap<>(ReportEntry.Became.class))
                .merge(entry.became(), 1, Integer::sum));
        addNotes(some);
    }

    /** Adds lines of parts that were counted before. */
    void addNotes(List<ReportEntry> some) {
        try {
            for (ReportEntry entry : some) {
                write(entry);
            }
            lines.flush();
            items.flush();
        } catch (IOException fault) {
            throw unwritable(fault);
        }
    }

    private void write(ReportEntry entry) throws IOException {
        lines.write(String.format(
                Locale.ROOT,
                "line %-7d %-14s %-8d %-10s %s%s%n",
                entry.line(),
                entry.type(),
                entry.id(),
                entry.became().word(),
                entry.title().isEmpty() ? "(no title)" : entry.title(),
                entry.address().isEmpty() ? "" : "  -> " + entry.address()));
        for (String note : entry.notes()) {
            lines.write("             " + note + System.lineSeparator());
        }
        items.writeStartObject();
        items.writeNumberField("line", entry.line());
        items.writeStringField("type", entry.type());
        items.writeNumberField("id", entry.id());
        items.writeStringField("title", entry.title());
        items.writeStringField("became", entry.became().word());
        items.writeStringField("address", entry.address());
        items.writeArrayFieldStart("notes");
        for (String note : entry.notes()) {
            items.writeString(note);
        }
        items.writeEndArray();
        items.writeEndObject();
    }

    /** How many parts of each type became what. */
    public Map<String, Map<ReportEntry.Became, Integer>> totals() {
        return totals;
    }

    /** The totals as lines of text. */
    public String summary(Map<String, Integer> inFile) {
        var out = new StringBuilder();
        inFile.forEach((type, count) -> {
            out.append(String.format(Locale.ROOT, "%-16s %,9d in the file", type, count));
            totals.getOrDefault(type, Map.of())
                    .forEach((became, number) ->
                            out.append(String.format(Locale.ROOT, ", %,d %s", number, became.word())));
            out.append(System.lineSeparator());
        });
        totals.forEach((type, became) -> {
            if (!inFile.containsKey(type)) {
                out.append(String.format(Locale.ROOT, "%-16s ", type))
                        .append(became.entrySet().stream()
                                .map(each -> String.format(
                                        Locale.ROOT,
                                        "%,9d %s",
                                        each.getValue(),
                                        each.getKey().word()))
                                .collect(Collectors.joining(", ")))
                        .append(System.lineSeparator());
            }
        });
        return out.toString();
    }

    /** The report of a run that was killed is text to its last whole line; its JSON cannot be read. */
    private void keepIncomplete(Path folder) throws IOException {
        for (Path left : LeftOver.in(folder)) {
            var name = INCOMPLETE.matcher(left.getFileName().toString());
            if (name.matches()) {
                Path kept = left.resolveSibling(name.group("run") + "-incomplete.txt");
                Files.move(left, kept, StandardCopyOption.REPLACE_EXISTING);
                remark("An earlier import was killed. What it had done until then stands in " + kept + ".");
            } else if (UNREADABLE.matcher(left.getFileName().toString()).matches()) {
                Files.delete(left);
            }
        }
    }

    /** Ends the report of a run that was stopped before its end. */
    void stop() {
        remark("This import was stopped before the end of the file.");
        complete(Map.of());
    }

    /** Ends the report and gives its files their names. */
    void complete(Map<String, Integer> inFile) {
        try {
            lines.write(System.lineSeparator() + summary(inFile));
            for (String remark : remarks) {
                lines.write(System.lineSeparator() + remark + System.lineSeparator());
            }
            items.writeEndArray();
            items.writeArrayFieldStart("remarks");
            for (String remark : remarks) {
                items.writeString(remark);
            }
            items.writeEndArray();
            items.writeObjectFieldStart("totals");
            for (var type : inFile.entrySet()) {
                items.writeObjectFieldStart(type.getKey());
                items.writeNumberField("in file", type.getValue());
                for (var became : totals.getOrDefault(type.getKey(), Map.of()).entrySet()) {
                    items.writeNumberField(became.getKey().word(), became.getValue());
                }
                items.writeEndObject();
            }
            items.writeEndObject();
            items.writeEndObject();
            close();
            Files.move(part(text), text, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part(json), json, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException fault) {
            throw unwritable(fault);
        }
    }

    @Override
    public void close() {
        try {
            lines.close();
            items.close();
        } catch (IOException fault) {
            throw unwritable(fault);
        }
    }

    private WxrFault unwritable(IOException fault) {
        return new WxrFault("The report cannot be written to " + part(text) + ": " + fault.getMessage()
                + ". What was imported so far is kept; make room and run the same command again to go on.");
    }

    private static Path part(Path file) {
        return file.resolveSibling(file.getFileName() + "." + LeftOver.ENDING);
    }
}
