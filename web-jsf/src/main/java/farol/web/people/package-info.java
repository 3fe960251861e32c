/** The people in an account, and the accounts of a person. Uses {@code farol.web.kit}. */
@NullMarked
package farol.web.people;

import org.jspecify.annotations.NullMarked;
