package farol.intake.mailbox;

/**
 * What became of the mails of a mailbox, since it is read.
 *
 * @param stored their reports were new
 * @param duplicate their reports were there already
 * @param leftAlone they are for somebody else, or nobody could read them
 * @param setAside they have a report that can't be taken in
 */
public record MailCounts(long stored, long duplicate, long leftAlone, long setAside) {}
