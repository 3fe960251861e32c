/**
 * Tokens by which scripts call the API. Uses {@code farol.domain.account} for roles, and the audit
 * log.
 */
@NullMarked
package farol.domain.token;

import org.jspecify.annotations.NullMarked;
