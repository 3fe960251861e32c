/**
 * Who signed a mail (DKIM), and whether that is who sent the report in it. Uses Apache James jDKIM,
 * {@code farol.domain.lookup}, {@code farol.domain.report}, {@code farol.domain.shared}, {@code
 * farol.wire.mail} and HttpClient's list of public suffixes; what jDKIM is not used for,
 * docs/adr/0018 says.
 */
@NullMarked
package farol.dkim;

import org.jspecify.annotations.NullMarked;
