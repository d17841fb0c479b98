package org.herald.publish.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Builds tables: caption, head, bodies, foot, header cells with a scope. Pictures in cells follow the table. */
final class TableReader {

    private static final String SPAN = "[1-9][0-9]{0,2}";

    /** What may stand in each part of a table. */
    private static final Map<String, Set<String>> PARTS = Map.of(
            "table", Set.of("caption", "colgroup", "thead", "tbody", "tfoot", "tr"),
            "colgroup", Set.of("col"),
            "thead", Set.of("tr"),
            "tbody", Set.of("tr"),
            "tfoot", Set.of("tr"),
            "tr", Set.of("td", "th"));

    private static final String ROWS = "> tr, > :is(thead, tbody, tfoot) > tr";

    private final StringBuilder out;
    private final InlineReader inline;

    TableReader(StringBuilder out, InlineReader inline) {
        this.out = out;
        this.inline = inline;
    }

    void table(Element table) {
        looseWords(table);
        List<String> captions = table.select("> caption").stream()
                .map(inline::line)
                .filter(caption -> !InlineReader.isEmpty(caption))
                .toList();
        boolean hasRows = table.select(ROWS).select("> td, > th").size() > 0;
        // a table has one caption, and a caption needs a table
        captions.stream()
                .skip(hasRows ? 1 : 0)
                .forEach(caption -> out.append("<p>").append(caption).append("</p>"));
        if (hasRows) {
            out.append("<table>");
            captions.stream()
                    .limit(1)
                    .forEach(caption -> out.append("<caption>").append(caption).append("</caption>"));
            rows(table);
        }
        inline.takePictures().forEach(picture -> new FigureReader(out, inline).picture(picture, ""));
    }

    /** What stands between rows and cells stands before the table, as browsers show it. */
    private void looseWords(Element table) {
        var loose = new Element("div");
        var parts = new ArrayList<>(List.of(table));
        parts.addAll(table.select("> :is(thead, tbody, tfoot, colgroup), " + ROWS));
        for (Element part : parts) {
            for (Node child : List.copyOf(part.childNodes())) {
                boolean isPart = child instanceof Element element
                        && PARTS.getOrDefault(part.normalName(), Set.of()).contains(element.normalName());
                if (!isPart) {
                    loose.appendChild(child);
                }
            }
        }
        out.append(new BodyReader().read(loose));
    }

    private void rows(Element table) {
        part("thead", table.select("> thead > tr"));
        part("tbody", table.select("> tr, > tbody > tr"));
        part("tfoot", table.select("> tfoot > tr"));
        out.append("</table>");
    }

    private void part(String name, List<Element> rows) {
        if (rows.isEmpty()) {
            return;
        }
        out.append('<').append(name).append('>');
        for (Element row : rows) {
            out.append("<tr>");
            row.children().forEach(cell -> cell(turned(cell), name));
            out.append("</tr>");
        }
        out.append("</").append(name).append('>');
    }

    private void cell(Element cell, String part) {
        String name = cell.normalName();
        if (!name.equals("td") && !name.equals("th")) {
            return;
        }
        out.append('<').append(name);
        for (String span : List.of("colspan", "rowspan")) {
            if (cell.attr(span).matches(SPAN)) {
                out.append(' ')
                        .append(span)
                        .append("=\"")
                        .append(cell.attr(span))
                        .append('"');
            }
        }
        if (name.equals("th")) {
            String scope =
                    cell.attr("scope").matches("col|row") ? cell.attr("scope") : part.equals("thead") ? "col" : "row";
            out.append(" scope=\"").append(scope).append('"');
        }
        out.append('>').append(inline.line(cell));
        out.append("</").append(name).append('>');
    }

    /** The cell with the language and direction of its row or table, which a body does not keep there. */
    private static Element turned(Element cell) {
        for (String turn : List.of("lang", "dir")) {
            Element around = cell.closest("[" + turn + "]");
            Element table = cell.closest("table");
            if (around != null && table != null && (around.equals(table) || table.equals(around.closest("table")))) {
                cell.attr(turn, around.attr(turn));
            }
        }
        return cell;
    }
}
