/**
 * Accounts, the people in them and what they may do. Uses {@code farol.domain.shared} and settings.
 */
@NullMarked
package farol.domain.account;

import org.jspecify.annotations.NullMarked;
