package org.herald.publish;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.herald.model.Blank;
import org.herald.model.Check;
import org.herald.model.Check.Severity;
import org.herald.model.CheckRules;
import org.herald.model.Content;
import org.herald.model.Finding;
import org.herald.model.Item;
import org.herald.model.Language;
import org.herald.model.Picture;
import org.herald.model.kind.Kind;
import org.herald.store.CheckQueries;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** What stands in the way of an item that is to go out, as an editor understands it; docs/newsroom.md lists the checks. */
public final class Checks {

    /** More letters than this are cut or take too many lines in lists. */
    private static final int LONGEST_HEADLINE = 100;

    /** More letters than this are a wall on a phone. */
    private static final int LONGEST_PARAGRAPH = 1200;

    /** Texts that are not translated yet are named one by one up to this many. */
    private static final int MOST_UNTRANSLATED = 8;

    /** So much of a long text is shown to say which one is meant. */
    private static final int EXCERPT = 60;

    /** It begins at the beginning of a word and never goes back, so that no text takes long or fills the stack. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)(?:https?://|www\\.)\\S+|(?<![\\w.-])[\\w-]++(?:\\.[\\w-]++)++/\\S*");

    private final Kind kind;
    private final Content content;
    private final CheckRules rules;
    private final List<Finding> findings = new ArrayList<>();

    private Checks(Kind kind, Content content, CheckRules rules) {
        this.kind = kind;
        this.content = content;
        this.rules = rules;
    }

    /**
     * Everything that is found, what blocks before what warns.
     *
     * @param item that is to go out
     * @param content with which it is to go out
     */
    public static List<Finding> look(CheckQueries portal, Kind kind, Item item, Content content, CheckRules rules) {
        var checks = new Checks(kind, content, rules);
        checks.lookAtTexts();
        checks.lookAtBody(portal);
        checks.lookAround(portal, item);
        var sorted = new ArrayList<>(checks.findings);
        sorted.sort((one, other) -> one.severity().compareTo(other.severity()));
        return List.copyOf(sorted);
    }

    private void found(Check check, Object... arguments) {
        Severity severity = rules.of(check);
        if (severity != Severity.OFF) {
            findings.add(new Finding(check, severity, List.of(arguments)));
        }
    }

    private void lookAtTexts() {
        if (Blank.is(content.standfirst())) {
            found(Check.EMPTY_STANDFIRST);
        }
        int letters = content.headline().codePointCount(0, content.headline().length());
        if (letters > LONGEST_HEADLINE) {
            found(Check.LONG_HEADLINE, letters, LONGEST_HEADLINE);
        }
        Picture picture = content.picture();
        if (picture != null && Blank.is(picture.alt())) {
            found(Check.MISSING_ALT, "", 0);
        }
    }

    private void lookAtBody(CheckQueries portal) {
        Element body = Jsoup.parseBodyFragment(content.body().html()).body();
        if (Blank.is(body.text()) && body.selectFirst("img") == null) {
            found(Check.EMPTY_BODY);
        }
        lookAtPictures(body);
        lookAtHeadings(body);
        body.select("p").stream()
                .map(Element::text)
                .filter(text -> text.length() > LONGEST_PARAGRAPH)
                .forEach(text -> found(Check.LONG_PARAGRAPH, excerpt(text), text.length()));
        lookAtLinks(body, portal);
    }

    private void lookAtPictures(Element body) {
        int number = 0;
        for (Element picture : body.select("img")) {
            number++;
            if (Blank.is(picture.attr("alt"))) {
                Element figure = picture.closest("figure");
                Element caption = figure == null ? null : figure.selectFirst("figcaption");
                found(Check.MISSING_ALT, caption == null ? "" : excerpt(caption.text()), number);
            }
        }
    }

    /** Bodies are ordered when they are saved; what an earlier version of the rules let through is found here. */
    private void lookAtHeadings(Element body) {
        int above = 1;
        for (Element heading : body.select("h1, h2, h3, h4, h5, h6")) {
            int level = heading.normalName().charAt(1) - '0';
            if (level > above + 1 || level < 2) {
                found(Check.HEADING_ORDER, excerpt(heading.text()));
            }
            above = Math.max(level, 2);
        }
    }

    private void lookAtLinks(Element body, CheckQueries portal) {
        var links = body.select("a[href]");
        for (Element link : links) {
            String words = link.text().strip();
            if (VagueWords.are(words)) {
                found(Check.VAGUE_LINK, words);
            } else if (ADDRESS.matcher(words).matches()) {
                found(Check.BARE_ADDRESS, excerpt(words));
            }
        }
        var ownLinks = new OwnLinks(portal.addresses(), rules.portal());
        var told = new HashSet<String>();
        for (Element link : links) {
            String href = link.attr("href");
            if (told.add(href)) {
                switch (ownLinks.standing(href)) {
                    case PAGE -> {}
                    case UNSEEN -> found(Check.HIDDEN_LINK, excerpt(link.text()));
                    case HIDDEN -> found(Check.INTERNAL_LINK, excerpt(link.text()), href);
                    case NOWHERE -> found(Check.BROKEN_LINK, excerpt(link.text()), href);
                }
            }
        }
    }

    private void lookAround(CheckQueries portal, Item item) {
        if (rules.of(Check.STALE_TRANSLATION) != Severity.OFF) {
            portal.staleSince(item.id()).ifPresent(number -> found(Check.STALE_TRANSLATION, number));
        }
        if (rules.of(Check.UNTRANSLATED_TEXT) != Severity.OFF) {
            portal.translatedFrom(item.id())
                    .filter(source -> !source.language().isSameAs(item.language()))
                    .ifPresent(source -> lookAtWords(Translating.untranslated(kind, source.content(), content)));
        }
        if (!rules.required().isEmpty() && rules.of(Check.UNTRANSLATED) != Severity.OFF) {
            Set<Language> spoken = portal.spoken(item.group());
            rules.required().stream()
                    .filter(language -> !spoken.contains(language) && !language.equals(item.language()))
                    .forEach(language -> found(Check.UNTRANSLATED, language.tag()));
        }
    }

    private void lookAtWords(List<String> untranslated) {
        untranslated.stream()
                .limit(MOST_UNTRANSLATED)
                .forEach(text -> found(Check.UNTRANSLATED_TEXT, excerpt(text), 0));
        int others = untranslated.size() - MOST_UNTRANSLATED;
        if (others > 0) {
            found(Check.UNTRANSLATED_TEXT, "", others);
        }
    }

    private static String excerpt(String text) {
        return text.codePointCount(0, text.length()) <= EXCERPT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, EXCERPT)).strip() + "…";
    }
}
