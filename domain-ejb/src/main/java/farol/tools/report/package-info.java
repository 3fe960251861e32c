/**
 * The tool that reads a report for whoever has one, from a file or a mail, and explains it. Nothing
 * is stored. Uses {@code farol.wire}, {@code farol.domain.report} and {@code
 * farol.domain.diagnosis}.
 */
@NullMarked
package farol.tools.report;

import org.jspecify.annotations.NullMarked;
