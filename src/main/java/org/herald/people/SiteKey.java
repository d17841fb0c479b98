package org.herald.people;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.herald.config.SettingsFault;
import org.herald.store.Database;
import org.herald.store.OwnerOnly;
import org.herald.store.SignInQueries;

/**
 * The key of this site, in a file beside its database: whoever has the database alone can neither compute anybody's codes
 * nor make a browser known.
 */
public final class SiteKey {

    private static final int BYTES = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    /** So many codes are tried: one may have been damaged by itself. */
    private static final int SAMPLES = 5;

    private static final String WAY_OUT =
            "Put back a backup of it, or, when it is lost, take the codes off with herald user"
                    + " reset EMAIL --codes-off for each of those people and move the file away; they set up new ones then.";

    private final byte[] key;

    private SiteKey(byte[] key) {
        this.key = key;
    }

    /**
     * The key of a portal. With people's codes sealed by a key that is lost, no new one is made: nobody's codes would be
     * right any more, and the old key could not be put back later.
     *
     * @throws SettingsFault when the key cannot be read or made, or is not the one by which the codes are sealed
     */
    public static SiteKey of(Path file, Database database) {
        var sealed = new SignInQueries(database).sealedCodes(SAMPLES);
        boolean isThere = !Files.notExists(file);
        if (!isThere && !sealed.isEmpty()) {
            throw new SettingsFault(
                    "The key of the site " + file + " is missing, and people's codes are sealed by it. " + WAY_OUT);
        }
        SiteKey key = in(file);
        if (!sealed.isEmpty() && sealed.stream().noneMatch(each -> Codes.opens(key, each.account(), each.secret()))) {
            throw new SettingsFault(
                    file + " is the key of another site: it opens none of this portal's codes. " + WAY_OUT);
        }
        return key;
    }

    /**
     * The key in this file, which is made when it is not there.
     *
     * @throws SettingsFault when it cannot be read or made, or is no key
     */
    public static SiteKey in(Path file) {
        try {
            if (Files.notExists(file)) {
                make(file);
            }
            OwnerOnly.tighten(file);
            byte[] key = Base64.getDecoder()
                    .decode(Files.readString(file, StandardCharsets.ISO_8859_1).strip());
            if (key.length == BYTES) {
                return new SiteKey(key);
            }
        } catch (IOException fault) {
            throw new SettingsFault("The key of the site cannot be read or made in " + file + ": " + fault.getMessage()
                    + ". Give it to the user who runs herald.");
        } catch (IllegalArgumentException notBase64) {
            throw notAKey(file);
        }
        throw notAKey(file);
    }

    /** Of two processes that begin at once one makes the file, whole and for nobody else, and both read it. */
    private static void make(Path file) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file stands in a folder");
        Files.createDirectories(folder);
        Path fresh = OwnerOnly.temporary(folder, "secret", ".new");
        try {
            Files.writeString(fresh, Base64.getEncoder().encodeToString(Secrets.bytes(BYTES)) + "\n");
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException other) {
            return;
        } finally {
            Files.delete(fresh);
        }
    }

    private static SettingsFault notAKey(Path file) {
        return new SettingsFault(
                file + " is not a key of Herald. Put back a backup of it; without it nobody can sign in"
                        + " by a code, and when it is moved away, a new one is made.");
    }

    /** What this key says about a text for a purpose, as lower-case hexadecimal: only who has the key can say it. */
    String sign(String purpose, String text) {
        return Secrets.hex(Secrets.hmac(Secrets.hmac(key, purpose), text));
    }

    /**
     * A secret as it may be stored: AES-256-GCM (NIST SP 800-38D) with a random nonce.
     *
     * @param owner whose secret it is: it opens for nobody else
     */
    String seal(String purpose, String owner, byte[] secret) {
        byte[] nonce = Secrets.bytes(NONCE);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, purpose, owner, nonce, secret)
                .orElseThrow(() -> new IllegalStateException("Nothing hinders sealing"));
        var encoder = Base64.getUrlEncoder().withoutPadding();
        return encoder.encodeToString(nonce) + "." + encoder.encodeToString(sealed);
    }

    /** The secret that was sealed; nothing when it was sealed with another key, for another owner, or changed. */
    Optional<byte[]> open(String purpose, String owner, String sealed) {
        String[] parts = sealed.split("\\.", 2);
        if (parts.length != 2) {
            return Optional.empty();
        }
        try {
            byte[] nonce = Base64.getUrlDecoder().decode(parts[0]);
            return nonce.length != NONCE
                    ? Optional.empty()
                    : run(
                            Cipher.DECRYPT_MODE,
                            purpose,
                            owner,
                            nonce,
                            Base64.getUrlDecoder().decode(parts[1]));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private Optional<byte[]> run(int mode, String purpose, String owner, byte[] nonce, byte[] input) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    mode, new SecretKeySpec(Secrets.hmac(key, purpose), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
            return Optional.of(cipher.doFinal(input));
        } catch (GeneralSecurityException notOurs) {
            return Optional.empty();
        }
    }

    /** Says nothing of the key, so that no log does. */
    @Override
    public String toString() {
        return "SiteKey";
    }
}
