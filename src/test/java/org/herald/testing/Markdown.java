package org.herald.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of the documentation: where its links lead and which anchors it has, as GitHub makes them. */
public final class Markdown {

    private static final Pattern LINK = Pattern.compile("\\]\\(\\s*<?([^)\\s>]+)>?(?:\\s+\"[^\"]*\")?\\s*\\)");
    private static final Pattern REFERENCE = Pattern.compile("(?m)^\\s{0,3}\\[[^\\]]+\\]:\\s+(\\S+)");
    private static final Pattern HTML_LINK = Pattern.compile("(?:href|src)=\"([^\"]+)\"");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6}\\s+(.+?)\\s*#*$");
    private static final Pattern NAMED = Pattern.compile("(?:id|name)=\"([^\"]+)\"");
    private static final Pattern CODE_BLOCK = Pattern.compile("(?ms)^ {0,3}(```+|~~~+).*?^ {0,3}\\1\\s*$");
    private static final Pattern CODE = Pattern.compile("`[^`\\n]*`");
    private static final Pattern ELSEWHERE = Pattern.compile("(?i)([a-z][a-z0-9+.-]*:|//).*");

    private final Path file;
    private final String text;

    public Markdown(Path file) {
        this.file = file;
        this.text = Sources.text(file);
    }

    /** The links within the work tree, as they are written. */
    public List<String> links() {
        String prose = CODE.matcher(withoutBlocks()).replaceAll("");
        return Stream.of(LINK, REFERENCE, HTML_LINK)
                .flatMap(pattern -> pattern.matcher(prose).results())
                .map(found -> String.valueOf(found.group(1)))
                .filter(link -> !ELSEWHERE.matcher(link).matches())
                .toList();
    }

    /** The links that lead nowhere, with the reason. */
    public List<String> broken() {
        var broken = new ArrayList<String>();
        for (String link : links()) {
            Path target = target(link);
            String anchor = link.contains("#") ? link.substring(link.indexOf('#') + 1) : "";
            if (!Files.exists(target)) {
                broken.add(file + ": " + link + ": there is no " + target);
            } else if (!anchor.isEmpty()
                    && target.toString().endsWith(".md")
                    && !new Markdown(target).anchors().contains(anchor)) {
                broken.add(file + ": " + link + ": " + target + " has no such heading");
            }
        }
        return broken;
    }

    /** The file that a link leads to. */
    public Path target(String link) {
        String path = link.contains("#") ? link.substring(0, link.indexOf('#')) : link;
        return path.isEmpty() ? file : file.resolveSibling(path).normalize();
    }

    /** What may stand after the {@code #}. */
    public Set<String> anchors() {
        var anchors = new TreeSet<String>();
        var times = new HashMap<String, Integer>();
        String prose = withoutBlocks();
        HEADING.matcher(prose).results().forEach(found -> {
            String anchor = anchor(String.valueOf(found.group(1)));
            int before = times.merge(anchor, 1, Integer::sum) - 1;
            anchors.add(before == 0 ? anchor : anchor + "-" + before);
        });
        NAMED.matcher(prose).results().forEach(found -> anchors.add(String.valueOf(found.group(1))));
        return anchors;
    }

    /** The whole page, with its code. */
    public String text() {
        return text;
    }

    private String withoutBlocks() {
        return CODE_BLOCK.matcher(text).replaceAll("");
    }

    private static String anchor(String heading) {
        return heading.replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                .replace(' ', '-');
    }
}
