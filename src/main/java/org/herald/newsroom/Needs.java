package org.herald.newsroom;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.herald.people.Permission;

/**
 * What somebody must be allowed to do to be let through to a route. Any one of several permissions is enough; whether it
 * holds for the item in question is asked by the route itself.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Needs {
    Permission[] value();
}
