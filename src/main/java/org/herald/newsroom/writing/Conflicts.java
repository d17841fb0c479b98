package org.herald.newsroom.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.herald.model.Body;
import org.herald.model.Conflict;
import org.herald.model.Content;
import org.herald.model.ContentPart;
import org.herald.model.Words;
import org.herald.model.kind.Field;
import org.herald.model.kind.TextType;
import org.herald.newsroom.FieldErrors;
import org.herald.newsroom.Parts;
import org.herald.publish.merge.Comparing;

/** Makes the places of a merge that somebody must settle, and reads what they chose. */
final class Conflicts {

    private Conflicts() {}

    /** What somebody chose for a place. */
    record Choosing(String choice, String typed) {

        /** The text that was chosen; nothing while none is. */
        Optional<String> of(Conflict conflict) {
            return switch (choice) {
                case "mine" -> Optional.of(conflict.mine());
                case "theirs" -> Optional.of(conflict.theirs());
                case "hand" ->
                    Optional.of(typed).filter(_ -> kind(conflict.part()).isByHand());
                default -> Optional.empty();
            };
        }
    }

    static List<MergePage.ConflictView> views(
            List<Conflict> conflicts, List<Choosing> chosen, FieldErrors errors, Words words) {
        var places = new ArrayList<MergePage.ConflictView>();
        for (int number = 0; number < conflicts.size(); number++) {
            var choosing = number < chosen.size() ? chosen.get(number) : new Choosing("", "");
            places.add(view(number, conflicts.get(number), choosing, errors, words));
        }
        return places;
    }

    private static MergePage.ConflictView view(
            int number, Conflict conflict, Choosing choosing, FieldErrors errors, Words words) {
        return new MergePage.ConflictView(
                number,
                Parts.label(words, conflict.part()),
                kind(conflict.part()),
                side(conflict.part(), conflict.base(), conflict.base(), words),
                side(conflict.part(), conflict.base(), conflict.mine(), words),
                side(conflict.part(), conflict.base(), conflict.theirs(), words),
                choosing.choice(),
                choosing.typed().isEmpty() ? conflict.mine() : choosing.typed(),
                errors.at("mine-" + number));
    }

    private static MergePage.Kind kind(ContentPart part) {
        return switch (part) {
            case ContentPart.Common.BODY -> MergePage.Kind.BODY;
            case ContentPart.Common.PICTURE -> MergePage.Kind.PICTURE;
            case ContentPart.Common.HEADLINE, ContentPart.Common.STANDFIRST, ContentPart.Common.TAGS ->
                MergePage.Kind.TEXT;
            case ContentPart.OfField(Field field) ->
                field.type() instanceof TextType ? MergePage.Kind.TEXT : MergePage.Kind.WHOLE;
        };
    }

    private static MergePage.Side side(ContentPart part, String before, String now, Words words) {
        return switch (kind(part)) {
            case BODY -> new MergePage.Side(DifferenceView.of(Comparing.bodies(body(before), body(now)), words), "");
            case PICTURE ->
                new MergePage.Side(
                        line(texts(before), texts(now)),
                        now.isEmpty()
                                ? ""
                                : "/newsroom/pictures/"
                                        + now.lines().findFirst().orElse("") + "?width=320");
            case TEXT, WHOLE -> new MergePage.Side(line(before, now), "");
        };
    }

    private static DifferenceView line(String before, String now) {
        var runs = DifferenceView.runs(Comparing.words(before, now));
        return new DifferenceView(false, List.of(), List.of(new DifferenceView.Block("p", "same", "", runs)));
    }

    /** The texts of a picture, without the identity before them. */
    private static String texts(String picture) {
        int end = picture.indexOf('\n');
        return end < 0 ? "" : picture.substring(end + 1).strip();
    }

    private static Content body(String html) {
        return Content.of("", new Body(html));
    }
}
