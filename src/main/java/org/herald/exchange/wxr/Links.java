package org.herald.exchange.wxr;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.herald.model.Blank;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Makes the links of one text lead to what they mean here, and gives those a body cannot have a form that it can. */
final class Links {

    private static final Pattern SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:.*", Pattern.DOTALL);
    private static final String BLOCKS =
            "p, div, figure, img, h1, h2, h3, h4, h5, h6, ul, ol, table, blockquote, section, article, picture";

    private final Inventory inventory;
    private final References references;
    private final Notes notes;
    private final String page;

    /** @param page where the text stood, from which addresses without a host lead */
    Links(Inventory inventory, References references, Notes notes, String page) {
        this.inventory = inventory;
        this.references = references;
        this.notes = notes;
        this.page = page;
    }

    void convert(Document parsed) {
        imageMaps(parsed);
        for (Element link : List.copyOf(parsed.select("a"))) {
            String address = whole(link.attr("href").strip());
            if (address.isEmpty()) {
                link.unwrap();
            } else if (address.startsWith("#")) {
                notes.add("left out: the link to " + address + " in the same text, its words stay");
                link.unwrap();
            } else {
                link.attr("href", identity(address).orElse(address));
                if (link.selectFirst(BLOCKS) != null) {
                    moveInside(link);
                }
            }
        }
    }

    /** The places of an image map become a list of links. */
    private void imageMaps(Document parsed) {
        for (Element map : parsed.select("map")) {
            var list = new Element("ul");
            for (Element area : map.select("area[href]")) {
                String name = Blank.is(area.attr("alt")) ? area.attr("title") : area.attr("alt");
                list.appendElement("li")
                        .appendElement("a")
                        .attr("href", area.attr("href"))
                        .text(Blank.is(name) ? area.attr("href") : name);
            }
            if (list.childrenSize() > 0) {
                notes.add("converted: the links of an image map became a list");
                map.replaceWith(list);
            }
        }
    }

    /** An address as it was meant on the old page: relative ones lead from there, and {@code www.} begins a host. */
    private String whole(String written) {
        if (written.isEmpty()
                || written.startsWith("#")
                || written.startsWith("/")
                || SCHEME.matcher(written).matches()) {
            return written;
        }
        if (written.regionMatches(true, 0, "www.", 0, 4)) {
            return "http://" + written;
        }
        try {
            return URI.create(page).resolve(written.replace(" ", "%20")).toString();
        } catch (IllegalArgumentException unresolvable) {
            return written;
        }
    }

    /** A link around blocks becomes one around the words of each; one around a picture alone a line below it. */
    private void moveInside(Element link) {
        String address = link.attr("href");
        var words = link.selectStream("*")
                .flatMap(element -> element.textNodes().stream())
                .filter(text -> !Blank.is(text.getWholeText()))
                .toList();
        for (TextNode text : words) {
            var inner = new Element("a").attr("href", address);
            text.replaceWith(inner);
            inner.appendChild(text);
        }
        var picture = link.selectFirst("img");
        if (words.isEmpty() && picture != null && !isSame(address, picture)) {
            String name = Blank.is(picture.attr("alt")) ? OldSite.fileName(address) : picture.attr("alt");
            var below = new Element("p");
            below.appendElement("a").attr("href", address).text(Blank.is(name) ? address : name);
            var figure = link.closest("figure, p");
            (figure == null ? link : figure).after(below);
            notes.add("converted: the link of a picture stands below it");
        }
        link.unwrap();
    }

    /** True for a link that leads to the picture itself or to the page that showed nothing else. */
    private boolean isSame(String address, Element picture) {
        String source = picture.attr("src");
        return address.equals(source)
                || references.isSame(address, source)
                || OldSite.fileKey(address).equals(OldSite.fileKey(source));
    }

    /** What an address of the old site means here; an address that means nothing here stays as it is. */
    private Optional<String> identity(String address) {
        var path = inventory.site().path(address);
        Optional<String> item = path.flatMap(references::item).map(id -> "item:" + id);
        if (item.isPresent()
                || path.filter(at -> inventory.itemAt(at).isPresent()).isPresent()) {
            return item;
        }
        Optional<String> file = path.flatMap(inventory::attachmentOfPage)
                .flatMap(attachment -> references.attachment(attachment.id()))
                .or(() -> references.file(address))
                .map(id -> "asset:" + id);
        if (file.isPresent()) {
            return file;
        }
        if (path.filter(inventory::isList).isPresent()) {
            return path;
        }
        path.ifPresent(_ -> notes.add(
                "kept as it is written: a link to an address of the old site that is not in the file, " + address));
        return Optional.empty();
    }
}
