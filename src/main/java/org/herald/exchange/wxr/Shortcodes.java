package org.herald.exchange.wxr;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.herald.model.Blank;
import org.jsoup.nodes.Entities;

/**
 * Shortcodes, WordPress's words in square brackets. Captions, galleries and media become what they meant; one that is not
 * known stays where it stood, marked as code, so that an editor sees it. Brackets that are no shortcode are text.
 */
final class Shortcodes {

    /** Takes what it has taken for ever (possessive), so that no text makes it go back or deep. */
    private static final Pattern OPENING = Pattern.compile(
            "\\[(?<escape>\\[?+)(?<name>[A-Za-z][A-Za-z0-9_-]*+)(?<attributes>(?:\\s++(?:\"[^\"]*+\"|'[^']*+'|[^\\[\\]\"'])*+)?+)\\](?<end>\\]?+)");

    private static final Pattern ATTRIBUTE = Pattern.compile(
            "([\\w-]+)\\s*=\\s*\"([^\"]*)\"|([\\w-]+)\\s*=\\s*'([^']*)'|([\\w-]+)\\s*=\\s*([^\\s\"']+)|\"([^\"]*)\"|(\\S+)");

    private static final Set<String> MEDIA = Set.of("audio", "video", "embed", "youtube", "vimeo", "playlist");
    private static final List<String> SOURCES =
            List.of("src", "mp3", "m4a", "ogg", "wav", "mp4", "m4v", "webm", "ogv", "flv", "wma", "wmv", "url");
    private static final int DEEPEST = 8;

    private final List<Long> children;
    private final Notes notes;

    /** @param children the pictures that hang on the post, which a gallery without list shows */
    Shortcodes(List<Long> children, Notes notes) {
        this.children = List.copyOf(children);
        this.notes = notes;
    }

    String html(String content) {
        return html(content, 0);
    }

    private String html(String content, int depth) {
        if (content.indexOf('[') < 0 || depth > DEEPEST) {
            return content;
        }
        var out = new StringBuilder();
        var opening = OPENING.matcher(content);
        var opaque = new Opaque(content);
        var unclosed = new HashSet<String>();
        int from = 0;
        while (opening.find(from)) {
            int at = opening.start();
            int after = opaque.after(at);
            out.append(content, from, after);
            from = after == at ? shortcode(content, opening.toMatchResult(), depth, unclosed, out) : after;
        }
        return out.append(content, from, content.length()).toString();
    }

    /**
     * Writes one shortcode and says where the text goes on.
     *
     * @param unclosed the closings that are known not to come any more
     */
    private int shortcode(String content, MatchResult found, int depth, Set<String> unclosed, StringBuilder out) {
        String name = found.group("name").toLowerCase(Locale.ROOT);
        if (!found.group("escape").isEmpty()) {
            boolean whole = !found.group("end").isEmpty();
            String inner = found.group();
            out.append(whole ? inner.substring(1, inner.length() - 1) : inner.substring(0, 1));
            return whole ? found.end() : found.start() + 1;
        }
        int end = found.end() - found.group("end").length();
        String written = content.substring(found.start(), end);
        var attributes = attributes(found.group("attributes"));
        String closing = "[/" + found.group("name") + "]";
        int close = written.endsWith("/]") || unclosed.contains(closing) ? -1 : content.indexOf(closing, end);
        if (close < 0 && !written.endsWith("/]")) {
            unclosed.add(closing);
        }
        String inside = close < 0 ? "" : content.substring(end, close);
        int after = close < 0 ? end : close + closing.length();
        switch (name) {
            case "caption", "wp_caption" -> caption(inside, attributes, out);
            case "gallery" -> gallery(attributes, written, out);
            default -> {
                String source = MEDIA.contains(name) ? source(attributes, inside) : "";
                if (!source.isEmpty()) {
                    link(name, source, out);
                    if (!inside.strip().equals(source)) {
                        out.append(html(inside, depth + 1));
                    }
                } else if (close < 0 && !isShortcode(name, found.group("attributes"))) {
                    out.append(written);
                } else {
                    unknown(name, written, inside, close < 0 ? "" : closing, depth, out);
                }
            }
        }
        return after;
    }

