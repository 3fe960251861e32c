/**
 * The demonstration: domains that do not exist, and sixty days of reports about them, so that a new
 * installation has something to show. Uses {@code farol.domain.account}, {@code monitored}, {@code
 * posture}, {@code lookup}, {@code report} and {@code shared}, {@code farol.settings}, {@code
 * farol.fetch} and Jackson.
 */
@NullMarked
package farol.demo;

import org.jspecify.annotations.NullMarked;
