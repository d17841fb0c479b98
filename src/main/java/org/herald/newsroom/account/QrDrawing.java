package org.herald.newsroom.account;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code as the path of an SVG drawing.
 *
 * @param size the length of a side in modules, with the quiet zone around it (ISO/IEC 18004, section 6.3.8)
 * @param path the dark modules
 */
public record QrDrawing(int size, String path) {

    private static final int QUIET = 4;

    static QrDrawing of(String text) {
        var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        return new QrDrawing(code.size + 2 * QUIET, path.toString());
    }
}
