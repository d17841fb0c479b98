package org.herald.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A WordPress export of made-up posts, which {@link Train} imports. */
final class TrainingExport {

    private static final int POSTS = 2000;
    private static final LocalDateTime FIRST = LocalDateTime.of(2020, 1, 1, 8, 0);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8" ?>
            <rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
             xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
             xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Training</title><language>en</language>
            <wp:base_blog_url>https://training.example</wp:base_blog_url>
            """;

    private TrainingExport() {}

    static void write(Path file) throws IOException {
        try (var out = Files.newBufferedWriter(file)) {
            out.write(HEAD);
            for (int number = 1; number <= POSTS; number++) {
                var at = FIRST.plus(Duration.ofHours(7).multipliedBy(number));
                String day = at.toLocalDate().toString().replace('-', '/');
                out.write(post(number, day, STAMP.format(at)));
            }
            out.write("</channel></rss>\n");
        }
    }

    private static String post(int number, String day, String at) {
        return "<item><title>A story of day " + number + " &amp; more</title>"
                + "<link>https://training.example/" + day + "/story-" + number + "/</link>"
                + "<dc:creator>editor</dc:creator><content:encoded><![CDATA[" + text(number) + "]]></content:encoded>"
                + "<excerpt:encoded><![CDATA[What happened on day " + number + ".]]></excerpt:encoded>"
                + "<wp:post_id>" + number + "</wp:post_id><wp:post_date_gmt>" + at + "</wp:post_date_gmt>"
                + "<wp:post_name>story-" + number + "</wp:post_name><wp:status>publish</wp:status>"
                + "<wp:post_type>post</wp:post_type><category domain=\"category\" nicename=\"news\">News</category>"
                + "<category domain=\"post_tag\" nicename=\"day-" + number % 30 + "\">Day " + number % 30
                + "</category></item>\n";
    }

    /** Of both editors of WordPress in turn, with a link to an earlier post. */
    private static String text(int number) {
        String line = "The old town &amp; its <em>river</em>, its bridges and <strong>its people</strong>. ".repeat(5);
        String link = "<a href=\"https://training.example/?p=" + Math.max(1, number - 1) + "\">the day before</a>";
        return number % 2 == 0
                ? (line + "\n\n").repeat(6) + link
                : "<!-- wp:paragraph --><p>" + line + link + "</p><!-- /wp:paragraph -->"
                        + "<!-- wp:heading --><h2>Later</h2><!-- /wp:heading -->"
                        + ("<!-- wp:paragraph --><p>" + line + "</p><!-- /wp:paragraph -->").repeat(5);
    }
}
