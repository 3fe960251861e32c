/** Job {@code mailbox-intake}. Uses {@code farol.intake} and {@code farol.intake.mailbox}. */
@NullMarked
package farol.batch.mailbox;

import org.jspecify.annotations.NullMarked;
