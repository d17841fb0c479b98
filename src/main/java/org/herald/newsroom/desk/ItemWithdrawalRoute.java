package org.herald.newsroom.desk;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.herald.model.Blank;
import org.herald.model.ItemId;
import org.herald.model.Outcome;
import org.herald.model.Outcome.Reason;
import org.herald.model.Translation;
import org.herald.model.Words;
import org.herald.newsroom.FieldErrors;
import org.herald.newsroom.ItemHead;
import org.herald.newsroom.LanguageNames;
import org.herald.newsroom.Needs;
import org.herald.newsroom.NewsroomFrames;
import org.herald.newsroom.NewsroomFrames.Area;
import org.herald.newsroom.NewsroomQueries;
import org.herald.newsroom.OpenItems;
import org.herald.newsroom.Screen;
import org.herald.people.Permission;
import org.herald.publish.Action;
import org.herald.publish.Withdraw;
import org.herald.publish.WithdrawTogether;
import org.herald.store.OpenItemQueries.OpenItem;

/** Takes an item from readers, with the reason that they read in its place, and its translations with it when asked. */
@Path("/newsroom/items/{id:[0-9]{1,18}}/withdrawal")
public class ItemWithdrawalRoute {

    private static final String WITH = "with";
    private static final String REASON = "reason";

    private final NewsroomFrames frames;
    private final ItemActions actions;
    private final OpenItems items;
    private final NewsroomQueries queries;

    public ItemWithdrawalRoute(NewsroomFrames frames, ItemActions actions, OpenItems items, NewsroomQueries queries) {
        this.frames = frames;
        this.actions = actions;
        this.items = items;
        this.queries = queries;
    }

    @GET
    @Needs(Permission.WITHDRAW)
    public Response get(@PathParam("id") long id) {
        return Screen.of(page(actions.require(id, Action.WITHDRAWAL), List.of(), Typed.NOTHING, List.of()));
    }

    /**
     * Withdraws the item.
     *
     * @param reason what readers are told
     * @param with the translations that are withdrawn with it; {@code reason-} and their number is what their readers are
     *     told, the same when it is empty
     */
    @POST
    @Needs(Permission.WITHDRAW)
    public Response withdraw(
            @PathParam("id") long id,
            @FormParam(REASON) @DefaultValue("") String reason,
            @FormParam(WITH) List<String> with,
            MultivaluedMap<String, String> form) {
        var open = actions.require(id, Action.WITHDRAWAL);
        var withdrawals = new ArrayList<Withdraw>();
        withdrawals.add(new Withdraw(open.item().id(), reason));
        for (Translation translation : queries.translations().besides(open.item())) {
            String number = translation.item().toString();
            if (with.contains(number)) {
                actions.require(translation.item().value(), Action.WITHDRAWAL);
                String own = Optional.ofNullable(form.getFirst(REASON + "-" + number))
                        .orElse("");
                withdrawals.add(new Withdraw(translation.item(), Blank.is(own) ? reason : own));
            }
        }
        return switch (actions.carryOut(new WithdrawTogether(withdrawals))) {
            case Outcome.Done<List<ItemId>>(var done) ->
                Screen.goTo(ItemHead.Screen.DESK.of(id)
                        + (done.size() > 1 ? "?flash=said.withdrawn-together" : "?flash=said.withdrawn"));
            case Outcome.Refused<List<ItemId>>(var reasons) -> Screen.of(422, page(open, reasons, typed(form), with));
        };
    }

    private static Typed typed(MultivaluedMap<String, String> form) {
        return Typed.of(
                form,
                form.keySet().stream().filter(name -> name.startsWith(REASON)).toList());
    }

    private ItemWithdrawalPage page(OpenItem open, List<Reason> reasons, Typed typed, List<String> with) {
        var words = frames.words();
        return new ItemWithdrawalPage(
                frames.frame(words.say("withdrawal.title", open.head().content().headline()), Area.DESK),
                ItemHead.of(open, ItemHead.Screen.DESK, items.mayWrite(open.item()), words),
                FieldErrors.placed(words, reasons, DeskFields.OF_DESK),
                typed.get(REASON),
                queries.translations().besides(open.item()).stream()
                        .filter(translation -> translation.state().isLive())
                        .map(translation -> other(translation, typed, with, words))
                        .toList());
    }

    private ItemWithdrawalPage.Other other(Translation translation, Typed typed, List<String> with, Words words) {
        var item = items.require(translation.item().value()).item();
        return new ItemWithdrawalPage.Other(
                item.id().value(),
                item.language().tag(),
                LanguageNames.name(item.language(), words),
                translation.headline(),
                actions.may(Action.WITHDRAWAL, item),
                with.contains(item.id().toString()),
                typed.get(REASON + "-" + item.id()));
    }
}
