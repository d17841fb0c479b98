package org.herald.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An old site at WordPress with what such sites have: renamed posts, pages of posts, translations, pictures in many sizes and
 * behind proxies, file names in other scripts, and every construct that a text can have. Written anew for the tests.
 */
public final class OldTown {

    /** Where it stood. */
    public static final String SITE = "https://oldtown.example";

    /** The address of its uploads. */
    public static final String UPLOADS = SITE + "/wp-content/uploads/2020/03/";

    /** A file name whose first letter is one sign or two, by the Unicode form. */
    public static final String FIR = "Ёлка.jpg";

    private final List<String> items = new ArrayList<>();

    /** A post of the old site; its identity is its number in the report. */
    public record Post(long id, String slug, String html) {

        /** Where it stood. */
        public String address() {
            return "/texts/" + slug;
        }
    }

    private OldTown() {}

    /**
     * Writes the export and a copy of the uploads.
     *
     * @return the export; the uploads are beside it
     */
    public static Path write(Path folder, List<Post> texts) throws IOException {
        var town = new OldTown();
        town.addresses();
        town.languages();
        town.pictures();
        texts.forEach(text -> town.post(text.id(), text.address() + "/", text.slug(), text.html(), ""));
        Path uploads = Files.createDirectories(folder.resolve("uploads/2020/03"));
        Files.write(uploads.resolve("plain.jpg"), Photos.jpeg(60, 40));
        Files.write(uploads.resolve("plain-300x200.jpg"), Photos.jpeg(30, 20));
        Files.write(uploads.resolve("big-scaled.jpg"), Photos.jpeg(80, 40));
        Files.write(uploads.resolve("turned.jpg"), Photos.jpeg(40, 80));
        Files.write(uploads.resolve("unlisted.jpg"), Photos.jpeg(20, 20));
        Files.write(uploads.resolve("Справаздача.pdf"), "%PDF-1.7\nA report".getBytes(StandardCharsets.UTF_8));
        Files.write(uploads.resolve("Статут.pdf"), "%PDF-1.7\nA charter".getBytes(StandardCharsets.UTF_8));
        // as a Mac copies it
        Files.write(uploads.resolve(Normalizer.normalize(FIR, Normalizer.Form.NFD)), Photos.jpeg(24, 48));
        return Files.writeString(
                folder.resolve("oldtown.xml"), HEAD + String.join("\n", town.items) + "</channel></rss>");
    }

    private void addresses() {
        post(1012, "/bridge/", "bridge", "<p>The bridge.</p>", category("town-news"));
        post(1013, "/link/", "link", """
                <p>See <a href="https://oldtown.example/?p=1012&amp;utm_source=letter">one</a>,
                <a href="/?utm_source=x&amp;p=1012">two</a>, <a href="/index.php?p=1012">three</a>,
                <a href="https://oldtown.example/bridge/feed/">four</a>, <a href="/2020/03/04/first-name/#part">five</a>,
                <a href="../long/2/">six</a>.</p>""", category("town-news"));
        post(
                1005,
                "/2020/03/04/new-name/",
                "new-name",
                "<p>Renamed.</p>",
                meta("_wp_old_slug", "first-name")
                        + meta("_wp_old_slug", "%d0%bc%d0%be%d1%81%d1%82")
                        + meta("_wp_old_date", "2020-02-29")
                        + meta("blogger_permalink", "/2008/06/before.html"));
        post(1007, "/long/", "long", "<p>One.</p><!--nextpage--><p>Two.</p>", category("town-news"));
    }

    private void languages() {
        post(1101, "/en/hello/", "hello", "<p>Hello.</p>", language("en") + group("pll_1") + category("town-news"));
        post(1102, "/be/hello/", "hello", "<p>Прывітанне.</p>", language("be") + group("pll_1") + category("naviny"));
        post(1103, "/de/nur/", "nur", "<p>Guten Tag.</p>", language("de") + group("pll_1") + category("town-news"));
        post(
                1104,
                "/by-adrasie/",
                "w-be",
                "<p>Па-беларуску.</p>",
                meta("_wpml_import_language_code", "be")
                        + meta("_wpml_import_translation_group", "7")
                        + category("kultura"));
        post(
                1105,
                "/w-en/",
                "w-en",
                "<p>In English.</p>",
                meta("_wpml_import_language_code", "en")
                        + meta("_wpml_import_translation_group", "7")
                        + category("town-news"));
        post(
                1106,
                "/be/by-address/",
                "by-address",
                "<p>Толькі адрас.</p>",
                category("kultura") + "<category domain=\"post_tag\" nicename=\"most\">Мост</category>");
    }

