/**
 * The port to places that reports reach by mail: which mails wait there, what is in each, and what
 * became of it. Uses only Java; {@code farol.mailbox} implements it.
 */
@NullMarked
package farol.domain.mailbox;

import org.jspecify.annotations.NullMarked;
