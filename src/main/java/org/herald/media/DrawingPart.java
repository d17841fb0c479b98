package org.herald.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An element of a drawing with its words and the elements in it. */
final class DrawingPart {

    private final String name;
    private final Map<String, String> attributes;

    /** {@link String} and {@link DrawingPart}, as they follow each other. */
    private final List<Object> inside = new ArrayList<>();

    DrawingPart(String name, Map<String, String> attributes) {
        this.name = name;
        this.attributes = attributes;
    }

    String name() {
        return name;
    }

    Map<String, String> attributes() {
        return attributes;
    }

    void add(DrawingPart part) {
        inside.add(part);
    }

    void add(String words) {
        inside.add(words);
    }

    List<DrawingPart> parts() {
        return inside.stream()
                .filter(DrawingPart.class::isInstance)
                .map(DrawingPart.class::cast)
                .toList();
    }

    /** The words of this element alone. */
    String words() {
        var words = new StringBuilder();
        inside.stream().filter(String.class::isInstance).forEach(words::append);
        return words.toString();
    }

    void write(StringBuilder out) {
        out.append('<').append(name);
        attributes.forEach((attribute, value) -> {
            out.append(' ').append(attribute).append("=\"");
            escape(value.replace('\t', ' ').replace('\n', ' ').replace('\r', ' '), out);
            out.append('"');
        });
        if (inside.isEmpty()) {
            out.append("/>");
            return;
        }
        out.append('>');
        if (name.equals("style")) {
            escape(DrawingStyle.sheet(words()), out);
        } else {
            for (Object each : inside) {
                if (each instanceof DrawingPart part) {
                    part.write(out);
                } else {
                    escape(each.toString(), out);
                }
            }
        }
        out.append("</").append(name).append('>');
    }

    private static void escape(String text, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            switch (each) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                default -> {
                    if (each >= ' ' || each == '\n' || each == '\t') {
                        out.append(each);
                    }
                }
            }
        }
    }
}
