package org.herald.site.directory;

import org.herald.site.directory.Selection.Position;

final class Spheres {
    private Spheres() {}

    static double metres(Position a, Position b) {
        double p = Math.toRadians(a.latitude()), q = Math.toRadians(b.latitude());
        double s = Math.sin((q - p) / 2), t = Math.sin(Math.toRadians(b.longitude() - a.longitude()) / 2);
        return 2 * 6_371_008.8 * Math.asin(Math.min(1, Math.sqrt(s * s + Math.cos(p) * Math.cos(q) * t * t)));
    }
}
