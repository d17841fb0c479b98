package org.herald.exchange.wxr;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.herald.model.Blank;
import org.jsoup.nodes.Entities;

/**
 * Content of the block editor: HTML between comments that name blocks ({@code <!-- wp:paragraph -->}). The comments go,
 * the HTML stays; blocks without HTML of their own are told in words or left out with a note. Text between blocks is the
 * classic editor's.
 */
final class Blocks {

    private static final Pattern COMMENT = Pattern.compile("<!--\\s++(/?)wp:([a-z0-9/_-]++)");
    private static final String END = "-->";
    private static final int DEEPEST = 4;

    /** Blocks that are a line of a menu or a list of links, and tell their address among their attributes. */
    private static final Set<String> LINKS =
            Set.of("social-link", "navigation-link", "navigation-submenu", "home-link");
    /** Blocks that show nothing by themselves. */
    private static final Set<String> SILENT = Set.of("spacer", "separator", "more", "nextpage", "footnotes");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<Long, String> shared;
    private final Notes notes;

    /** @param shared the contents of reusable blocks by their identity */
    Blocks(Map<Long, String> shared, Notes notes) {
        this.shared = shared;
        this.notes = notes;
    }

    static boolean isWrittenIn(String content) {
        return content.contains("<!-- wp:");
    }

    /** The HTML of this content. */
    String html(String content) {
        return html(content, 0);
    }

    private String html(String content, int nesting) {
        var out = new StringBuilder();
        var comment = COMMENT.matcher(content);
        int from = 0;
        int depth = 0;
        while (comment.find(from)) {
            int end = content.indexOf(END, comment.start(2));
            if (end < 0) {
                break;
            }
            between(content.substring(from, comment.start()), depth, out);
            from = end + END.length();
            boolean closes = !comment.group(1).isEmpty();
            int nameEnd = Math.min(comment.end(2), end);
            String rest = content.substring(nameEnd, end).strip();
            if (closes) {
                depth = Math.max(0, depth - 1);
            } else if (rest.endsWith("/")) {
                String name = content.substring(comment.start(2), nameEnd).replaceFirst("^(core|core-embed)/", "");
                alone(name, attributes(rest.substring(0, rest.length() - 1)), nesting, out);
            } else {
                depth++;
            }
        }
        between(content.substring(from), depth, out);
        return out.toString();
    }

    private static void between(String html, int depth, StringBuilder out) {
        out.append(depth == 0 && !Blank.is(html) ? Paragraphs.of(html) : html);
    }

    /** A block that is one comment and no HTML. */
    private void alone(String name, JsonNode attributes, int nesting, StringBuilder out) {
        String address = attributes.path("url").asText("");
        if (LINKS.contains(name)) {
            String label =
                    attributes.path("label").asText(attributes.path("service").asText(address));
            if (!Blank.is(address)) {
                out.append("<p><a href=\"").append(Entities.escape(address)).append("\">");
                out.append(Entities.escape(label)).append("</a></p>");
            }
        } else if (name.equals("block")
                && shared.containsKey(attributes.path("ref").asLong())
                && nesting < DEEPEST) {
            out.append(html(shared.getOrDefault(attributes.path("ref").asLong(), ""), nesting + 1));
            notes.add("converted: a reusable block became part of the text");
        } else if (!SILENT.contains(name)) {
            notes.add("left out: the block \"" + name + "\", which has no text of its own");
        }
    }

    private static JsonNode attributes(String json) {
        try {
            return Blank.is(json) ? MissingNode.getInstance() : JSON.readTree(json);
        } catch (JsonProcessingException malformed) {
            return MissingNode.getInstance();
        }
    }
}
