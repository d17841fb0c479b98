package org.herald.newsroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.herald.cli.OwnPortal;
import org.herald.publish.CommandBus;
import org.herald.publish.DiscardPlan;
import org.herald.store.Database;
import org.herald.testing.Cast;
import org.herald.testing.Colleague;
import org.herald.testing.NewsroomCast;
import org.herald.testing.NewsroomCast.Member;
import org.herald.testing.PortalClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A block of entries is made in the newsroom: what is wrong is told at its field, and what is right goes into the plan. */
@QuarkusTest
@TestProfile(OwnPortal.class)
final class EntryBlockScreenTest {

    private final Database database;
    private final PortalClock clock;
    private final CommandBus bus;

    EntryBlockScreenTest(Database database, PortalClock clock, CommandBus bus) {
        this.database = database;
        this.clock = clock;
        this.bus = bus;
    }

    @AfterEach
    void discard() {
        bus.carryOut(Cast.VERA, new DiscardPlan());
    }

    private Colleague chief() {
        clock.set(PortalClock.NOON);
        return new Colleague(new NewsroomCast(database, clock), Member.CHIEF_EDITOR);
    }

    @Test
    void whatIsWrongIsToldAtItsFieldAndKept() {
        var most = Colleague.parsed(post("sight", "nearest", "many", "", ""));
        assertEquals("true", most.expectFirst("#most").attr("aria-invalid"));
        assertEquals("many", most.expectFirst("#most").val());
        assertEquals("nearest", most.expectFirst("#order option[selected]").val());

        assertEquals(
                "true",
                Colleague.parsed(post("", "daily", "4", "", ""))
                        .expectFirst("#directory")
                        .attr("aria-invalid"));
        var unknown = Colleague.parsed(post("sight", "chosen", "4", "987654\nhttps://example.org/<b>", ""));
        assertEquals("true", unknown.expectFirst("#text").attr("aria-invalid"));
        assertEquals(
                "987654\nhttps://example.org/<b>",
                unknown.expectFirst("#text").wholeText().strip());
        assertEquals(
                "true",
                Colleague.parsed(post("sight", "daily", "4", "", "987654"))
                        .expectFirst("#branch")
                        .attr("aria-invalid"));
    }

    @Test
    void whatIsRightGoesIntoThePlanAndStandsInTheFormAgain() {
        assertEquals(303, post("sight", "daily", "5", "", "").statusCode());
        var blocks = Colleague.parsed(chief().get("/newsroom/portal/blocks?language=en"));
        String path = blocks.expectFirst("a:contains(Seen every day)").attr("href");
        var form = Colleague.parsed(chief().get(path));
        assertEquals("entries", form.expectFirst("#kind option[selected]").val());
        assertEquals("sight", form.expectFirst("#directory option[selected]").val());
        assertEquals("daily", form.expectFirst("#order option[selected]").val());
        assertEquals("5", form.expectFirst("#most").val());
        String plan = Colleague.parsed(chief().get("/newsroom/portal"))
                .select(".planned")
                .text();
        assertTrue(plan.contains("Others each day"), plan);
        var seen = form.expectFirst("input[name=seen]").val();
        assertEquals(303, chief().post(path + "/removal", "seen", seen).statusCode());
    }

    private Response post(String directory, String order, String most, String text, String branch) {
        return chief().post(
                        "/newsroom/portal/blocks/0",
                        "kind",
                        "entries",
                        "spot",
                        "beside",
                        "language",
                        "en",
                        "title",
                        "Seen every day",
                        "text",
                        text,
                        "directory",
                        directory,
                        "order",
                        order,
                        "most",
                        most,
                        "branch",
                        branch);
    }
}
