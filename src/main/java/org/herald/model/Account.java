package org.herald.model;

import java.util.Collection;
import java.util.Set;

/**
 * Somebody who may sign in to the newsroom.
 *
 * @param email what they sign in with, in lower case; no two accounts have the same
 * @param name the name that the newsroom and the change ledger know them by; no two accounts have the same
 * @param languages in which they work; empty for all
 * @param sections in which, and in all sections below, they work; empty for all
 * @param uiLanguage the language of their newsroom
 * @param isLocked true while they may not sign in
 */
public record Account(
        AccountId id,
        String email,
        String name,
        Role role,
        Set<Language> languages,
        Set<SectionId> sections,
        Language uiLanguage,
        boolean isLocked) {

    public Account {
        languages = Set.copyOf(languages);
        sections = Set.copyOf(sections);
    }

    /** As whom they do things. */
    public Principal principal() {
        return new Principal(PrincipalId.of(id), name);
    }

    /**
     * True when they work in this language and in one of these sections.
     *
     * @param upward the section that is meant and all above it
     */
    public boolean worksIn(Language language, Collection<SectionId> upward) {
        return (languages.isEmpty() || languages.contains(language))
                && (sections.isEmpty() || upward.stream().anyMatch(sections::contains));
    }
}
