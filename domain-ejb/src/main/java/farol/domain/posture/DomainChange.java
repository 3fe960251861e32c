package farol.domain.posture;

import farol.domain.survey.Observed;
import java.time.Instant;

/**
 * That something of a domain changed or went, whatever is there since.
 *
 * @param at when a look noticed it; it happened since the look before
 * @param subject which one of that kind. Outside text
 */
public record DomainChange(String domain, Instant at, Observed kind, String subject) {}
