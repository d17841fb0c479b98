package org.herald.testing;

import java.util.ArrayList;
import java.util.List;

/** Texts of the old site, one for each construct that editors and plugins of WordPress write. */
public final class OldTownTexts {

    private static final String FILES = OldTown.UPLOADS;
    private static final long FIRST = 2001;

    private OldTownTexts() {}

    /** All of them, each a post. */
    public static List<OldTown.Post> all() {
        var all = new ArrayList<OldTown.Post>();
        for (String html : texts()) {
            long id = FIRST + all.size();
            all.add(new OldTown.Post(id, "text-" + id, html.strip()));
        }
        return all;
    }

    private static List<String> texts() {
        var all = new ArrayList<String>();
        all.addAll(blocks());
        all.addAll(classic());
        all.addAll(strange());
        all.addAll(pictures());
        return all;
    }

    private static List<String> blocks() {
        return List.of(
                """
                <!-- wp:paragraph --><p>Alpha <strong>bravo</strong> <em>charlie</em> <mark>delta</mark> <kbd>Ctrl</kbd>.</p><!-- /wp:paragraph -->
                <!-- wp:heading {"level":5} --><h5>Echo</h5><!-- /wp:heading -->
                <!-- wp:list --><ul><!-- wp:list-item --><li>Foxtrot<ul><li>Golf</li></ul></li><!-- /wp:list-item --></ul><!-- /wp:list -->
                """,
                """
                <!-- wp:columns --><div class="wp-block-columns"><div class="wp-block-column"><p>Left one</p></div>
                <div class="wp-block-column"><p>Right two</p></div></div><!-- /wp:columns -->
                <!-- wp:group --><div class="wp-block-group"><h3>Inside</h3><p>of a group</p></div><!-- /wp:group -->
                """,
                """
                <!-- wp:pullquote --><figure class="wp-block-pullquote"><blockquote><p>Pulled out</p><cite>Speaker One</cite></blockquote></figure><!-- /wp:pullquote -->
                <!-- wp:quote --><blockquote class="wp-block-quote"><p>Said so</p><p>and more</p><cite>Speaker Two</cite></blockquote><!-- /wp:quote -->
                <!-- wp:verse --><pre class="wp-block-verse">First line
                second line</pre><!-- /wp:verse -->
                """,
                """
                <!-- wp:table --><figure class="wp-block-table"><table><thead><tr><th>Year</th><th>People</th></tr></thead>
                <tbody><tr><td>1900</td><td>100</td></tr><tr><td><p>1950</p><p>estimated</p></td><td><ul><li>200</li><li>300</li></ul></td></tr></tbody>
                <tfoot><tr><td>Sum</td><td>600</td></tr></tfoot></table><figcaption>How many lived here</figcaption></figure><!-- /wp:table -->
                """,
                """
                <!-- wp:details --><details class="wp-block-details"><summary>Opening hours</summary><p>Every day</p></details><!-- /wp:details -->
                <!-- wp:buttons --><div class="wp-block-buttons"><div class="wp-block-button"><a class="wp-block-button__link" href="https://tickets.example/buy">Buy tickets</a></div></div><!-- /wp:buttons -->
                """,
                """
                <!-- wp:file {"id":1203} --><div class="wp-block-file"><a href="%1$s%%D0%%A1%%D0%%BF%%D1%%80%%D0%%B0%%D0%%B2%%D0%%B0%%D0%%B7%%D0%%B4%%D0%%B0%%D1%%87%%D0%%B0.pdf">Yearly report</a><a href="%1$s%%D0%%A1%%D0%%BF%%D1%%80%%D0%%B0%%D0%%B2%%D0%%B0%%D0%%B7%%D0%%B4%%D0%%B0%%D1%%87%%D0%%B0.pdf" class="wp-block-file__button" download>Download it</a></div><!-- /wp:file -->
                """.formatted(FILES),
                """
                <!-- wp:embed {"url":"https://video.example/watch?v=1"} --><figure class="wp-block-embed"><div class="wp-block-embed__wrapper">
                https://video.example/watch?v=1
                </div><figcaption>The parade on film</figcaption></figure><!-- /wp:embed -->
                """,
                """
                <!-- wp:media-text --><div class="wp-block-media-text"><figure class="wp-block-media-text__media"><img src="%sturned.jpg" alt="A tower" class="wp-image-1206"/></figure><div class="wp-block-media-text__content"><p>Beside the tower</p></div></div><!-- /wp:media-text -->
                <!-- wp:cover --><div class="wp-block-cover"><img class="wp-block-cover__image-background" alt="A square at dawn" src="%splain.jpg"/><div class="wp-block-cover__inner-container"><p>Over the picture</p></div></div><!-- /wp:cover -->
                """.formatted(FILES, FILES),
                """
                <!-- wp:gallery --><figure class="wp-block-gallery"><figure class="wp-block-image"><img src="%splain-300x200.jpg" alt="One" class="wp-image-1201"/><figcaption>First of two</figcaption></figure><figure class="wp-block-image"><img src="%sturned.jpg" alt="Two"/></figure><figcaption class="blocks-gallery-caption">Both pictures</figcaption></figure><!-- /wp:gallery -->
                """.formatted(FILES, FILES),
                """
                <!-- wp:paragraph --><p>A claim<sup class="fn"><a href="#f1" id="f1-link">1</a></sup> with a note.</p><!-- /wp:paragraph -->
                <!-- wp:html --><ol><li id="f1">The source of it <a href="#f1-link">back</a></li></ol><!-- /wp:html -->
                """,
                """
                <!-- wp:search {"label":"Search here"} /--><!-- wp:paragraph --><p>After a search block.</p><!-- /wp:paragraph -->
                <!-- wp:latest-posts {"postsToShow":3} /-->
                """,
                """
                <!-- wp:video --><figure class="wp-block-video"><video controls poster="%splain.jpg" src="https://media.example/parade.mp4"></video><figcaption>Parade film</figcaption></figure><!-- /wp:video -->
                <!-- wp:audio --><figure class="wp-block-audio"><audio controls src="https://media.example/anthem.mp3"></audio><figcaption>The anthem sung</figcaption></figure><!-- /wp:audio -->
                """.formatted(FILES));
    }

