/**
 * The tools for whoever deals with TLS reports, and who may use them without a sign-in. Uses {@code
 * farol.web.kit} and {@code farol.web.reports}.
 */
@NullMarked
package farol.web.tools;

import org.jspecify.annotations.NullMarked;
