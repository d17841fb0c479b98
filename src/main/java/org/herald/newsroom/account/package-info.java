/**
 * The ways in and one's own account: sign-in by password, code, passkey and OpenID, the links of an invitation, and the screen
 * of one's own keys and sessions. May call {@code newsroom} and no other part of it. Start with {@link
 * org.herald.newsroom.account.SignInScreens}.
 */
@NullMarked
package org.herald.newsroom.account;

import org.jspecify.annotations.NullMarked;
