/**
 * What a person sets for oneself. Uses {@code farol.web.kit}, and the limit of tries of {@code
 * farol.web.account}.
 */
@NullMarked
package farol.web.profile;

import org.jspecify.annotations.NullMarked;
