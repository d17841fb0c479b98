package org.herald.newsroom.account;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.herald.config.Settings;
import org.herald.model.Language;
import org.herald.newsroom.Door;
import org.herald.newsroom.FieldErrors;
import org.herald.newsroom.HeldAtSignIn;
import org.herald.newsroom.HeldForm;
import org.herald.newsroom.NewsroomFrames;
import org.herald.newsroom.NewsroomWords;
import org.herald.newsroom.Screen;
import org.jspecify.annotations.Nullable;

/** Makes the first screen of a sign-in, with the ways that the portal offers. */
@Singleton
public final class SignInScreens implements HeldAtSignIn {

    private static final int FORBIDDEN = 403;
    private static final String HOME = "/newsroom";

    private final NewsroomFrames frames;
    private final Settings settings;

    public SignInScreens(NewsroomFrames frames, Settings settings) {
        this.frames = frames;
        this.settings = settings;
    }

    boolean isByPassword() {
        return settings.signIn().byPassword();
    }

    /** The language of somebody who is new here. */
    Language newcomers() {
        var tag = new Language(frames.words().tag());
        return NewsroomWords.LANGUAGES.contains(tag) ? tag : NewsroomWords.LANGUAGES.getFirst();
    }

    /**
     * Where somebody goes after the sign-in.
     *
     * @param back a path of the newsroom
     * @param held a form that they had sent while they were signed out, as {@link HeldForm#packed} writes it; empty for none
     */
    record Onward(String back, String held) {

        static Onward to(String back) {
            return new Onward(Door.wished(back), "");
        }

        static Onward of(String back, String held) {
            return new Onward(Door.wished(back), held);
        }
    }

    Response show(String back, String flash) {
        return answer(200, Onward.to(back), "", flash, FieldErrors.NONE);
    }

    /** The screen with a form that could not be done because its author is signed out; it goes on from here with them. */
    @Override
    public Response hold(HeldForm form) {
        return answer(FORBIDDEN, new Onward(HOME, form.packed()), "", "", FieldErrors.NONE);
    }

    /** The screen again, after something was refused. */
    Response again(int status, Onward onward, String email, FieldErrors errors) {
        return answer(status, onward, email, "", errors);
    }

    /** The second step. */
    Response code(int status, Onward onward, String challenge, FieldErrors errors) {
        var frame = frames.frame(frames.words().say("sign-in.code-title"), NewsroomFrames.Area.NONE);
        return Screen.of(status, new SignInCodePage(frame, onward.back(), onward.held(), challenge, errors));
    }

    private Response answer(int status, Onward onward, String email, String flash, FieldErrors errors) {
        var frame = frames.frame(frames.words().say("sign-in.title"), NewsroomFrames.Area.NONE, flash);
        return Screen.of(
                status,
                new SignInPage(
                        frame, onward.back(), onward.held(), email, isByPassword(), provider(onward.back()), errors));
    }

    private SignInPage.@Nullable Provider provider(String back) {
        var openId = settings.signIn().openId();
        if (openId == null) {
            return null;
        }
        var label = openId.label();
        String called = label.getOrDefault(
                new Language(frames.words().tag()),
                label.getOrDefault(
                        settings.defaultLanguage(), URI.create(openId.issuer()).getHost()));
        return new SignInPage.Provider(
                called, "/newsroom/sign-in/openid?back=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
    }
}