    private void pictures() {
        attachment(1201, "plain.jpg", "A square");
        attachment(1202, "big-scaled.jpg", "A wide square");
        attachment(1203, "%D0%A1%D0%BF%D1%80%D0%B0%D0%B2%D0%B0%D0%B7%D0%B4%D0%B0%D1%87%D0%B0.pdf", "");
        attachment(1204, "%D0%A1%D1%82%D0%B0%D1%82%D1%83%D1%82.pdf", "");
        attachment(1205, FIR, "A fir");
        attachment(1206, "turned.jpg", "A tall square");
    }

    private void post(long id, String path, String slug, String html, String more) {
        items.add(String.format(Locale.ROOT, """
                <item><title>Post %1$d</title><link>%2$s%3$s</link><dc:creator>anna</dc:creator>
                <content:encoded><![CDATA[%5$s]]></content:encoded><excerpt:encoded/><wp:post_id>%1$d</wp:post_id>
                <wp:post_date>2020-03-04 10:00:00</wp:post_date><wp:post_date_gmt>2020-03-04 %6$02d:%7$02d:00</wp:post_date_gmt>
                <wp:post_name>%4$s</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>%8$s</item>
                """, id, SITE, path, slug, html, id / 60 % 24, id % 60, more));
    }

    private void attachment(long id, String name, String alt) {
        items.add(String.format(Locale.ROOT, """
                <item><title>%2$s</title><link>%3$s/file-%1$d/</link><dc:creator>anna</dc:creator><content:encoded/>
                <excerpt:encoded/><wp:post_id>%1$d</wp:post_id><wp:post_date>2020-03-04 10:00:00</wp:post_date>
                <wp:post_date_gmt>2020-03-04 10:00:00</wp:post_date_gmt><wp:post_name>file-%1$d</wp:post_name>
                <wp:status>inherit</wp:status><wp:post_type>attachment</wp:post_type>
                <wp:attachment_url>%4$s%2$s</wp:attachment_url>%5$s</item>
                """, id, name, SITE, UPLOADS, meta("_wp_attachment_image_alt", alt)));
    }

    private static String meta(String key, String value) {
        return "<wp:postmeta><wp:meta_key>" + key + "</wp:meta_key><wp:meta_value>" + value
                + "</wp:meta_value></wp:postmeta>";
    }

    private static String category(String slug) {
        return "<category domain=\"category\" nicename=\"" + slug + "\">" + CATEGORIES.getOrDefault(slug, slug)
                + "</category>";
    }

    private static String language(String slug) {
        return "<category domain=\"language\" nicename=\"" + slug + "\">" + slug + "</category>";
    }

    private static String group(String slug) {
        return "<category domain=\"post_translations\" nicename=\"" + slug + "\">" + slug + "</category>";
    }

    private static final Map<String, String> CATEGORIES =
            Map.of("town-news", "Town news", "naviny", "Навіны", "kultura", "Культура");

    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8" ?>
            <rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
            xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
            xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Old Town</title><link>https://oldtown.example</link>
            <language>en</language><wp:base_site_url>https://oldtown.example</wp:base_site_url>
            <wp:base_blog_url>https://oldtown.example</wp:base_blog_url>
            <wp:category><wp:term_id>503</wp:term_id><wp:category_nicename>town-news</wp:category_nicename>
            <wp:category_parent/><wp:cat_name>Town news</wp:cat_name></wp:category>
            <wp:category><wp:term_id>504</wp:term_id><wp:category_nicename>naviny</wp:category_nicename>
            <wp:category_parent/><wp:cat_name>Навіны</wp:cat_name></wp:category>
            <wp:category><wp:term_id>506</wp:term_id><wp:category_nicename>kultura</wp:category_nicename>
            <wp:category_parent/><wp:cat_name>Культура</wp:cat_name></wp:category>
            <wp:term><wp:term_id>60</wp:term_id><wp:term_taxonomy>term_translations</wp:term_taxonomy>
            <wp:term_slug>pll_60</wp:term_slug><wp:term_name>pll_60</wp:term_name>
            <wp:term_description><![CDATA[a:2:{s:2:"en";i:503;s:2:"be";i:504;}]]></wp:term_description></wp:term>
            """;
}
