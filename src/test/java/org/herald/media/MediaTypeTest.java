package org.herald.media;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MediaTypeTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            ffd8ffe000104a464946    , JPEG, image/jpeg, jpg
            89504e470d0a1a0a0000    , PNG, image/png, png
            474946383961            , GIF, image/gif, gif
            52494646240000005745425056503820, WEBP, image/webp, webp
            255044462d312e37        , PDF, application/pdf, pdf
            """)
    void firstBytesTellTheType(String hex, MediaType type, String name, String extension) {
        assertEquals(Optional.of(type), MediaType.of(HexFormat.of().parseHex(hex)));
        assertEquals(name, type.mediaTypeName());
        assertEquals(extension, type.extension());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns='http://www.w3.org/2000/svg'/>",
                "\n  <svg viewBox='0 0 1 1'></svg>",
                "\ufeff<svg></svg>",
                "<?xml version='1.0'?>\n<svg></svg>",
                "<?xml version='1.0'?><!-- drawn by hand --><svg></svg>",
                "<!-- <html> --><svg></svg>",
                "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'><svg>",
                "<?xml version='1.0'?><?xml-stylesheet href='a.css'?><svg\n width='3'>",
            })
    void drawingIsToldByItsRootElement(String text) {
        assertEquals(Optional.of(MediaType.SVG), MediaType.of(bytes(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "M",
                "Hello",
                "<html><svg></svg></html>",
                "<!DOCTYPE html><svg></svg>",
                "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><script>alert(1)</script><svg/></html>",
                "<?xml version='1.0'?><!-- <svg> --><html/>",
                "<svgx/>",
                "<svg",
                "<?xml version='1.0'?><x:svg/>",
                "#!/bin/sh",
                "MZ",
                "PK\u0003\u0004",
                "GIF",
                "RIFF0000WAVE",
                "<script>alert(1)</script>",
            })
    void otherBytesAreNothingThatIsKept(String text) {
        assertEquals(Optional.empty(), MediaType.of(bytes(text)));
    }

    @Test
    void halfASignatureIsNoSignature() {
        byte[] webp = HexFormat.of().parseHex("524946462400000057454250");
        for (int length = 0; length < webp.length; length++) {
            assertEquals(Optional.empty(), MediaType.of(Arrays.copyOf(webp, length)));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
