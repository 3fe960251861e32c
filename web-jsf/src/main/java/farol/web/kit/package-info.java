/**
 * What every page uses: who is signed in, language and theme, texts, formats, charts and
 * breakdowns.
 */
@NullMarked
package farol.web.kit;

import org.jspecify.annotations.NullMarked;
