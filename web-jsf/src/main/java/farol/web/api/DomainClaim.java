package farol.web.api;

import org.jspecify.annotations.Nullable;

/**
 * Asks for a domain to be monitored.
 *
 * @param name as a person writes it
 */
public record DomainClaim(@Nullable String name) {}
