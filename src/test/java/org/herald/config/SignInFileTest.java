package org.herald.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.herald.model.Role;
import org.herald.testing.Cast;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The settings of how people sign in. */
final class SignInFileTest {

    private static final String LEAST = "name: Town\nlanguages: [en, be]\n";
    private static final String OPENID = LEAST + "sign-in:\n  openid:\n    issuer: https://login.example/\n";

    private final Path folder;

    SignInFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void passwordsAloneAreTheDefault() throws IOException {
        assertEquals(SignInSettings.DEFAULT, read(LEAST, Map.of()));
        assertEquals("", SignInSettings.DEFAULT.issuer());
    }

    @Test
    void passwordsMayBeTurnedOff() throws IOException {
        assertFalse(read(LEAST + "sign-in:\n  password: off\n", Map.of()).byPassword());
        assertFalse(read(LEAST, Map.of("HERALD_SIGN_IN_PASSWORD", "off")).byPassword());
        assertTrue(read(LEAST + "sign-in:\n  password: on\n", Map.of()).byPassword());
    }

    @Test
    void everythingOfAProviderIsRead() throws IOException {
        var settings = read(OPENID + """
                            client-id: herald
                            client-secret: from the file
                            label: {en: Town account, be: Гарадскі запіс}
                            roles-claim: realm_access.roles
                            roles: {desk: editor, chiefs: chief-editor}
                            accept: domain:town.example
                        """, Map.of("HERALD_SIGN_IN_OPENID_CLIENT_SECRET", "from outside"));

        assertEquals(
                new SignInSettings.OpenId(
                        "https://login.example/",
                        "herald",
                        "from outside",
                        Map.of(Cast.ENGLISH, "Town account", Cast.BELARUSIAN, "Гарадскі запіс"),
                        "realm_access.roles",
                        Map.of("desk", Role.EDITOR, "chiefs", Role.CHIEF_EDITOR),
                        "town.example"),
                settings.openId());
        assertEquals("https://login.example/", settings.issuer(), "letter by letter");
        assertFalse(settings.toString().contains("from outside"), "a secret");
    }

    static Stream<List<String>> wrongFiles() {
        return Stream.of(
                List.of(LEAST + "sign-in:\n  pasword: off\n", "Did you mean \"sign-in.password\"?"),
                List.of(LEAST + "sign-in:\n  password: maybe\n", "\"sign-in.password\" is \"maybe\"", "on or off"),
                List.of(LEAST + "sign-in:\n  openid:\n    isuer: x\n", "Did you mean \"sign-in.openid.issuer\"?"),
                List.of(LEAST + "sign-in:\n  openid: yes\n", "key: value"),
                List.of(LEAST + "sign-in:\n  openid:\n    client-id: x\n", "\"sign-in.openid.issuer\" is missing"),
                List.of(OPENID, "\"sign-in.openid.client-id\" is missing"),
                List.of(
                        LEAST + "sign-in:\n  openid:\n    issuer: http://login.example\n    client-id: x\n",
                        "\"sign-in.openid.issuer\" is \"http://login.example\"",
                        "https"),
                List.of(OPENID + "    client-id: x\n    accept: anybody\n", "\"sign-in.openid.accept\"", "invited"),
                List.of(OPENID + "    client-id: x\n    accept: domain:x.org\n", "\"sign-in.openid.roles-claim\""),
                List.of(OPENID + "    client-id: x\n    roles-claim: groups\n", "\"sign-in.openid.roles\""),
                List.of(OPENID + "    client-id: x\n    roles: {a: editor}\n", "\"sign-in.openid.roles-claim\""),
                List.of(
                        OPENID + "    client-id: x\n    roles-claim: groups\n    roles: {a: boss}\n",
                        "\"sign-in.openid.roles.a\" is \"boss\"",
                        "chief-editor"),
                List.of(OPENID + "    client-id: x\n    label: {en: One}\n", "nothing for be"));
    }

    @ParameterizedTest
    @MethodSource("wrongFiles")
    void whatIsWrongIsTold(List<String> file) {
        String message = String.valueOf(assertThrows(SettingsFault.class, () -> read(file.getFirst(), Map.of()))
                .getMessage());

        file.subList(1, file.size()).forEach(words -> assertTrue(message.contains(words), message));
        assertFalse(message.contains("null"), message);
    }

    private SignInSettings read(String text, Map<String, String> environment) throws IOException {
        Files.writeString(folder.resolve("portal.yaml"), text);
        return SettingsFile.read(folder, environment).signIn();
    }
}
