package org.herald.people;

/**
 * From where somebody asks.
 *
 * @param address of their machine
 * @param agent what their browser calls itself
 * @param device the cookie that says that this browser signed in before; empty when it has none
 */
public record Caller(String address, String agent, String device) {}
