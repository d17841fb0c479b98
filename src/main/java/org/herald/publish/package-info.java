/**
 * The only writer: one record per verb ({@code Create}, {@code Publish}, {@code Correct} ...), the table of states and the
 * schedule. Every verb runs on the {@link org.herald.publish.CommandBus} in one transaction that also writes the change
 * ledger, once permissions and the rules of the portal let it pass. May call {@code model}, {@code store}, {@code people},
 * {@code publish.body} and {@code publish.merge}. Start with {@link org.herald.publish.CommandBus}, then
 * {@link org.herald.publish.Transitions}.
 */
@NullMarked
package org.herald.publish;

import org.jspecify.annotations.NullMarked;
