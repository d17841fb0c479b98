package org.herald.publish;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.herald.model.Content;
import org.herald.model.Picture;
import org.herald.model.kind.Field;
import org.herald.model.kind.Fields;
import org.herald.model.kind.Kind;
import org.herald.model.kind.Newspaper;
import org.herald.model.kind.TextType;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** How a translation begins, and what of it still says the words of its original. */
public final class Translating {

    /** What has words of its own in a body. */
    private static final String PARTS = "p, li, h2, h3, h4, th, td, caption, figcaption, pre, footer";

    private Translating() {}

    /**
     * A copy of the original to be overwritten: words, pictures, tables, fields that are not shared, tags,
     * links by identity.
     *
     * @param inLanguage gives for {@code item:12} the same item in the language of the translation, or the same text
     */
    public static Content begin(Kind kind, Content original, UnaryOperator<String> inLanguage) {
        Fields fields = original.fields();
        for (Field shared : kind.shared()) {
            fields = fields.with(shared.name(), "");
        }
        return CleanContent.of(original.withFields(fields)).leading(inLanguage).content();
    }

    /** Texts of the translation that are word for word those of the original, in the order in which they stand. */
    public static List<String> untranslated(Kind kind, Content original, Content translation) {
        Set<String> known = new HashSet<>(texts(kind, original));
        return texts(kind, translation).stream()
                .filter(known::contains)
                .distinct()
                .toList();
    }

    private static List<String> texts(Kind kind, Content content) {
        var texts = new ArrayList<String>();
        for (Field field : kind.fields()) {
            if (field.type() instanceof TextType && !field.isShared() && !Newspaper.NAMES.contains(field.name())) {
                texts.add(content.fields().text(field.name()));
            }
        }
        texts.add(content.headline());
        texts.add(content.standfirst());
        Optional.ofNullable(content.picture()).map(Translating::texts).ifPresent(texts::addAll);
        Element body = Jsoup.parseBodyFragment(content.body().html()).body();
        for (Element part : body.select(PARTS)) {
            if (part.is("figcaption")) {
                part.select("> cite:last-child").remove(); // the credit of the picture
            }
            boolean holdsOthers = part.children().stream()
                    .anyMatch(child -> child.is(PARTS) || !child.select(PARTS).isEmpty());
            texts.add(holdsOthers ? part.ownText() : part.text());
        }
        body.select("img[alt]").forEach(picture -> texts.add(picture.attr("alt")));
        return texts.stream()
                .map(Translating::plain)
                .filter(Translating::hasWords)
                .toList();
    }

    private static List<String> texts(Picture picture) {
        return List.of(picture.alt(), picture.caption());
    }

    private static String plain(String text) {
        return text.strip().replaceAll("[\\s\u00a0]+", " ");
    }

    /** Numbers, dates in figures and marks are the same in every language. */
    private static boolean hasWords(String text) {
        return text.codePoints().anyMatch(Character::isLetter);
    }
}