    private static void caption(String inside, Map<String, String> attributes, StringBuilder out) {
        var picture = Pattern.compile("(?is)^\\s*(<a\\b[^>]*>\\s*<img\\b[^>]*>\\s*</a>|<img\\b[^>]*>)(.*)$")
                .matcher(inside);
        if (!picture.matches()) {
            out.append(inside);
            return;
        }
        String said = attributes.getOrDefault("caption", "");
        out.append("<figure>").append(picture.group(1)).append("<figcaption>");
        out.append((said + " " + picture.group(2)).strip()).append("</figcaption></figure>");
    }

    /** A gallery names its pictures by identity; which they are is found when addresses are. */
    private void gallery(Map<String, String> attributes, String written, StringBuilder out) {
        var ids = new ArrayList<Long>();
        String listed = attributes.getOrDefault("ids", attributes.getOrDefault("include", ""));
        Pattern.compile("[0-9]{1,18}").matcher(listed).results().forEach(id -> ids.add(Long.parseLong(id.group())));
        if (Blank.is(listed)) {
            ids.addAll(children);
        }
        if (ids.isEmpty()) {
            notes.add("left out: a gallery without pictures, " + written);
            return;
        }
        out.append("<figure class=\"gallery\">");
        ids.forEach(id -> out.append("<img class=\"wp-image-").append(id).append("\" src=\"\" alt=\"\">"));
        out.append("</figure>");
    }

    private static String source(Map<String, String> attributes, String inside) {
        for (String name : SOURCES) {
            if (!Blank.is(attributes.getOrDefault(name, ""))) {
                return attributes.getOrDefault(name, "");
            }
        }
        String first = attributes.getOrDefault("0", "");
        String address = Blank.is(inside) ? first : inside.strip();
        return address.matches("(?i)https?://\\S+") ? address : "";
    }

    private void link(String name, String source, StringBuilder out) {
        String file = OldSite.fileName(source);
        boolean isFile = !name.equals("embed") && file.contains(".");
        out.append("\n\n<p><a href=\"").append(Entities.escape(source)).append("\">");
        out.append(Entities.escape(isFile ? file : source)).append("</a></p>\n\n");
        notes.add("converted: the shortcode [" + name + "] became a link");
    }

    private void unknown(String name, String written, String inside, String closing, int depth, StringBuilder out) {
        out.append("<code>").append(Entities.escape(written)).append("</code>");
        if (!closing.isEmpty()) {
            out.append(html(inside, depth + 1)).append("<code>").append(closing).append("</code>");
        }
        notes.add("kept as it is written: the shortcode [" + name + "], which nothing here knows");
    }

    /** Tells shortcodes from a writer's brackets such as [sic] or [in the original: red]. */
    private static boolean isShortcode(String name, String attributes) {
        return attributes.contains("=") || name.contains("_") || (MEDIA.contains(name) && !Blank.is(attributes));
    }

    /** The attributes by name; those without a name by their number from 0. */
    private static Map<String, String> attributes(String written) {
        var attributes = new HashMap<String, String>();
        int[] number = new int[1];
        ATTRIBUTE.matcher(written.strip().replaceFirst("/$", "")).results().forEach(found -> {
            for (int group = 1; group <= 5; group += 2) {
                if (found.group(group) != null) {
                    attributes.put(found.group(group).toLowerCase(Locale.ROOT), found.group(group + 1));
                    return;
                }
            }
            String alone = found.group(7) == null ? found.group(8) : found.group(7);
            attributes.put(Integer.toString(number[0]++), alone);
        });
        return attributes;
    }
}
