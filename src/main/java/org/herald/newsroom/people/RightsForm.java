package org.herald.newsroom.people;

import java.util.List;
import org.herald.newsroom.LanguageChoice;

/** The fields by which somebody is given a role, languages and sections. */
public record RightsForm(List<RoleChoice> roles, List<LanguageChoice> languages, List<SectionChoice> sections) {

    /** A role that can be chosen. */
    public record RoleChoice(String word, boolean isChosen) {

        public String key() {
            return "role." + word;
        }

        /** The words for what it may do. */
        public String aboutKey() {
            return "role." + word + "-about";
        }
    }

    /** A section that can be chosen, with the titles of all above it. */
    public record SectionChoice(long id, String title, boolean isChosen) {}
}
