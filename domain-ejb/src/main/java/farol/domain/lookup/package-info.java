/**
 * The ports to what others publish and run: DNS, DNS with proof, policy hosts, mail servers. What
 * can be asked, and what an answer can be. Uses {@code farol.domain.shared} and {@code
 * farol.network} only; {@code farol.dns}, {@code farol.fetch} and {@code farol.smtp} implement it.
 */
@NullMarked
package farol.domain.lookup;

import org.jspecify.annotations.NullMarked;
