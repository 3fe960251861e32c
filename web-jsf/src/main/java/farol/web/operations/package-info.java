/** Batch jobs, mailboxes and the spool in the hands of an operator. Uses {@code farol.web.kit}. */
@NullMarked
package farol.web.operations;

import org.jspecify.annotations.NullMarked;
