/**
 * The list of domains and the pages of one. Uses {@code farol.web.kit}, {@code export}, {@code
 * print}, {@code findings} and {@code failures}.
 */
@NullMarked
package farol.web.domains;

import org.jspecify.annotations.NullMarked;
