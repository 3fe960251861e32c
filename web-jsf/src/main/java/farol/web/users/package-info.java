/** The users that Farol keeps, in the hands of an operator. Uses {@code farol.web.kit}. */
@NullMarked
package farol.web.users;

import org.jspecify.annotations.NullMarked;
