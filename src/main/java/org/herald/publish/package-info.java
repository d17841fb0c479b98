/**
 * The only writer: one record per verb ({@code Create}, {@code Publish}, {@code Correct} ...), the table of states, the
 * schedule and the rules of bodies. Every verb runs at the {@link org.herald.publish.CommandBus} in one transaction
 * that also writes the change ledger, once permissions and the rules of the portal let it pass. May call {@code model},
 * {@code store} and {@code people}. Start with {@link org.herald.publish.CommandBus}, then
 * {@link org.herald.publish.Transitions}.
 */
@NullMarked
package org.herald.publish;

import org.jspecify.annotations.NullMarked;
