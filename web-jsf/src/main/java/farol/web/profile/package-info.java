/** What a person sets for oneself. Uses {@code farol.web.kit}. */
@NullMarked
package farol.web.profile;

import org.jspecify.annotations.NullMarked;
