/** What there is to say about what a domain publishes, as pages show it. */
@NullMarked
package farol.web.findings;

import org.jspecify.annotations.NullMarked;
