/**
 * SMTP by plain sockets: the adapter behind {@link farol.domain.lookup.SmtpProbe}. Uses {@code
 * farol.domain.lookup}, {@code farol.domain.shared}, {@code farol.network}, {@code farol.probe} and
 * {@code farol.settings}.
 */
@NullMarked
package farol.smtp;

import org.jspecify.annotations.NullMarked;
