/** What a person's role in the account allows. Uses {@code farol.web.kit} and accounts. */
@NullMarked
package farol.web.access;

import org.jspecify.annotations.NullMarked;
