/**
 * Accounts, roles and permissions, sign-in and sessions; no screens, because the newsroom and the API both ask here. May
 * call {@code config}, {@code model} and {@code store}. Start with {@link org.herald.people.Permissions}.
 */
@NullMarked
package org.herald.people;

import org.jspecify.annotations.NullMarked;
