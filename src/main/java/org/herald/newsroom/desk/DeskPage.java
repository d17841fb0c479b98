package org.herald.newsroom.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.Set;
import org.herald.newsroom.Choice;
import org.herald.newsroom.FieldErrors;
import org.herald.newsroom.NewsroomFrame;
import org.herald.newsroom.PortalTime.When;
import org.jspecify.annotations.Nullable;

/**
 * The newsroom's list of items, newest change first.
 *
 * @param waiting what was given to the visitor or came back to them, where they ask for what is theirs
 * @param unfinished what the visitor typed and never saved
 * @param more the address of the next part; empty at the end
 * @param offered what the role of the visitor may do to several items at once, and whether it may begin new ones
 * @param errors why something about the views was refused
 */
@CheckedTemplate(basePath = "newsroom")
public record DeskPage(
        NewsroomFrame frame,
        Views views,
        FilterForm filter,
        List<Row> waiting,
        List<Unfinished> unfinished,
        List<Row> rows,
        String more,
        Offered offered,
        FieldErrors errors)
        implements TemplateInstance {

    /** What the role of the visitor lets them do: words of actions, and {@code new}. */
    public record Offered(Set<String> words) {

        public Offered {
            words = Set.copyOf(words);
        }

        /** True when they may do anything to several items at once. */
        public boolean isAny() {
            return !words.isEmpty();
        }

        public boolean may(String word) {
            return words.contains(word);
        }
    }

    /**
     * The views that come with the product, and the visitor's own.
     *
     * @param typed the name of a new one that was refused; empty for none
     */
    public record Views(List<View> builtIn, List<OwnView> own, String typed) {}

    /**
     * A view of the visitor's own.
     *
     * @param typed its name, or the other one that was refused
     * @param wrong what is wrong with that; empty for nothing
     */
    public record OwnView(long id, String name, String path, boolean isCurrent, String typed, String wrong) {}

    /**
     * A filter with a name.
     *
     * @param count how much there is of it, where that is worth knowing; 0 for nothing
     */
    public record View(String name, String path, int count, boolean isCurrent) {}

    /**
     * The form of the filter.
     *
     * @param query the filter as an address has it; empty for no filter
     */
    public record FilterForm(
            String query,
            String words,
            List<Choice> states,
            List<Choice> sections,
            List<Choice> languages,
            List<Choice> kinds,
            List<Choice> people,
            Rest rest) {

        /** True when it asks for what concerns the visitor. */
        public boolean isMine() {
            return people.stream()
                    .anyMatch(person -> person.isChosen() && person.value().equals(DeskFilter.ME));
        }
    }

    /** The other fields of the filter. */
    public record Rest(List<Choice> dues, boolean isStale, boolean hasChange) {}

    /** A text of the visitor's that is no revision yet. */
    public record Unfinished(String headline, String path, String language, When typed) {}

    /** An item. */
    public record Row(Thing thing, String state, When changed, String savedBy, When saved, Task task, Marks marks) {

        public String stateKey() {
            return "state." + state;
        }
    }

    /** What a row is about. */
    public record Thing(long id, String headline, String kind, String language, String section) {

        public String kindKey() {
            return "kind." + kind;
        }
    }

    /** Who is to do something until when. */
    public record Task(String name, @Nullable When due, boolean isLate) {}

    /**
     * What else there is to know about an item.
     *
     * @param embargo until when it is held back; null when it is not, or not any more
     * @param change the word of the state of the change that waits; empty when none does
     */
    public record Marks(
            @Nullable When release,
            @Nullable When embargo,
            String change,
            int comments,
            boolean isStale,
            boolean isSentBack) {

        public String changeKey() {
            return "change." + change;
        }
    }
}
