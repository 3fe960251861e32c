/**
 * What every page uses: who is signed in, language, theme and time zone, texts, formats, charts and
 * breakdowns.
 */
@NullMarked
package farol.web.kit;

import org.jspecify.annotations.NullMarked;
