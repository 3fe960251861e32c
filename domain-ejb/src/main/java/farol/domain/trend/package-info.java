/**
 * Roll-ups of reports by UTC day, of domains and of their accounts, and the questions that pages
 * and the API ask of them. Uses {@code farol.domain.shared}, {@code monitored} and {@code report},
 * and SQL.
 */
@NullMarked
package farol.domain.trend;

import org.jspecify.annotations.NullMarked;
