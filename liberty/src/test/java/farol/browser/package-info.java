/**
 * Tests of the whole as a person sees it: the packaged server in headless Chromium. May use {@code
 * farol.acceptance}.
 */
@NullMarked
package farol.browser;

import org.jspecify.annotations.NullMarked;
