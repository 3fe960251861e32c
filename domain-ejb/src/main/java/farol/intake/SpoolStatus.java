package farol.intake;

/**
 * How the spool stands.
 *
 * @param outage whether reports go there now, because the database is away or too slow
 * @param reports how many wait there
 * @param bytes of their files
 * @param aside how many can't be taken in and wait for a person
 * @param hasRoom whether it would take a report now
 */
public record SpoolStatus(boolean outage, int reports, long bytes, int aside, boolean hasRoom) {}
