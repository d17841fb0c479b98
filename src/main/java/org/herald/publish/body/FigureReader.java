package org.herald.publish.body;

import java.util.List;
import java.util.stream.Stream;
import org.herald.model.Blank;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;

/** Builds figures: a picture with alternative text, caption and credit; several pictures as a gallery. */
final class FigureReader {

    private final StringBuilder out;
    private final InlineReader inline;

    FigureReader(StringBuilder out, InlineReader inline) {
        this.out = out;
        this.inline = inline;
    }

    void figure(Element figure) {
        Element caption = figure.children().stream()
                .filter(child -> child.normalName().equals("figcaption"))
                .findFirst()
                .orElse(null);
        String said = caption == null ? "" : inline.line(caption);
        var inCaption = inline.takePictures();
        if (caption != null) {
            caption.remove();
        }
        boolean isPicture = figure.selectFirst("img") != null && figure.selectFirst("table, blockquote") == null;
        if (isPicture) {
            pictures(figure, said);
        } else {
            out.append(new BodyReader().read(figure));
            paragraph(said);
        }
        inCaption.forEach(picture -> picture(picture, ""));
    }

    /** Pictures in a figure; words beside them stand before or after it. */
    private void pictures(Element figure, String said) {
        var before = new Element("div");
        var after = new Element("div");
        boolean isAfter = false;
        for (Node child : figure.childNodes()) {
            isAfter |= child instanceof Element element && element.selectFirst("img") != null;
            (isAfter ? after : before).appendChild(child.clone());
        }
        out.append(new BodyReader().read(withoutPictures(before)));
        var pictures = figure.select("img").stream().toList();
        var own = pictures.stream().filter(FigureReader::isOwn).toList();
        String ownCaption = pictures.size() == 1 ? caption(pictures.getFirst(), figure) : "";
        if (own.size() > 1) {
            gallery(figure, own, said);
        } else if (pictures.size() == 1 && ownCaption.isEmpty()) {
            picture(pictures.getFirst(), said);
        } else {
            own.forEach(picture -> picture(picture, caption(picture, figure)));
            paragraph(said);
        }
        if (pictures.size() > 1) {
            pictures.stream()
                    .filter(picture -> !isOwn(picture))
                    .forEach(picture -> picture(picture, caption(picture, figure)));
        }
        out.append(new BodyReader().read(withoutPictures(after)));
    }

    private void gallery(Element figure, List<Element> pictures, String said) {
        out.append("<figure class=\"gallery\">");
        pictures.forEach(picture -> asset(picture, caption(picture, figure)));
        out.append(said.isEmpty() ? "" : "<figcaption>" + said + "</figcaption>")
                .append("</figure>");
        pictures.forEach(this::linkAround);
    }

    /** The caption that a picture has of its own in a figure of several. */
    private String caption(Element picture, Element figure) {
        Element own = picture.closest("figure");
        Element caption = own == null || own.equals(figure) ? null : own.selectFirst("figcaption");
        String text = caption == null ? "" : inline.line(caption);
        inline.takePictures(); // they are pictures of the figure
        return text;
    }

    /** The same element without its pictures and without their captions. */
    private static Element withoutPictures(Element element) {
        for (Element own : element.select("figure")) {
            Element caption = own.selectFirst("img") == null ? null : own.selectFirst("figcaption");
            if (caption != null) {
                caption.remove();
            }
        }
        for (Element link : element.select("a:has(img)")) {
            if (InlineReader.isBlank(link.wholeText())) {
                link.removeAttr("href"); // it is written with its picture
            }
        }
        element.select("img, picture").remove();
        return element;
    }

    /** One picture with its caption; one that is no asset of ours becomes a link to where it is. */
    void picture(Element picture, String caption) {
        if (isOwn(picture)) {
            asset(picture, caption);
            linkAround(picture);
            return;
        }
        String address = InlineReader.address(sourceOf(picture));
        String alt = picture.attr("alt");
        if (!address.isEmpty() && !address.matches("(?i)(asset|item|mailto|tel):.*")) {
            link(address, InlineReader.isBlank(alt) ? address : alt);
        } else if (!InlineReader.isBlank(alt)) {
            paragraph(Entities.escape(alt.strip()));
        }
        linkAround(picture);
        paragraph(caption);
    }

    private void asset(Element picture, String caption) {
        out.append("<figure><img src=\"").append(picture.attr("src").strip()).append("\" alt=\"");
        out.append(Entities.escape(picture.attr("alt"))).append("\">");
        out.append(caption.isEmpty() ? "" : "<figcaption>" + caption + "</figcaption>")
                .append("</figure>");
    }

    /** A link around a picture follows it, unless it leads to the picture itself. */
    private void linkAround(Element picture) {
        Element around = picture.closest("a[href]");
        String address = around == null ? "" : InlineReader.address(around.attr("href"));
        boolean isItself = file(address).equals(file(InlineReader.address(sourceOf(picture))));
        // words in the same link say it already
        if (around != null && !address.isEmpty() && !isItself && InlineReader.isBlank(around.wholeText())) {
            String name = Blank.is(picture.attr("alt")) ? around.attr("title") : picture.attr("alt");
            link(address, Blank.is(name) ? address : name.strip());
        }
    }

    /** What an address says of a file: without its protocol, its query, and the size at its end. */
    private static String file(String address) {
        return address.replaceFirst("^[a-zA-Z]+://", "")
                .replaceFirst("[?#].*$", "")
                .replaceFirst("-[0-9]+x[0-9]+(?=\\.[a-zA-Z]+$)", "");
    }

    private static boolean isOwn(Element picture) {
        return picture.attr("src").strip().matches("asset:[0-9]{1,18}");
    }

    /** Where the file of a picture is; scripts that load pictures late put something else into {@code src}. */
    static String sourceOf(Element picture) {
        String source = picture.attr("src").strip();
        if (!source.isEmpty() && !source.startsWith("data:")) {
            return source;
        }
        return Stream.of("data-src", "data-lazy-src", "data-original", "data-srcset", "srcset")
                .map(name -> picture.attr(name).strip().replaceFirst("[\\s,].*$", ""))
                .filter(each -> !each.isEmpty() && !each.startsWith("data:"))
                .findFirst()
                .orElse(source);
    }

    private void link(String address, String name) {
        out.append("<p><a href=\"").append(Entities.escape(address)).append("\">");
        out.append(Entities.escape(name)).append("</a></p>");
    }

    private void paragraph(String text) {
        if (!InlineReader.isEmpty(text)) {
            out.append("<p>").append(text).append("</p>");
        }
    }
}
