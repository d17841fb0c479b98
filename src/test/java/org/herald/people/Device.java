package org.herald.people;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/**
 * A device that keeps one passkey, with the browser before it (WebAuthn Level 3, sections 5 and 6): an ES256 key, a counter,
 * and answers as JSON. What it says of where it is can be set, so that it can lie.
 */
final class Device {

    private static final int IS_PRESENT = 0x01;
    private static final int IS_VERIFIED = 0x04;
    private static final int HAS_KEY = 0x40;

    private final KeyPair key;
    private final byte[] id = Secrets.bytes(16);
    private String origin = "http://localhost:8080"; // where the browser says it is
    private String party = "localhost"; // for whom the device signs
    private int flags = IS_PRESENT | IS_VERIFIED; // what the device says of its owner
    private int count; // of signatures
    private String handle = ""; // for whom it keeps the passkey

    Device() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            key = generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Device at(String otherOrigin) {
        origin = otherOrigin;
        return this;
    }

    Device forParty(String otherParty) {
        party = otherParty;
        return this;
    }

    /** Signs without asking for a PIN, a finger or a face. */
    Device withoutVerifying() {
        flags = IS_PRESENT;
        return this;
    }

    Device counting(int from) {
        count = from;
        return this;
    }

    /** What the browser says after {@code navigator.credentials.create}. */
    String make(String challenge, String owner) {
        handle = owner;
        byte[] told = data("webauthn.create", challenge);
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[16]);
        bytes.writeBytes(ByteBuffer.allocate(2).putShort((short) id.length).array());
        bytes.writeBytes(id);
        bytes.writeBytes(coseKey());
        byte[] said = said(flags | HAS_KEY, bytes.toByteArray());
        var object = new ByteArrayOutputStream();
        object.write(0xA3);
        text(object, "fmt");
        text(object, "none");
        text(object, "attStmt");
        object.write(0xA0);
        text(object, "authData");
        object.write(0x58);
        object.write(said.length);
        object.writeBytes(said);
        return credential("""
                "clientDataJSON":"%s","attestationObject":"%s","transports":["internal"]""".formatted(base64(told), base64(object.toByteArray())));
    }

    /** What the browser says after {@code navigator.credentials.get}. */
    String sign(String challenge) {
        return sign(challenge, handle);
    }

    String sign(String challenge, String owner) {
        byte[] told = data("webauthn.get", challenge);
        count = count == 0 ? 0 : count + 1;
        byte[] said = said(flags, new byte[0]);
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key.getPrivate());
            signature.update(said);
            signature.update(sha256(told));
            return credential("""
                    "clientDataJSON":"%s","authenticatorData":"%s","signature":"%s","userHandle":"%s\"""".formatted(base64(told), base64(said), base64(signature.sign()), owner));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] data(String type, String challenge) {
        return """
                {"type":"%s","challenge":"%s","origin":"%s","crossOrigin":false}""".formatted(type, challenge, origin).getBytes(StandardCharsets.UTF_8);
    }

    /** Section 6.1. */
    private byte[] said(int bits, byte[] rest) {
        return ByteBuffer.allocate(37 + rest.length)
                .put(sha256(party.getBytes(StandardCharsets.UTF_8)))
                .put((byte) bits)
                .putInt(count)
                .put(rest)
                .array();
    }

    /** RFC 9052, section 7, and RFC 9053, section 7.1.1. */
    private byte[] coseKey() {
        var point = ((ECPublicKey) key.getPublic()).getW();
        return ByteBuffer.allocate(77)
                .put(new byte[] {(byte) 0xA5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32})
                .put(thirtyTwo(point.getAffineX()))
                .put(new byte[] {0x22, 0x58, 32})
                .put(thirtyTwo(point.getAffineY()))
                .array();
    }

    private String credential(String response) {
        String name = base64(id);
        return "{\"id\":\"" + name + "\",\"rawId\":\"" + name + "\",\"type\":\"public-key\",\"response\":{" + response
                + "},\"clientExtensionResults\":{}}";
    }

    private static byte[] thirtyTwo(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[32];
        int length = Math.min(bytes.length, 32);
        System.arraycopy(bytes, bytes.length - length, fixed, 32 - length, length);
        return fixed;
    }

    private static void text(ByteArrayOutputStream cbor, String text) {
        cbor.write(0x60 + text.length());
        cbor.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
