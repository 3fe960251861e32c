/** The only timers of Farol: they start jobs and do nothing else. */
@NullMarked
package farol.batch.schedule;

import org.jspecify.annotations.NullMarked;
