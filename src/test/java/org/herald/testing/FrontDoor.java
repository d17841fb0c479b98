package org.herald.testing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How people come into the newsroom of a server that runs: by links that are good once, in browsers of their own. */
public final class FrontDoor {

    public static final String PASSWORD = "three unrelated teapots";

    private static final Pattern FIRST = Pattern.compile("http://localhost:[0-9]+/newsroom/welcome/\\S+");

    private FrontDoor() {}

    /** The link by which the first administrator comes in, as the server printed it. */
    public static String printed(HeraldProcess herald) {
        Matcher link = FIRST.matcher(herald.said());
        assertTrue(link.find(), herald.said());
        return link.group();
    }

    /** Becomes the first administrator. */
    public static void first(Page page, String link, String email, String name) {
        page.navigate(link);
        assertThat(page.locator("h1")).hasText("Welcome to your portal");
        page.getByLabel("E-mail").fill(email);
        begin(page, name);
    }

    /** Invites somebody; the link to hand over. */
    public static String invited(Page administrator, String email, String name, String role) {
        administrator
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("People"))
                .click();
        administrator
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Invite a person"))
                .click();
        administrator.getByLabel("E-mail").fill(email);
        administrator
                .getByLabel("Name", new Page.GetByLabelOptions().setExact(true))
                .fill(name);
        administrator.locator("#role-" + role).check();
        administrator
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Create the link"))
                .click();
        return administrator.getByLabel("Link").inputValue();
    }

    /** Takes an invitation up. */
    public static void follow(Page page, String link, String name) {
        page.navigate(link);
        assertThat(page.locator("h1")).hasText("Welcome to the newsroom");
        begin(page, name);
    }

    private static void begin(Page page, String name) {
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill(name);
        page.getByLabel("New password").fill(PASSWORD);
        page.getByLabel("Language of the newsroom").selectOption("en");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Begin"))
                .click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).hasText("You are signed in.");
    }
}
