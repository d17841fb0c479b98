package org.herald.publish;

import java.util.List;
import org.jsoup.nodes.Element;

/** Builds tables: caption, head, bodies, foot, header cells with a scope. Pictures in cells follow the table. */
final class TableReader {

    private static final String SPAN = "[1-9][0-9]{0,2}";

    private final StringBuilder out;
    private final InlineReader inline;

    TableReader(StringBuilder out, InlineReader inline) {
        this.out = out;
        this.inline = inline;
    }

    void table(Element table) {
        var rows = table.select("tr");
        if (rows.isEmpty()) {
            return;
        }
        out.append("<table>");
        Element caption = table.selectFirst("caption");
        if (caption != null && !InlineReader.isEmpty(inline.read(caption.childNodes()))) {
            out.append("<caption>")
                    .append(inline.read(caption.childNodes()).strip())
                    .append("</caption>");
        }
        part("thead", table.select("> thead > tr"));
        part("tbody", table.select("> tbody > tr"));
        part("tfoot", table.select("> tfoot > tr"));
        out.append("</table>");
        table.select("img").forEach(picture -> new FigureReader(out, inline).picture(picture, ""));
    }

    private void part(String name, List<Element> rows) {
        if (rows.isEmpty()) {
            return;
        }
        out.append('<').append(name).append('>');
        for (Element row : rows) {
            out.append("<tr>");
            row.children().forEach(cell -> cell(cell, name));
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
        out.append('>').append(inline.read(cell.childNodes()).strip());
        out.append("</").append(name).append('>');
    }
}
