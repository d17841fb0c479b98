package org.herald.publish;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.herald.model.AssetId;
import org.herald.model.Body;
import org.herald.model.Content;
import org.herald.model.Picture;
import org.herald.model.kind.Fields;
import org.herald.publish.body.BodyRules;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;

/**
 * Content that was brought under the rules of bodies. That takes time and needs no transaction, so it can be done ahead of
 * the verb that saves it, also on another thread.
 */
public final class CleanContent {

    private static final Pattern IDENTITY = Pattern.compile("\"(item|asset):([0-9]{1,18})\"");
    private static final Pattern LINK = Pattern.compile("<a href=\"([^\"]*)\"");
    private static final Pattern KEPT = Pattern.compile("(item|asset):[0-9]{1,18}");

    private final Content content;

    private CleanContent(Content content) {
        this.content = content;
    }

    public static CleanContent of(Content content) {
        return new CleanContent(
                PlainText.clean(content).withBody(BodyRules.read(content.body().html())));
    }

    /** The content as it is to be saved. */
    public Content content() {
        return content;
    }

    /** The same with these fields, which are brought under their rules when they are saved. */
    public CleanContent withFields(Fields fields) {
        return new CleanContent(content.withFields(fields));
    }

    /**
     * The same with other identities in its links and pictures.
     *
     * @param identity gives for {@code item:12} or {@code asset:7} what shall stand there, which is such an identity too
     */
    public CleanContent leading(UnaryOperator<String> identity) {
        String html = IDENTITY.matcher(content.body().html()).replaceAll(found -> {
            String written = found.group();
            return '"' + checked(identity.apply(written.substring(1, written.length() - 1))) + '"';
        });
        var picture = content.picture();
        return new CleanContent(
                content.withBody(new Body(html)).withPicture(picture == null ? null : leading(picture, identity)));
    }

    /** The same with the links of its body written as this gives for each. */
    CleanContent linking(UnaryOperator<String> href) {
        String html = content.body().html();
        String linked = LINK.matcher(html).replaceAll(found -> {
            String written = Parser.unescapeEntities(found.group(1), true);
            String link = href.apply(written);
            return Matcher.quoteReplacement(
                    link.equals(written) ? found.group() : "<a href=\"" + Entities.escape(link) + "\"");
        });
        return linked.equals(html) ? this : new CleanContent(content.withBody(BodyRules.walled(linked)));
    }

    private static Picture leading(Picture picture, UnaryOperator<String> identity) {
        String asset = checked(identity.apply("asset:" + picture.asset()));
        return new Picture(
                new AssetId(Long.parseLong(asset.substring(asset.indexOf(':') + 1))),
                picture.alt(),
                picture.caption(),
                picture.credit());
    }

    private static String checked(String identity) {
        if (!KEPT.matcher(identity).matches()) {
            throw new IllegalArgumentException("No identity: " + identity);
        }
        return identity;
    }
}
