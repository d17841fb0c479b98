package org.herald.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads a YAML file into values with their positions. It works on the events of the parser, so that neither deep nesting
 * nor anchors that multiply (“billion laughs”) cost more than the limits say.
 */
public final class YamlReader {

    static final int MOST_NESTED = 32;
    static final int MOST_VALUES = 20_000;

    private static final String NOT_YAML = "this is not YAML: ";

    private final Path file;
    private final Faults faults;
    private final Iterator<Event> events;
    private final Map<Anchor, Anchored> anchors = new HashMap<>();

    private int values; // counts what was read, aliases with all that they stand for

    /** A finished value with the number of values in it. */
    private record Anchored(ConfigNode node, int values) {}

    /** The file cannot be read further. */
    private static final class Unreadable extends RuntimeException {

        private final transient Origin origin;

        Unreadable(Origin origin, String sentence) {
            super(sentence, null, false, false);
            this.origin = origin;
        }

        String sentence() {
            return String.valueOf(getMessage());
        }
    }

    private YamlReader(Path file, String text, Faults faults) {
        this.file = file;
        this.faults = faults;
        this.events = new Parse(LoadSettings.builder().setLabel(file.toString()).build())
                .parseString(text)
                .iterator();
    }

    /**
     * The value that a file holds; absent when the file is empty, or unreadable, which is then among the faults.
     *
     * @param absent what is said, beside the name of the file, where there is none
     * @throws SettingsFault when there is no file or it cannot be opened
     */
    public static Optional<ConfigNode> read(Path file, String absent, Faults faults) {
        return TextFile.read(file, absent, faults).flatMap(text -> parse(file, text, faults));
    }

    static Optional<ConfigNode> parse(Path file, String text, Faults faults) {
        var reader = new YamlReader(file, text, faults);
        try {
            return reader.document();
        } catch (Unreadable unreadable) {
            faults.add(unreadable.origin, unreadable.sentence());
        } catch (MarkedYamlEngineException fault) {
            Origin origin = reader.origin(fault.getProblemMark());
            faults.add(origin, NOT_YAML + Tabs.in(text, origin).orElse(fault.getProblem() + "."));
        } catch (YamlEngineException fault) {
            faults.add(Origin.InFile.whole(file), NOT_YAML + fault.getMessage());
        }
        return Optional.empty();
    }

    private Optional<ConfigNode> document() {
        Optional<ConfigNode> root = Optional.empty();
        while (events.hasNext()) {
            Event event = events.next();
            switch (event.getEventId()) {
                case StreamStart, StreamEnd, DocumentEnd, Comment -> {}
                case DocumentStart -> {
                    if (root.isPresent()) {
                        throw unreadable(event, NOT_YAML + "a second document begins; leave out the line \"---\".");
                    }
                }
                default -> root = Optional.of(node(event, "", 0));
            }
        }
        return root.filter(node -> !(node instanceof ConfigNode.Text text && text.isAbsent()));
    }

    private ConfigNode node(Event event, String path, int depth) {
        count(event, 1);
        if (depth > MOST_NESTED) {
            throw unreadable(event, "values are nested deeper than " + MOST_NESTED + " levels.");
        }
        int before = values;
        ConfigNode node = switch (event) {
            case AliasEvent alias -> aliased(alias);
            case ScalarEvent scalar -> new ConfigNode.Text(origin(event), scalar.getValue(), scalar.isPlain());
            case SequenceStartEvent _ -> items(event, path, depth);
            case MappingStartEvent _ -> fields(event, path, depth);
            default -> throw unreadable(event, "this value cannot be read.");
        };
        if (event instanceof NodeEvent anchored && !(event instanceof AliasEvent)) {
            anchored.getAnchor().ifPresent(anchor -> anchors.put(anchor, new Anchored(node, values - before + 1)));
        }
        return node;
    }

    private ConfigNode aliased(AliasEvent alias) {
        Anchored found = anchors.get(alias.getAlias());
        if (found == null) {
            String name = alias.getAlias().getValue();
            throw unreadable(
                    alias,
                    NOT_YAML + "\"*" + name + "\" stands for \"&" + name + "\", which is not complete before it.");
        }
        count(alias, found.values());
        return found.node();
    }

    private void count(Event event, int more) {
        values += more;
        if (values > MOST_VALUES) {
            throw unreadable(
                    event, "there are more than " + MOST_VALUES + " values, counted with what anchors repeat.");
        }
    }

    private ConfigNode items(Event start, String path, int depth) {
        List<ConfigNode> items = new ArrayList<>();
        for (Event event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
            items.add(node(event, path, depth + 1));
        }
        return new ConfigNode.Items(origin(start), items);
    }

    private ConfigNode fields(Event start, String path, int depth) {
        var fields = new LinkedHashMap<String, ConfigNode.Field>();
        for (Event event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
            if (!(node(event, path, depth + 1) instanceof ConfigNode.Text(Origin _, String name, boolean _))) {
                throw unreadable(event, "a key must be one plain text.");
            }
            Origin origin = origin(event);
            if (name.equals("<<")) {
                faults.add(origin, "\"<<\" merges maps, which is not supported: write the keys out.");
            }
            String full = path.isEmpty() ? name : path + "." + name;
            ConfigNode value = node(next(), full, depth + 1);
            var earlier = fields.putIfAbsent(name, new ConfigNode.Field(origin, name, value));
            if (earlier != null) {
                faults.add(
                        origin,
                        "\"" + full + "\" is set twice, first in "
                                + earlier.origin().brief() + ".");
            }
        }
        fields.remove("<<");
        return new ConfigNode.Fields(origin(start), List.copyOf(fields.values()));
    }

    private Event next() {
        Event event = events.next();
        return event.getEventId() == Event.ID.Comment ? next() : event;
    }

    private Unreadable unreadable(Event event, String sentence) {
        return new Unreadable(origin(event), sentence);
    }

    private Origin origin(Event event) {
        return origin(event.getStartMark());
    }

    private Origin origin(Optional<Mark> mark) {
        return mark.<Origin>map(at -> new Origin.InFile(file, at.getLine() + 1, at.getColumn() + 1))
                .orElse(Origin.InFile.whole(file));
    }

    /** What editors put into a file unseen, and YAML forbids. */
    private static final class Tabs {

        /** What to do about a tab in the indentation of the line of this position; absent when there is none. */
        static Optional<String> in(String text, Origin origin) {
            return text.lines()
                    .skip(origin instanceof Origin.InFile(Path _, int line, int _) && line > 0 ? line - 1L : 0)
                    .findFirst()
                    .filter(line -> line.substring(
                                    0, line.length() - line.stripLeading().length())
                            .contains("\t"))
                    .map(_ -> "the line is indented with a tab; use spaces.");
        }
    }
}
