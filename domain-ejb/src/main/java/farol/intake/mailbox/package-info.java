/**
 * From the mailboxes that an operator has set up to stored reports: reads them mail by mail, puts
 * each mail where such mails go, and knows how every mailbox fares. Uses {@code farol.intake},
 * {@code farol.mailbox}, {@code farol.domain.mailbox} and {@code farol.store}.
 */
@NullMarked
package farol.intake.mailbox;

import org.jspecify.annotations.NullMarked;
