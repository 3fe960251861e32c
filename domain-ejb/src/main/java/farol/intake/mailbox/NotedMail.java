package farol.intake.mailbox;

import java.time.Instant;

/**
 * A mail that somebody should look at: it was refused, or could not be read, taken in or put away.
 *
 * @param mail what it is called in its mailbox
 * @param code why, in capitals
 * @param reason for people; outside text in it is harmless and short
 */
public record NotedMail(
    String mail, Instant receivedAt, Instant notedAt, String code, String reason) {}
