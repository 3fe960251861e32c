/** Signing in and out. */
@NullMarked
package farol.web.account;

import org.jspecify.annotations.NullMarked;
