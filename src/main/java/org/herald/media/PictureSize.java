package org.herald.media;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/** The width and height of a picture in pixels; both 0 when its file does not tell. */
record PictureSize(int width, int height) {

    static final PictureSize UNKNOWN = new PictureSize(0, 0);

    private static final Pattern VIEW_BOX =
            Pattern.compile("viewBox=\"\\s*[-0-9.]+\\s+[-0-9.]+\\s+([0-9]{1,5})(?:\\.[0-9]+)?\\s+([0-9]{1,5})");

    static PictureSize of(MediaType type, byte[] bytes) {
        return switch (type) {
            case JPEG, PNG, GIF -> raster(bytes);
            case SVG -> svg(bytes);
            case WEBP, PDF -> UNKNOWN;
        };
    }

    /** Reads the header alone, so that a picture of a billion pixels costs nothing. */
    private static PictureSize raster(byte[] bytes) {
        try (var stream = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                return UNKNOWN;
            }
            var reader = readers.next();
            try {
                reader.setInput(stream);
                return new PictureSize(reader.getWidth(0), reader.getHeight(0));
            } finally {
                reader.dispose();
            }
        } catch (IOException damaged) {
            return UNKNOWN;
        }
    }

    private static PictureSize svg(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 2000), StandardCharsets.UTF_8);
        Matcher box = VIEW_BOX.matcher(head);
        return box.find() ? new PictureSize(Integer.parseInt(box.group(1)), Integer.parseInt(box.group(2))) : UNKNOWN;
    }
}
