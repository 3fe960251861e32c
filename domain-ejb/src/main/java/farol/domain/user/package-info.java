/**
 * People who sign in with a password that Farol keeps: their names, hashes and groups. The server's
 * user registry reads the same table and checks passwords by {@link
 * farol.domain.user.PasswordHash}. Uses {@code farol.domain.audit}.
 */
@NullMarked
package farol.domain.user;

import org.jspecify.annotations.NullMarked;
