/**
 * Tests of the whole: the packaged server as an operator runs it, over HTTPS, with a real database
 * and a DNS server that the test controls.
 */
@NullMarked
package farol.acceptance;

import org.jspecify.annotations.NullMarked;
