package org.herald.exchange.wxr;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Compares the body that is saved with what it was made of, whatever was done in between: words, links and pictures that
 * are in the one and not in the other are told in the report.
 */
final class Losses {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");
    private static final int MOST_TOLD = 1000;

    private static final Pattern ADDRESS = Pattern.compile("(?:href|src)=\"([^\"]*)\"");

    private final String saved;
    private final Notes notes;

    /** @param saved the HTML that is saved */
    Losses(String saved, Notes notes) {
        this.saved = saved;
        this.notes = notes;
    }

    /**
     * Tells the words that are missing.
     *
     * @param source the HTML as the old site had it
     */
    void tellWords(String source) {
        if (RunningWords.areAllIn(source, saved)) {
            return;
        }
        var left = new HashMap<String, Integer>();
        words(shown(Jsoup.parseBodyFragment(saved))).forEach(word -> left.merge(word, 1, Integer::sum));
        var run = new ArrayList<String>();
        var runs = new ArrayList<String>();
        for (String word : words(shown(Jsoup.parseBodyFragment(source)))) {
            if (left.merge(word, -1, Integer::sum) >= 0) {
                end(run, runs);
            } else {
                run.add(word);
            }
        }
        end(run, runs);
        int told = 0;
        for (int i = 0; i < runs.size(); i++) {
            if (told > MOST_TOLD) {
                notes.add("left out: further words in " + (runs.size() - i) + " places");
                return;
            }
            notes.add("left out: the words “" + runs.get(i) + "”");
            told += runs.get(i).length();
        }
    }

    /**
     * Tells the links and pictures that are missing.
     *
     * @param converted the HTML that was to be saved, with the same identities
     * @param written what an identity was in the old site's words
     */
    void tellLinksAndPictures(String converted, Map<String, String> written) {
        if (ADDRESS.matcher(converted).results().allMatch(found -> saved.contains(found.group(1)))) {
            return;
        }
        var body = Jsoup.parseBodyFragment(saved);
        var addresses = new HashSet<String>();
        body.select("a[href]").forEach(link -> addresses.add(plain(link.attr("href"))));
        var pictures = new HashSet<String>();
        body.select("img[src]").forEach(picture -> pictures.add(picture.attr("src")));
        var before = Jsoup.parseBodyFragment(converted);
        for (Element link : before.select("a[href]")) {
            String address = link.attr("href");
            boolean isPicture = pictures.contains(address) && !link.hasText();
            if (!isPicture && !addresses.contains(plain(address))) {
                notes.add("left out: the link to " + written.getOrDefault(address, address)
                        + (link.hasText() ? ", on “" + link.text() + "”" : ""));
            }
        }
        for (Element picture : before.select("img[src]")) {
            String source = picture.attr("src");
            if (!pictures.contains(source) && !addresses.contains(plain(source))) {
                notes.add("left out: the picture " + written.getOrDefault(source, source));
            }
        }
    }

    /** An address in the spelling of bodies. */
    private static String plain(String address) {
        String spelled = address.strip().replaceAll("\\p{Cntrl}", "").replace(" ", "%20");
        return spelled.startsWith("//") ? "https:" + spelled : spelled;
    }

    private static void end(List<String> run, List<String> runs) {
        if (!run.isEmpty()) {
            runs.add(String.join(" ", run));
            run.clear();
        }
    }

    /** All words that somebody sees or hears, those for pictures too. */
    private static String shown(Document document) {
        document.select("br").forEach(end -> end.after(" "));
        document.select("option, td, th").forEach(end -> end.after(" "));
        return document.body().text();
    }

    private static List<String> words(String text) {
        return WORD.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .results()
                .map(found -> found.group())
                .toList();
    }
}
