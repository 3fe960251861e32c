/**
 * Imports of old reports: files that people upload and folders on the installation, each a row that
 * says how far it has come, so that it goes on after a restart. Uses {@code farol.domain.audit},
 * {@code farol.intake} and {@code farol.wire}.
 */
@NullMarked
package farol.imports;

import org.jspecify.annotations.NullMarked;
