package org.herald.newsroom;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.herald.Settings;
import org.herald.model.Language;
import org.jspecify.annotations.Nullable;

/** Makes the first screen of a sign-in, with the ways that the portal offers. */
@Singleton
public final class SignInScreens {

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

    Response show(String back, String said) {
        return answer(200, back, "", said, Wrongs.NONE);
    }

    /** The screen again, after something was refused. */
    Response again(int status, String back, String email, Wrongs wrongs) {
        return answer(status, back, email, "", wrongs);
    }

    private Response answer(int status, String back, String email, String said, Wrongs wrongs) {
        var frame = frames.frame(frames.words().say("sign-in.title"), NewsroomFrames.Place.NONE, said);
        return Screen.of(status, new SignInPage(frame, back, email, isByPassword(), provider(back), wrongs));
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
