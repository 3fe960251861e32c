/**
 * The audit log's page and export, and who acts in a request. Uses {@code farol.web.kit}, exports
 * and accounts.
 */
@NullMarked
package farol.web.audit;

import org.jspecify.annotations.NullMarked;
