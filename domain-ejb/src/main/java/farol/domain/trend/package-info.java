/**
 * Roll-ups of reports by domain and UTC day, and the questions that pages and the API ask of them.
 * Uses {@code farol.domain.shared} and {@code report}, and SQL.
 */
@NullMarked
package farol.domain.trend;

import org.jspecify.annotations.NullMarked;
