package org.herald.media;

import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a drawing may have: the elements and attributes of SVG 2 that draw. Whatever is not named here goes: scripts,
 * handlers, HTML inside ({@code foreignObject}), animations, links, and what drawing programs keep for themselves.
 */
final class DrawingRules {

    /** What stays in the shape of another element, so that its content stays. */
    private static final Map<String, String> KEPT_AS = Map.of("a", "g");

    private static final Set<String> ELEMENTS = words("""
            svg g defs symbol use switch title desc style image
            path rect circle ellipse line polyline polygon text tspan textPath
            linearGradient radialGradient stop clipPath mask pattern marker filter
            feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap
            feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode
            feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence
            """);

    /** What may stand in a style, and as an attribute too. */
    private static final Set<String> PROPERTIES = words("""
            alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation
            color-interpolation-filters color-rendering direction display dominant-baseline enable-background fill
            fill-opacity fill-rule filter flood-color flood-opacity font font-family font-size font-size-adjust
            font-stretch font-style font-variant font-weight image-rendering isolation letter-spacing lighting-color
            line-height marker marker-end marker-mid marker-start mask mask-type mix-blend-mode opacity overflow
            paint-order pointer-events shape-rendering stop-color stop-opacity stroke stroke-dasharray
            stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-anchor
            text-decoration text-orientation text-rendering transform transform-box transform-origin unicode-bidi
            vector-effect visibility white-space word-spacing writing-mode
            """);

    private static final Set<String> ATTRIBUTES = words("""
            id class role aria-label aria-labelledby aria-describedby aria-hidden lang xml:lang xml:space systemLanguage
            version viewBox preserveAspectRatio width height x y x1 y1 x2 y2 cx cy r rx ry fx fy fr d points pathLength
            dx dy rotate textLength lengthAdjust startOffset method spacing side
            gradientUnits gradientTransform spreadMethod offset clipPathUnits maskUnits maskContentUnits patternUnits
            patternContentUnits patternTransform refX refY markerWidth markerHeight markerUnits orient
            filterUnits primitiveUnits in in2 result stdDeviation mode type values tableValues slope intercept amplitude
            exponent operator k1 k2 k3 k4 radius edgeMode baseFrequency numOctaves seed stitchTiles surfaceScale
            specularConstant specularExponent diffuseConstant azimuth elevation z pointsAtX pointsAtY pointsAtZ
            limitingConeAngle kernelMatrix kernelUnitLength order divisor bias targetX targetY preserveAlpha scale
            xChannelSelector yChannelSelector
            """);

    /** What may refer to another part of the same drawing. */
    private static final Set<String> REFERRING = words("use textPath linearGradient radialGradient pattern filter");

    private static final Pattern FRAGMENT = Pattern.compile("#[^\\s\"'<>\\\\]+");
    private static final Pattern EMBEDDED =
            Pattern.compile("data:image/(?:png|jpe?g|webp);base64,([A-Za-z0-9+/=\\s]++)", Pattern.CASE_INSENSITIVE);

    private DrawingRules() {}

    /** What an element is kept as; nothing when it goes. */
    static Optional<String> element(String name) {
        String kept = KEPT_AS.getOrDefault(name, name);
        return ELEMENTS.contains(kept) ? Optional.of(kept) : Optional.empty();
    }

    static boolean isProperty(String name) {
        return PROPERTIES.contains(name);
    }

    /** The value an attribute is kept with; nothing when it goes. */
    static Optional<String> value(String element, String name, String value) {
        if (name.equals("href")) {
            return href(element, value.strip());
        }
        if (name.equals("style")) {
            return Optional.of(DrawingStyle.declarations(value)).filter(style -> !style.isEmpty());
        }
        boolean isKnown = ATTRIBUTES.contains(name) || PROPERTIES.contains(name);
        return isKnown && DrawingStyle.isHarmless(value) ? Optional.of(value) : Optional.empty();
    }

    private static Optional<String> href(String element, String value) {
        if (REFERRING.contains(element)) {
            return FRAGMENT.matcher(value).matches() ? Optional.of(value) : Optional.empty();
        }
        return element.equals("image") ? embedded(value) : Optional.empty();
    }

    /** A picture inside the drawing, cleaned like any other. */
    private static Optional<String> embedded(String value) {
        var found = EMBEDDED.matcher(value);
        if (!found.matches()) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(found.group(1));
            var type = MediaType.of(bytes);
            if (type.isEmpty()) {
                return Optional.empty();
            }
            var photo = Photo.of(type.get(), bytes);
            if (photo.isMoving() || photo.size().isBeyond(Incoming.MOST_MEGAPIXELS)) {
                return Optional.empty();
            }
            return Optional.of("data:" + type.get().mediaTypeName().toLowerCase(Locale.ROOT) + ";base64,"
                    + Base64.getEncoder().encodeToString(photo.cleaned()));
        } catch (UnfitPicture | IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }
}
