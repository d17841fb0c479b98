package org.herald.exchange.wxr;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Small exports, written part by part. */
final class Export {

    static final String SITE = "https://small.example";

    private final StringBuilder parts = new StringBuilder();

    /** The fields of an item, in the order in which WordPress writes them; each may be changed or removed. */
    static final class Item {

        private final Map<String, String> fields = new LinkedHashMap<>();
        private final StringBuilder more = new StringBuilder();

        private Item(long id, String type, String title) {
            String slug = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
            fields.put("title", title);
            fields.put("link", SITE + "/" + slug + "/");
            fields.put("guid", SITE + "/?p=" + id);
            fields.put("dc:creator", "anna");
            fields.put("content:encoded", "<p>Words of " + title + ".</p>");
            fields.put("wp:post_id", Long.toString(id));
            fields.put("wp:post_date", "2020-03-04 13:00:00");
            fields.put("wp:post_date_gmt", "2020-03-04 10:00:00");
            fields.put("wp:post_name", slug);
            fields.put("wp:status", "publish");
            fields.put("wp:post_type", type);
        }

        Item with(String field, String value) {
            fields.put(field, value);
            return this;
        }

        Item without(String... names) {
            for (String name : names) {
                fields.remove(name);
            }
            return this;
        }

        /** Adds XML as it is. */
        Item and(String xml) {
            more.append(xml);
            return this;
        }

        Item term(String domain, String slug, String name) {
            return and("<category domain=\"" + domain + "\" nicename=\"" + slug + "\"><![CDATA[" + name
                    + "]]></category>");
        }
    }

    static Item post(long id, String title) {
        return new Item(id, "post", title);
    }

    static Item page(long id, String title) {
        return new Item(id, "page", title);
    }

    static Item attachment(long id, String title, String address) {
        return new Item(id, "attachment", title).with("wp:status", "inherit").with("wp:attachment_url", address);
    }

    Export add(Item item) {
        parts.append("<item>");
        item.fields.forEach((name, value) -> parts.append(element(name, value)));
        parts.append(item.more).append("</item>\n");
        return this;
    }

    /** Adds XML as it is. */
    Export add(String xml) {
        parts.append(xml).append('\n');
        return this;
    }

    Export category(long id, String slug, String name) {
        return add("<wp:category>" + element("wp:term_id", Long.toString(id)) + element("wp:category_nicename", slug)
                + element("wp:category_parent", "") + element("wp:cat_name", name) + "</wp:category>");
    }

    String xml() {
        return """
            <?xml version="1.0" encoding="UTF-8" ?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
                xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
            <channel><title>Small</title><link>%1$s</link><language>en</language>
            <wp:base_site_url>%1$s</wp:base_site_url><wp:base_blog_url>%1$s</wp:base_blog_url>
            <wp:author><wp:author_login>anna</wp:author_login><wp:author_display_name>Anna K.</wp:author_display_name></wp:author>
            """.formatted(SITE) + parts + "</channel>\n</rss>\n";
    }

    static String element(String name, String value) {
        return "<" + name + "><![CDATA[" + value + "]]></" + name + ">";
    }
}
