/** The account's API tokens. Uses {@code farol.web.kit} and who may do what. */
@NullMarked
package farol.web.token;

import org.jspecify.annotations.NullMarked;
