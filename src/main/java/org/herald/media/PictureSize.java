package org.herald.media;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** The width and height of a picture in pixels, as it is shown; both 0 when its file does not tell. */
record PictureSize(int width, int height) {

    static final PictureSize UNKNOWN = new PictureSize(0, 0);

    private static final int MILLION = 1_000_000;
    private static final int LONGEST_HEAD = 10_000;
    private static final Pattern ROOT = Pattern.compile("<svg\\s[^>]*+", Pattern.CASE_INSENSITIVE);
    private static final Pattern VIEW_BOX = Pattern.compile(
            "\\sviewBox=[\"']\\s*[-+.0-9]++[\\s,]+[-+.0-9]++[\\s,]+([0-9]{1,5})(?:\\.[0-9]*+)?[\\s,]+([0-9]{1,5})(?![0-9])");
    private static final Pattern WIDTH = Pattern.compile("\\swidth=[\"']([0-9]{1,5})(?:\\.[0-9]*+)?(?:px)?[\"']");
    private static final Pattern HEIGHT = Pattern.compile("\\sheight=[\"']([0-9]{1,5})(?:\\.[0-9]*+)?(?:px)?[\"']");

    static PictureSize of(MediaType type, byte[] bytes) {
        return switch (type) {
            case JPEG, PNG, WEBP, GIF -> photo(type, bytes);
            case SVG -> svg(bytes);
            case PDF -> UNKNOWN;
        };
    }

    /** True for more pixels than so many million. */
    boolean isBeyond(int megapixels) {
        return (long) width * height > (long) megapixels * MILLION;
    }

    private static PictureSize photo(MediaType type, byte[] bytes) {
        try {
            return Photo.of(type, bytes).size();
        } catch (UnfitPicture damaged) {
            return type == MediaType.WEBP ? UNKNOWN : head(bytes);
        }
    }

    /** Reads the head alone, so that a picture of a billion pixels costs nothing. */
    private static PictureSize head(byte[] bytes) {
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
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

    /** The view box, or the drawing's own width and height. */
    private static PictureSize svg(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, LONGEST_HEAD), StandardCharsets.UTF_8);
        Matcher found = ROOT.matcher(head);
        String root = found.find() ? found.group() : "";
        Matcher box = VIEW_BOX.matcher(root);
        if (box.find()) {
            return new PictureSize(Integer.parseInt(box.group(1)), Integer.parseInt(box.group(2)));
        }
        Matcher width = WIDTH.matcher(root);
        Matcher height = HEIGHT.matcher(root);
        return width.find() && height.find()
                ? new PictureSize(Integer.parseInt(width.group(1)), Integer.parseInt(height.group(1)))
                : UNKNOWN;
    }
}
