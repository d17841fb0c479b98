package org.herald.site;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.herald.config.Settings;
import org.herald.model.Language;
import org.herald.model.ListKey;
import org.herald.model.PageKey;
import org.herald.model.Section;
import org.herald.model.kind.KindName;
import org.herald.site.feeds.FeedFormat;

/** The addresses of the feeds that change with what page keys name. */
@Singleton
public final class FeedAddresses {

    private final Settings settings;
    private final CurrentNavigation navigation;

    public FeedAddresses(Settings settings, CurrentNavigation navigation) {
        this.settings = settings;
        this.navigation = navigation;
    }

    /** In every format, absolute, each once. */
    public List<String> of(Collection<PageKey> keys) {
        var pages = new LinkedHashSet<String>();
        for (Language language : settings.languages()) {
            var lists = lists(language);
            keys.stream().flatMap(key -> lists.page(key).stream()).forEach(pages::add);
        }
        return pages.stream()
                .flatMap(page -> Stream.of(FeedFormat.values()).map(format -> format.at(settings.baseUrl() + page)))
                .toList();
    }

    private Lists lists(Language language) {
        return new Lists(navigation.current(), language);
    }

    /** The lists of one language. */
    private record Lists(Navigation navigation, Language language) {

        private static final String LIST = "list:";
        private static final String SECTION = "section:";
        private static final String TAG = "tag:";
        private static final String DIRECTORY = "directory:";

        Optional<String> page(PageKey key) {
            String value = key.value();
            String ending = ":" + language;
            if (!value.endsWith(ending)) {
                return Optional.empty();
            }
            String named = value.substring(0, value.length() - ending.length());
            if (named.startsWith(DIRECTORY)) {
                return navigation
                        .ofDirectory(new KindName(named.substring(DIRECTORY.length())))
                        .map(section -> Urls.section(language, section));
            }
            return named.startsWith(LIST) ? ofList(named.substring(LIST.length())) : Optional.empty();
        }

        private Optional<String> ofList(String list) {
            if (list.equals(ListKey.ALL.value())) {
                return Optional.of(Urls.front(language));
            }
            if (list.startsWith(TAG)) {
                return Optional.of(Urls.tag(language, list.substring(TAG.length())));
            }
            return navigation.arrangement().sections().stream()
                    .filter(section -> section.id().toString().equals(list.substring(SECTION.length())))
                    .findFirst()
                    .map((Section section) -> Urls.section(language, section));
        }
    }
}