    private static List<String> classic() {
        return List.of(
                """
                First paragraph of classic text
                with a second line.

                <strong>Bold</strong> begins the next. <a href="https://outside.example/a?b=1&amp;c=2">Outside</a> and <a href="/bridge/">inside</a>.

                [caption id="attachment_1201" align="alignright" width="300"]<img class="wp-image-1201" src="%splain-300x200.jpg" alt="Alt words" width="300" height="200" /> Caption with <a href="https://outside.example/credit">a credit</a>[/caption]

                After the caption.
                """.formatted(FILES),
                """
                [gallery ids="1201,1206"]

                [video src="https://media.example/film.mp4"]Words inside of video[/video]

                [audio mp3="https://media.example/song.mp3"][/audio]

                [embed]https://video.example/watch?v=2[/embed]

                [contact-form-7 id="12" title="Write to us"] stays and [su_box title="Box"]inside words[/su_box]
                """,
                """
                <ul>Loose words first<li>Entry one</li><b>bold loose</b> and <a href="https://outside.example/loose">loose link</a><li>Entry two</li>end words</ul>
                <ol><p>Paragraph in list</p><li>Numbered</li></ol>
                """,
                """
                <dl>Before terms<dt>Term</dt><dd><p>Meaning one</p><p>Meaning two</p></dd><div><dt>Wrapped term</dt><dd>Wrapped meaning</dd></div></dl>
                """,
                """
                <table><caption>Table words</caption><colgroup><col></colgroup><tr>Stray words<td>Cell <img src="%splain.jpg" alt="In a cell"></td><td><h4>Head</h4>below<blockquote>Quoted cell</blockquote></td></tr>
                <tr><td><table><tr><td>Inner</td><td>table</td></tr></table></td><td><pre>pre one
                pre two</pre></td></tr></table>
                """.formatted(FILES),
                """
                <figure>Loose in figure<img src="%sturned.jpg" alt="Figured"><p>Paragraph in figure</p><figcaption><p>Caption one</p><p>Caption two</p></figcaption></figure>
                """.formatted(FILES),
                """
                <blockquote>Quoted loose<p>Quoted paragraph</p><footer><p>Who said</p><p>and where</p></footer></blockquote>
                <address>Town Hall<br>1 Square</address><center>Centred words</center><hr>
                """,
                """
                <p>Text with <abbr title="World Health Organization">WHO</abbr>, H<sub>2</sub>O, <del>old</del> <ins>new</ins>, <q>quoted</q>, <small>fine print</small>, <font color="red">red words</font>, <ruby>漢<rt>kan</rt></ruby>, caf&eacute; &mdash; na&iuml;ve, 5&nbsp;000&nbsp;km, e&#769;galite.</p>
                """,
                """
                <a href="https://outside.example/card"><h3>Card title</h3><p>Card text</p></a>
                <a href="https://outside.example/pictured"><img src="%splain.jpg" alt="Pictured link"></a>
                <a href="%sturned.jpg"><img src="%sturned-300x200.jpg" alt="To itself"></a>
                """.formatted(FILES, FILES, FILES),
                """
                <p>Links: <a href="mailto:town@oldtown.example">mail</a>, <a href="tel:+375170000000">phone</a>, <a href="ftp://files.example/a">ftp</a>, <a href="www.bare.example/x">bare</a>, <a href="//double.example/y">double</a>, <a href="/category/town-news/">category</a>, <a href="/gone-for-good/">gone</a>, <a href="viber://chat?number=1">viber</a>, <a name="anchor">anchor</a>.</p>
                """);
    }

