/**
 * Starts and stops a whole Farol: checks the settings, starts the embedded PostgreSQL where no
 * other is given, migrates the database, starts Open Liberty, and watches both. Runs outside the
 * server, in a Java process of its own.
 */
@NullMarked
package farol.launcher;

import org.jspecify.annotations.NullMarked;
