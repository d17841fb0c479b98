package org.herald.model;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** One thing of the outline as it shall be: what the plan collects, and what the verbs about the outline do. */
public sealed interface OutlineChange {

    /** Names the thing: the plan has one change for each. */
    String subject();

    /**
     * The changes in the order in which they are made: first what sections there are and where, so that all else can lead to
     * them; sections go when what stood below them stands elsewhere; orders come last.
     */
    static List<OutlineChange> ordered(List<OutlineChange> changes) {
        return changes.stream()
                .sorted(Comparator.comparingInt(OutlineChange::step))
                .toList();
    }

    private static int step(OutlineChange change) {
        return switch (change) {
            case SectionAdded _ -> 1;
            case SectionMoved _ -> 2;
            case SectionRemoved _ -> 3;
            case Titles _, Menu _, BlockPlaced _, BlockChanged _, BlockRemoved _ -> 4;
            case SectionOrder _, BlockOrder _ -> 5;
        };
    }

    /**
     * A section that is not there yet, as the last of those beside it.
     *
     * @param id the identity it will have; that of a section which was removed from there brings it back
     * @param word the last word of its path
     */
    record SectionAdded(SectionId id, SectionId parent, String word, Map<Language, Section.Title> titles)
            implements OutlineChange {

        public SectionAdded {
            titles = Map.copyOf(titles);
        }

        @Override
        public String subject() {
            return "section:" + id;
        }
    }

    /** A section as it shall stand in the tree, and so in addresses, with all that stands below it. */
    record SectionMoved(SectionId section, SectionId parent, String word) implements OutlineChange {

        @Override
        public String subject() {
            return "section:" + section;
        }
    }

    /** A section that shall go. */
    record SectionRemoved(SectionId section) implements OutlineChange {

        @Override
        public String subject() {
            return "section:" + section;
        }
    }

    /** The titles and descriptions of a section, in every language that it has one in. */
    record Titles(SectionId section, Map<Language, Section.Title> titles) implements OutlineChange {

        public Titles {
            titles = Map.copyOf(titles);
        }

        @Override
        public String subject() {
            return "titles:" + section;
        }
    }

    /** The order of the sections below one. */
    record SectionOrder(SectionId parent, List<SectionId> order) implements OutlineChange {

        public SectionOrder {
            order = List.copyOf(order);
        }

        @Override
        public String subject() {
            return "sections:" + parent;
        }
    }

    /** A whole menu of one language. */
    record Menu(String menu, Language language, List<Entry> entries) implements OutlineChange {

        /** A line of it. */
        public record Entry(String label, String target) {}

        public Menu {
            entries = List.copyOf(entries);
        }

        @Override
        public String subject() {
            return "menu:" + menu + ":" + language;
        }
    }

    /** A block that is not there yet, with the identity it will have. */
    record BlockPlaced(BlockId id, Block block) implements OutlineChange {

        @Override
        public String subject() {
            return "block:" + id;
        }
    }

    /** A block as it shall be. */
    record BlockChanged(BlockId id, Block block) implements OutlineChange {

        @Override
        public String subject() {
            return "block:" + id;
        }
    }

    /** A block that shall go. */
    record BlockRemoved(BlockId id) implements OutlineChange {

        @Override
        public String subject() {
            return "block:" + id;
        }
    }

    /** The order of the blocks of one spot. */
    record BlockOrder(Language language, Block.Spot spot, List<BlockId> order) implements OutlineChange {

        public BlockOrder {
            order = List.copyOf(order);
        }

        @Override
        public String subject() {
            return "blocks:" + spot.word() + ":" + language;
        }
    }
}
