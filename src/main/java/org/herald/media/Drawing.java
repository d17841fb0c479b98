package org.herald.media;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A drawing (SVG) written anew from what {@link DrawingRules} know: shapes, text, colours and filters. It runs nothing,
 * moves nothing and loads nothing, wherever it is shown.
 */
final class Drawing {

    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final String XLINK = "http://www.w3.org/1999/xlink";
    private static final String XML = "http://www.w3.org/XML/1998/namespace";

    private static final int MOST_PARTS = 200_000;
    private static final int DEEPEST = 150;
    private static final int LONGEST_PROLOGUE = 10_000;

    /** A document type with declarations of its own: entities that grow, or that read files. */
    private static final Pattern DECLARATIONS = Pattern.compile("<!doctype\\b[^>\\[]*+\\[", Pattern.CASE_INSENSITIVE);

    private final XMLStreamReader xml;
    private final String namespace;
    private int parts; // counted while it is read

    private Drawing(XMLStreamReader xml, String namespace) {
        this.xml = xml;
        this.namespace = namespace;
    }

    /** The same drawing, as far as the rules know it. */
    static byte[] cleaned(byte[] bytes) throws UnfitPicture {
        String head = new String(bytes, 0, Math.min(bytes.length, LONGEST_PROLOGUE), StandardCharsets.UTF_8);
        if (DECLARATIONS.matcher(head).find()) {
            throw UnfitPicture.withEntities();
        }
        try {
            var xml = parser().createXMLStreamReader(new ByteArrayInputStream(bytes));
            try {
                while (xml.next() != XMLStreamConstants.START_ELEMENT) {
                    // the prologue says nothing that is kept
                }
                var root = root(xml);
                while (xml.hasNext()) {
                    xml.next(); // what follows must be well formed too
                }
                if (new DrawingUses(root).count() > MOST_PARTS) {
                    throw UnfitPicture.tooComplex();
                }
                var out = new StringBuilder();
                root.write(out);
                return out.toString().getBytes(StandardCharsets.UTF_8);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException damaged) {
            throw UnfitPicture.damaged();
        }
    }

    private static DrawingPart root(XMLStreamReader xml) throws XMLStreamException, UnfitPicture {
        String namespace = xml.getNamespaceURI() == null ? "" : xml.getNamespaceURI();
        if (!xml.getLocalName().equals("svg") || !(namespace.isEmpty() || namespace.equals(SVG))) {
            throw UnfitPicture.damaged();
        }
        var root = new Drawing(xml, namespace).part("svg", 0);
        root.attributes().put("xmlns", SVG);
        return root;
    }

    /** Knows no document type, no entity and no address (OWASP, XML External Entity Prevention). */
    private static XMLInputFactory parser() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setXMLResolver((publicId, systemId, base, name) -> {
            throw new XMLStreamException("A drawing loads nothing");
        });
        return factory;
    }

    /** Reads the element that begins here, to its end. */
    private DrawingPart part(String name, int depth) throws XMLStreamException, UnfitPicture {
        if (++parts > MOST_PARTS || depth > DEEPEST) {
            throw UnfitPicture.tooComplex();
        }
        var part = new DrawingPart(name, attributes(name));
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            switch (xml.getEventType()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    var known = known();
                    if (known.isPresent()) {
                        part.add(part(known.get(), depth + 1));
                    } else {
                        skip();
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    part.add(xml.getText());
                case XMLStreamConstants.ENTITY_REFERENCE -> throw UnfitPicture.withEntities();
                default -> {
                    // comments and instructions go
                }
            }
        }
        return part;
    }

    /** What the element that begins here is kept as; nothing when it goes with all that is in it. */
    private Optional<String> known() {
        String own = xml.getNamespaceURI() == null ? "" : xml.getNamespaceURI();
        return own.equals(namespace) ? DrawingRules.element(xml.getLocalName()) : Optional.empty();
    }

    private void skip() throws XMLStreamException {
        int open = 1;
        while (open > 0) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> open++;
                case XMLStreamConstants.END_ELEMENT -> open--;
                default -> {
                    // gone with its element
                }
            }
        }
    }

    private Map<String, String> attributes(String element) {
        var kept = new TreeMap<String, String>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String own = xml.getAttributeNamespace(i) == null ? "" : xml.getAttributeNamespace(i);
            String local = xml.getAttributeLocalName(i);
            String name = switch (own) {
                case "" -> local;
                case XLINK -> local.equals("href") ? "href" : "";
                case XML -> "xml:" + local;
                default -> "";
            };
            DrawingRules.value(element, name, xml.getAttributeValue(i)).ifPresent(value -> kept.put(name, value));
        }
        return kept;
    }
}
