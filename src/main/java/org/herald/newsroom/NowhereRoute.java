package org.herald.newsroom;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.herald.people.Permission;

/** Every address of the newsroom at which nothing is. */
@Path("/newsroom")
public class NowhereRoute {

    @GET
    @Needs(Permission.DESK)
    @Path("{rest:.+}")
    public Response get() {
        throw Refusal.notThere();
    }
}
