/**
 * Monitored domains: which names may be monitored, when a claim to one is proven, the endpoints
 * that receive its reports, and the MX names last seen. Uses {@code farol.domain.shared}, {@code
 * account}, {@code lookup} and {@code published}, and Apache HttpClient 5 for its list of public
 * suffixes only.
 */
@NullMarked
package farol.domain.monitored;

import org.jspecify.annotations.NullMarked;
