package org.herald.newsroom.writing;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.herald.model.kind.EventTimesType;
import org.herald.model.kind.Field;
import org.herald.newsroom.FieldText;
import org.herald.newsroom.Needs;
import org.herald.newsroom.NewsroomFrames;
import org.herald.newsroom.PortalChoices;
import org.herald.newsroom.Reasons;
import org.herald.newsroom.Refusal;
import org.herald.newsroom.Screen;
import org.herald.people.Permission;

/** What scripts ask while somebody types into a field: what the server takes it for. */
@Path("/newsroom/value")
public class FieldValueRoute {

    private final PortalChoices choices;
    private final NewsroomFrames frames;
    private final ComingDates dates;

    public FieldValueRoute(PortalChoices choices, NewsroomFrames frames, ComingDates dates) {
        this.choices = choices;
        this.frames = frames;
        this.dates = dates;
    }

    /**
     * Answers with the value as readers see it, or what is wrong with it, and what would stand in the inputs; of an event also
     * with its next dates.
     */
    @GET
    @Needs({Permission.WRITE, Permission.TRANSLATE})
    public Response get(
            @QueryParam("kind") @DefaultValue("") String kind,
            @QueryParam("field") @DefaultValue("") String field,
            @Context UriInfo uri) {
        var found = choices.kind(kind).flatMap(each -> each.field(field)).orElseThrow(Refusal::notThere);
        return Screen.json(200, told(found, uri.getQueryParameters()));
    }

    private Map<String, Object> told(Field field, MultivaluedMap<String, String> typed) {
        var parts = new LinkedHashMap<String, String>();
        field.type()
                .parts()
                .forEach(part -> parts.put(
                        part,
                        Optional.ofNullable(typed.getFirst(FieldInput.name(field, part)))
                                .orElse("")));
        var value = field.type().typed(parts);
        if (value == null) {
            return Map.of("shown", "", "message", "", "parts", Map.of());
        }
        var words = frames.words();
        var fault = field.type().fault(value);
        if (fault.isPresent()) {
            return Map.of(
                    "shown",
                    "",
                    "message",
                    Reasons.say(words, List.of(fault.get())).getFirst(),
                    "parts",
                    Map.of());
        }
        var shown = new LinkedHashMap<String, String>();
        field.type().shown(value).forEach((part, text) -> shown.put(FieldInput.name(field, part), text));
        var told = new LinkedHashMap<String, Object>();
        told.put("shown", FieldText.understood(field, value, parts, words));
        told.put("message", "");
        told.put("parts", shown);
        EventTimesType.of(field.type() instanceof EventTimesType ? value : null)
                .ifPresent(times -> told.putAll(dates.of(times, words)));
        return told;
    }
}
