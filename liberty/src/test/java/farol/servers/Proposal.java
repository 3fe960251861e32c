package farol.servers;

/**
 * What Farol wants a domain to publish.
 *
 * @param verification proves whose domain it is
 * @param reporting the TLS-RPT record
 */
record Proposal(String verification, String reporting) {}
