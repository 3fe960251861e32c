/**
 * Monitored domains: which names may be monitored, and when a claim to one is proven. Uses {@code
 * farol.domain.shared}, and Apache HttpClient 5 for its list of public suffixes only.
 */
@NullMarked
package farol.domain.monitored;

import org.jspecify.annotations.NullMarked;
