/**
 * What stands around every page, and who changes it: sections, menus, blocks, banners, redirects, with what is planned. May
 * call {@code newsroom} and no other part of it. Start with {@link org.herald.newsroom.portal.PortalRoute}.
 */
@NullMarked
package org.herald.newsroom.portal;

import org.jspecify.annotations.NullMarked;
