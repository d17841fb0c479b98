package org.herald.config;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The PostgreSQL server that holds the portal instead of a file of the site folder.
 *
 * @param url as it was written, which may have a secret among its parameters: {@code postgresql://host:port/name?parameters}
 * @param password empty when the server asks for none; never logged
 */
public record DatabaseServer(String url, String user, String password) {

    static final String USUAL_USER = "herald";

    private static final String HOST = "(?:[A-Za-z0-9._-]+|\\[[0-9a-fA-F:]+\\])(?::[0-9]{1,5})?";
    private static final Pattern URL = Pattern.compile(
            "(?:jdbc:)?(?:postgresql|postgres)://(" + HOST + "(?:," + HOST + ")*/[A-Za-z0-9_%.-]+(?:\\?[^#\\s]*)?)");

    /** By which a URL brings a password into logs and lists of processes. */
    private static final Pattern CREDENTIALS = Pattern.compile("//[^/]*@|[?&](?:user|password)=");

    /** Parameters that the driver knows and that are secret, as that of the key to a client's certificate. */
    private static final Pattern SECRET = Pattern.compile("(?i)([?&][^=&]*(?:password|secret)[^=&]*=)[^&]*");

    /** An address as messages and lists show it: without what is secret in its parameters. */
    public static String shown(String url) {
        return SECRET.matcher(url).replaceAll("$1(hidden)");
    }

    /** The address in its one form; absent when the text is none, or holds a user or password. */
    public static Optional<String> url(String text) {
        var matcher = URL.matcher(text);
        return matcher.matches() && !CREDENTIALS.matcher(text).find()
                ? Optional.of("postgresql://" + matcher.group(1))
                : Optional.empty();
    }

    /** An address, of which no message repeats one that holds a password. */
    static ValueType<String> urlType() {
        var plain = ValueType.of(
                "address of a PostgreSQL database",
                "an address such as postgresql://db.example.org/herald, without a user and password: those are"
                        + " database.user and database.password",
                DatabaseServer::url);
        return new ValueType<>(plain.label(), plain.expected(), (node, asked) -> {
            boolean isSecret = node instanceof ConfigNode.Text(Origin _, String text, boolean _)
                    && (CREDENTIALS.matcher(text).find() || SECRET.matcher(text).find());
            return plain.read(node, isSecret ? new ValueType.Asked(asked.key(), true, asked.faults()) : asked);
        });
    }

    /** True when a text names a server rather than a folder. */
    public static boolean isUrl(String text) {
        return text.contains("://");
    }

    @Override
    public String toString() {
        return shown(url);
    }
}
