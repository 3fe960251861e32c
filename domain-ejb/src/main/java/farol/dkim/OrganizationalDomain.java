package farol.dkim;

import farol.domain.shared.DomainName;
import org.apache.hc.client5.http.psl.PublicSuffixMatcher;
import org.apache.hc.client5.http.psl.PublicSuffixMatcherLoader;

/**
 * Whom a name belongs to: the label below the public suffix. Names of one are taken for one sender,
 * which is what DMARC calls relaxed alignment; RFC 8460 asks for a signature "by the reporting
 * domain" and does not say how to tell.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7489#section-3.1.1">RFC 7489, section 3.1.1</a>
 */
final class OrganizationalDomain {
  /** With suffixes of the private section: those below {@code github.io} are not one. */
  private static final PublicSuffixMatcher SUFFIXES = PublicSuffixMatcherLoader.getDefault();

  private OrganizationalDomain() {}

  static boolean isShared(DomainName one, DomainName other) {
    return of(one).equals(of(other));
  }

  /** A suffix stands for itself, so that what is below it is not its own. */
  static String of(DomainName name) {
    String root = SUFFIXES.getDomainRoot(name.value());
    if (root != null) {
      return root;
    }
    return isSuffix(name) ? name.value() : lastTwoLabels(name.value());
  }

  private static boolean isSuffix(DomainName name) {
    String below = "a." + name.value();
    return below.equals(SUFFIXES.getDomainRoot(below));
  }

  /** Under a top level that the list does not know, as its rule {@code *} wants it. */
  private static String lastTwoLabels(String name) {
    int last = name.lastIndexOf('.');
    return name.substring(name.lastIndexOf('.', last - 1) + 1);
  }
}
