/**
 * Mailboxes behind {@link farol.domain.mailbox.Mailbox}: a folder on an IMAP server, a Maildir, and
 * a folder that files are dropped in; and the file in which an operator sets them up. Of Angus only
 * the IMAP protocol is used: mails are bytes here. Uses {@code farol.domain.mailbox}, {@code
 * farol.domain.lookup}, {@code farol.domain.shared}, {@code farol.network} and {@code
 * farol.settings}.
 */
@NullMarked
package farol.mailbox;

import org.jspecify.annotations.NullMarked;
