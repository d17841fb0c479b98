package org.herald.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.herald.config.SettingsFile;
import org.herald.people.FakeProvider;
import org.herald.testing.SiteFolder;

/** The sample portal with an OpenID provider on this machine. */
public final class OpenIdSite extends SiteFolder {

    /** Lives as long as the tests do: the server is told its address when it starts. */
    public static final FakeProvider PROVIDER = new FakeProvider();

    @Override
    protected void fill(Path empty) throws IOException {
        SampleSite.make(empty);
        Files.writeString(
                empty.resolve(SettingsFile.NAME),
                """

                sign-in:
                  openid:
                    issuer: %s
                    client-id: %s
                    client-secret: "%s"
                    label: {en: Town account, be: Гарадскі запіс, ru: Городская запись}
                """.formatted(PROVIDER.issuer(), FakeProvider.CLIENT, FakeProvider.SECRET),
                StandardOpenOption.APPEND);
    }
}
