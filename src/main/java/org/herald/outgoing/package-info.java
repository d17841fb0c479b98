/**
 * Requests that the portal makes of other hosts, at addresses that people typed or other hosts named. They reach public
 * addresses of the web alone, in bounded time and size: {@link org.herald.outgoing.OutgoingRequests}. It calls no other room.
 */
@NullMarked
package org.herald.outgoing;

import org.jspecify.annotations.NullMarked;
