package org.herald.publish;

import org.herald.model.Blank;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

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
        String said = caption == null ? "" : caption(caption);
        Element table = figure.selectFirst("table");
        Element quote = figure.selectFirst("blockquote");
        if (table != null) {
            new TableReader(out, inline).table(table);
            paragraph(said);
            return;
        }
        if (quote != null || figure.selectFirst("img") == null) {
            if (caption != null) {
                caption.remove();
            }
            out.append(new BodyReader().read(figure));
            paragraph(said);
            return;
        }
        pictures(figure, caption, said);
    }

    private void pictures(Element figure, @Nullable Element caption, String said) {
        var pictures = figure.select("img").stream()
                .filter(picture -> caption == null || !picture.parents().contains(caption))
                .toList();
        if (pictures.size() == 1) {
            picture(pictures.getFirst(), said);
            return;
        }
        out.append("<figure class=\"gallery\">");
        for (Element picture : pictures) {
            Element own = picture.closest("figure");
            Element ownCaption = own == null || own.equals(figure) ? null : own.selectFirst("figcaption");
            picture(picture, ownCaption == null ? "" : caption(ownCaption));
        }
        out.append(said.isEmpty() ? "" : "<figcaption>" + said + "</figcaption>")
                .append("</figure>");
    }

    /** One picture with its caption; one that is no asset of ours becomes a link to where it is. */
    void picture(Element picture, String caption) {
        String source = picture.attr("src").strip();
        String alt = picture.attr("alt");
        if (source.matches("asset:[0-9]{1,18}")) {
            out.append("<figure><img src=\"").append(source).append("\" alt=\"");
            out.append(Entities.escape(alt)).append("\">");
            out.append(caption.isEmpty() ? "" : "<figcaption>" + caption + "</figcaption>")
                    .append("</figure>");
            return;
        }
        String address = InlineReader.address(source);
        if (!address.isEmpty() && !address.matches("(?i)(asset|item|mailto|tel):.*")) {
            String name = Blank.is(alt) ? address : alt;
            out.append("<p><a href=\"").append(Entities.escape(address)).append("\">");
            out.append(Entities.escape(name)).append("</a></p>");
        }
        paragraph(caption);
    }

    private String caption(Element caption) {
        return InlineReader.isEmpty(inline.read(caption.childNodes()))
                ? ""
                : inline.read(caption.childNodes()).strip();
    }

    private void paragraph(String text) {
        if (!text.isEmpty()) {
            out.append("<p>").append(text).append("</p>");
        }
    }
}
