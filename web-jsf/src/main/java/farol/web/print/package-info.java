/**
 * Documents that people print or send on, as PDF. A feature says what a document holds with a
 * {@code PrintedDocument}; all else is here. Uses nothing of Farol's.
 */
@NullMarked
package farol.web.print;

import org.jspecify.annotations.NullMarked;
