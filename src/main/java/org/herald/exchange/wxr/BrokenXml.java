package org.herald.exchange.wxr;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.herald.model.Blank;

/** Says in one plain sentence what is wrong with a file that cannot be read to its end, and what to do. */
final class BrokenXml {

    private static final int EXCERPT = 60;
    private static final Pattern UNCLOSED = Pattern.compile("element type \"([^\"]{1,80})\" must be terminated");
    private static final Pattern CUT = Pattern.compile("within the same entity|[Pp]remature end|end of file");
    private static final Pattern DOCTYPE = Pattern.compile("document type");
    private static final String EDIT =
            " Open the file in a text editor, mend or delete what is wrong there, and run the same"
                    + " command again; or export again in WordPress.";

    private BrokenXml() {}

    /** @param linesBefore how many lines of the file the parser did not see */
    static WxrFault of(Path file, XMLStreamException fault, int linesBefore) {
        String parser = String.valueOf(fault.getMessage()).replaceFirst("(?s)^.*Message: ", "");
        var at = fault.getLocation();
        if (at == null) {
            return new WxrFault("Cannot read " + file + ": " + parser.replaceFirst("^[\\w.]+Exception: ", "") + ".");
        }
        int line = at.getLineNumber() + linesBefore;
        return new WxrFault(file + ", line " + line + ", column " + at.getColumnNumber() + ": the file is broken: "
                + why(parser, excerpt(file, line, at.getColumnNumber())));
    }

    private static String why(String parser, String excerpt) {
        var unclosed = UNCLOSED.matcher(parser);
        if (CUT.matcher(parser).find()) {
            return "it ends in the middle of the export. The old server stopped writing it, mostly at a limit of time:"
                    + " export again, in parts by date.";
        }
        if (DOCTYPE.matcher(parser).find()) {
            return "it has a document type (<!DOCTYPE), which no export has. Delete it there, and run the same command"
                    + " again.";
        }
        return unclosed.find()
                ? "the tag <" + unclosed.group(1) + "> is opened before this place and not closed" + excerpt + "."
                        + EDIT
                : "what stands there is not XML" + excerpt + "." + EDIT;
    }

    /** What stands at this place, for an operator who looks for it. */
    private static String excerpt(Path file, int line, int column) {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            String text = lines.lines().skip(line - 1L).findFirst().orElse("");
            int until = Math.max(0, Math.min(text.length(), column - 1));
            String near = new String(
                            text.substring(Math.max(0, until - EXCERPT), until).getBytes(StandardCharsets.ISO_8859_1),
                            StandardCharsets.UTF_8)
                    .replaceAll("[\\p{Cntrl}\ufffd]+", " ");
            return Blank.is(near) ? "" : ", after “" + Blank.strip(near) + "”";
        } catch (IOException unreadable) {
            return "";
        }
    }
}
