package farol.intake.mailbox;

import java.time.Instant;

/**
 * A mail that could not be taken in.
 *
 * @param mail what it is called in its mailbox
 * @param code why, in capitals
 * @param reason for people; outside text in it is harmless and short
 */
public record SetAsideMail(
    String mail, Instant receivedAt, Instant setAsideAt, String code, String reason) {}
