package org.herald.config;

import java.util.LinkedHashMap;
import java.util.List;
import org.herald.model.Language;
import org.herald.model.kind.Field;
import org.herald.model.kind.Kind;
import org.herald.model.kind.KindName;
import org.herald.model.kind.Kinds;
import org.herald.model.kind.Labels;
import org.herald.model.kind.Newspaper;
import org.herald.model.kind.TextType;

/** The kinds that every portal has. */
public final class ProductKinds {

    private static final List<Field> NEWSPAPER = List.of(
            field(Newspaper.KICKER, 500, true, labels("Kicker", "Надзагаловак", "Надзаголовок")),
            field(Newspaper.DATELINE, 300, false, labels("Dateline place", "Месца падзеі", "Место события")),
            field(Newspaper.BYLINE, 500, false, labels("Byline", "Аўтар", "Автор")),
            field(Newspaper.SOURCE, 500, false, labels("Source", "Крыніца", "Источник")));

    public static final Kinds KINDS = new Kinds(List.of(
            new Kind(
                    KindName.ARTICLE,
                    labels("Article", "Артыкул", "Статья"),
                    labels("Articles", "Артыкулы", "Статьи"),
                    Kind.Stands.DATED,
                    Kind.Order.NEWEST,
                    "NewsArticle",
                    NEWSPAPER),
            new Kind(
                    KindName.PAGE,
                    labels("Page", "Старонка", "Страница"),
                    labels("Pages", "Старонкі", "Страницы"),
                    Kind.Stands.STANDING,
                    Kind.Order.HEADLINE,
                    "WebPage",
                    NEWSPAPER)));

    private ProductKinds() {}

    private static Field field(String name, int longest, boolean isCard, Labels label) {
        return new Field(
                name,
                new TextType(longest),
                label,
                Labels.NONE,
                Field.Required.NO,
                false,
                Field.Filter.NONE,
                false,
                isCard,
                null);
    }

    private static Labels labels(String english, String belarusian, String russian) {
        var texts = new LinkedHashMap<Language, String>();
        texts.put(new Language("en"), english);
        texts.put(new Language("be"), belarusian);
        texts.put(new Language("ru"), russian);
        return new Labels(texts);
    }
}
