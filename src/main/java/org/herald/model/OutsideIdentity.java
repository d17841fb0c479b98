package org.herald.model;

import java.time.Instant;

/**
 * By what somebody is known at an OpenID provider, who signs them in here.
 *
 * @param issuer the provider
 * @param subject what the provider calls them, for ever and nobody else
 */
public record OutsideIdentity(long id, AccountId account, String issuer, String subject, Instant madeAt) {}
