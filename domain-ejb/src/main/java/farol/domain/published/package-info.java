/**
 * What a mail domain publishes, as senders read it, and what is wrong with it: TLS-RPT and MTA-STS
 * records, MTA-STS policies, TLSA records and the certificates of its servers. Takes text, bytes
 * and instants; knows no DNS, no network and no clock. Uses {@code farol.domain.shared} only.
 *
 * <p>Every byte of it is in the hands of whoever runs the domain, so nothing here throws on input:
 * what cannot be read becomes a {@link farol.domain.published.Finding}.
 */
@NullMarked
package farol.domain.published;

import org.jspecify.annotations.NullMarked;
