package org.herald.exchange.wxr;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

/** A digest of all that is taken of a post, by which a second run tells whether it has changed. */
final class Digest {

    /** Begins every digest; another form makes every post count as changed. */
    private static final String FORM = "1";

    /** In place of a digest: the post is here, but not all that it links to. */
    static final String PENDING = "";

    private Digest() {}

    static String of(WxrPart.Post post) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            add(
                    digest,
                    FORM,
                    post.named().type(),
                    post.named().status(),
                    post.named().slug(),
                    post.named().link());
            add(
                    digest,
                    post.written().title(),
                    post.written().creator(),
                    post.written().content());
            add(
                    digest,
                    post.written().excerpt(),
                    post.dated().local(),
                    post.dated().gmt());
            add(digest, Boolean.toString(post.filed().hasPassword()));
            post.filed().terms().forEach(term -> add(digest, term.domain(), term.slug(), term.name()));
            new TreeMap<>(post.filed().meta()).forEach((name, value) -> add(digest, name, value));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }

    private static void add(MessageDigest digest, String... texts) {
        for (String text : texts) {
            digest.update(text.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
    }
}
