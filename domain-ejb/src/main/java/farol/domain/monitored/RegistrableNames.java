package farol.domain.monitored;

import farol.domain.shared.DomainName;
import java.util.Optional;
import org.apache.hc.client5.http.psl.DomainType;
import org.apache.hc.client5.http.psl.PublicSuffixMatcher;
import org.apache.hc.client5.http.psl.PublicSuffixMatcherLoader;

/**
 * Which names an account may ask to monitor: any but the suffixes under which registries sell names
 * ({@code co.uk}), and those too long to carry the ownership record.
 *
 * <p>The list is Mozilla's, as shipped with Apache HttpClient. Suffixes of its private section
 * ({@code github.io}) have owners who may receive mail there, so they are allowed. So are names
 * under a top level that the list does not know: an intranet may have its own.
 *
 * @see <a href="https://publicsuffix.org/list/">Public Suffix List</a>
 */
public final class RegistrableNames {
  private final PublicSuffixMatcher suffixes = PublicSuffixMatcherLoader.getDefault();

  /** Why {@code name} may not be monitored, for the person who asked; empty when it may. */
  public Optional<String> objectionTo(DomainName name) {
    if (isPublicSuffix(name)) {
      return Optional.of(
          "a monitored domain must lie below a public suffix, got the public suffix " + name);
    }
    int longest = 253 - Ownership.LABEL.length() - 1;
    if (name.value().length() > longest) {
      return Optional.of(
          "a monitored domain must have at most %d characters, got %d"
              .formatted(longest, name.value().length()));
    }
    return Optional.empty();
  }

  /** True for suffixes of the list's ICANN section only. */
  private boolean isPublicSuffix(DomainName name) {
    // The matcher answers null both for a suffix and for a top level it does not know. One label
    // more tells them apart: below a suffix, that label begins the registrable name.
    String below = "a." + name.value();
    return below.equals(suffixes.getDomainRoot(below, DomainType.ICANN));
  }
}