    private static List<String> strange() {
        return List.of("""
                <p>Before.</p><iframe src="https://maps.example/embed?pb=1" title="Map of the town">Map words inside</iframe><p>After.</p>
                """, """
                <object data="https://docs.example/plan.pdf" type="application/pdf"><p>The plan as a document</p></object>
                <embed src="https://docs.example/old.swf"><noscript>Words without script</noscript>
                <object><param name="movie" value="https://docs.example/film.swf"><embed src="https://docs.example/film.swf"></object>
                """, """
                <form action="https://forms.example/send"><label>Your name <input name="n"></label><select><option>Adult</option><option>Child</option></select><button>Send it</button></form><p>After the form.</p>
                """, """
                <script>var hidden = 1;</script><style>.x{color:red}</style><p>Seen words</p><svg><text>Drawn words</text></svg><math><mi>x</mi><mo>=</mo><mn>42</mn></math>
                """, """
                <img src="%splain.jpg" usemap="#m" alt="Plan of town"><map name="m"><area href="https://outside.example/north" alt="North part"><area href="/bridge/" title="South part"></map>
                """.formatted(FILES), """
                <div><div><div><span>Deep</span> words <div>deeper<p>deepest</p>tail</div></div></div></div>text at the end
                <video><source src="https://media.example/a.webm"><source src="https://media.example/a.mp4">Fallback words</video>
                """, """
                <ul><li><p>One <img src="%sturned.jpg" alt="In an entry"></p><table><tr><td>Celled</td></tr></table></li><li><h2>Heading entry</h2></li></ul>
                <h2>Heading with <img src="%splain.jpg" alt="In a heading"> picture</h2>
                """.formatted(FILES, FILES), """
                <p dir="rtl" lang="he">שלום עולם</p><p>Mixed שלום words</p><p lang="be">Беларускія словы: ў, і, ё́</p>
                """);
    }

    private static List<String> pictures() {
        return List.of(
                """
                <p>Lazy one</p><img class="lazyload" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="%splain-300x200.jpg" alt="Lazy by data-src"><noscript><img src="%splain-300x200.jpg" alt="Lazy by data-src"></noscript>
                """.formatted(FILES, FILES),
                """
                <p>Lazy two</p><img src="/wp-content/plugins/lazy-load/images/1x1.trans.gif" data-lazy-src="%sturned.jpg" alt="Lazy by plugin">
                <img srcset="%splain-300x200.jpg 300w, %splain.jpg 1200w" alt="Sizes only">
                """.formatted(FILES, FILES, FILES),
                """
                <picture><source srcset="%sbig-scaled.jpg 2x, %sbig-300x200.jpg 1x" type="image/jpeg"><img src="data:image/svg+xml,x" alt="Pictured by source"></picture>
                <amp-img src="%sturned.jpg" alt="Amp picture"></amp-img>
                """.formatted(FILES, FILES, FILES),
                """
                <p>Proxies</p><img src="https://i0.wp.com/oldtown.example/wp-content/uploads/2020/03/plain.jpg?resize=300%2C200&amp;ssl=1" alt="Photon">
                <img src="https://res.cloudinary.com/demo/image/fetch/w_300,f_auto/https%3A%2F%2Foldtown.example%2Fwp-content%2Fuploads%2F2020%2F03%2Fturned.jpg" alt="Fetched">
                <img src="https://images.weserv.nl/?url=oldtown.example/wp-content/uploads/2020/03/big-scaled.jpg&amp;w=300" alt="By query">
                <img src="https://oldtown.example/cdn-cgi/image/width=80/wp-content/uploads/2020/03/plain.jpg" alt="Own proxy">
                """,
                """
                <p>Names</p><img src="%s%s" alt="By name"><img src="%s%%D0%%95%%CC%%88%%D0%%BB%%D0%%BA%%D0%%B0-300x200.jpg" alt="By parts">
                <img src="%sunlisted.jpg" alt="Not in the library"><img src="%snowhere.jpg" alt="Not in the uploads">
                """.formatted(FILES, OldTown.FIR, FILES, FILES, FILES),
                """
                <p>Outside</p><img src="https://pictures.example/a.jpg" alt="Of others"><img src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk" alt="Inline">
                <div style="background: #fff url('%sbig-300x200.jpg') no-repeat">Before a background</div>
                """.formatted(FILES));
    }
}
