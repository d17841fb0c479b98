package org.herald.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** WordPress exports of any size, for tests. */
public final class Exports {

    private Exports() {}

    /** Writes an export of posts under the category {@code many}, of which each links to the next and the last to the first. */
    public static Path chain(Path file, int count) throws IOException {
        var posts = new StringBuilder("""
                <rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
                <channel><title>Many</title><wp:base_blog_url>https://many.example</wp:base_blog_url>
                """);
        for (int i = 1; i <= count; i++) {
            posts.append(String.format(Locale.ROOT, """
                    <item><title>Post %1$d</title><link>https://many.example/post-%1$d</link>
                    <content:encoded><![CDATA[See <a href="https://many.example/post-%2$d/">the next</a>.]]></content:encoded>
                    <wp:post_id>%1$d</wp:post_id><wp:post_date_gmt>2024-01-01 10:00:00</wp:post_date_gmt>
                    <wp:post_name>post-%1$d</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
                    <category domain="category" nicename="many">Many</category></item>
                    """, i, i % count + 1));
        }
        return Files.writeString(file, posts.append("</channel></rss>"));
    }
}
