package org.herald.web;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/**
 * Takes the character U+0000 out of what requests bring, before any route looks at it. Nobody types it, no text of a portal
 * has it, and PostgreSQL stores none: nothing is at an address with it, and from queries and forms it is left out.
 */
public class NullCharacters {

    private static final String ENCODED = "%00";

    /** True for a text that has one. */
    public static boolean isIn(String text) {
        return text.indexOf('\0') >= 0;
    }

    @ServerRequestFilter(preMatching = true)
    public void takeOutOfAddress(ContainerRequestContext request) {
        URI address = request.getUriInfo().getRequestUri();
        if (isIn(Optional.ofNullable(address.getPath()).orElse(""))) {
            throw new NotFoundException();
        }
        String query = address.getRawQuery();
        if (query != null && query.contains(ENCODED)) {
            String path = address.toString().substring(0, address.toString().indexOf('?'));
            request.setRequestUri(URI.create(path + "?" + query.replace(ENCODED, "")));
        }
    }

    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    @WithFormRead
    public void takeOutOfForm(ResteasyReactiveContainerRequestContext request) {
        FormData form = ((ResteasyReactiveRequestContext) request.getServerRequestContext()).getFormData();
        if (form == null) {
            return;
        }
        var names = new ArrayList<String>();
        form.forEach(names::add);
        for (String name : names) {
            var values = List.copyOf(form.get(name));
            boolean isAmongThem = values.stream().anyMatch(value -> !value.isFileItem() && isIn(value.getValue()));
            if (isAmongThem && values.stream().noneMatch(FormValue::isFileItem)) {
                form.remove(name);
                values.forEach(value -> form.add(name, value.getValue().replace("\0", "")));
            }
        }
    }
}
