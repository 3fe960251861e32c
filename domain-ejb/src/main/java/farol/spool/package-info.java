/**
 * Reports that wait on disk for the database: one file each, in the data directory, until they are
 * in the database. Plain Java; uses the values of {@code farol.domain.monitored} and {@code
 * farol.domain.report}, and {@code farol.settings} for its limits.
 */
@NullMarked
package farol.spool;

import org.jspecify.annotations.NullMarked;
