package farol.tools.record;

import farol.domain.shared.DomainName;
import farol.domain.shared.InvalidDomainNameException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name of a domain as people give it to a tool. */
public final class WrittenDomain {
  /** Longer texts are no attempt at a name. */
  private static final int LONGEST = 2000;

  private static final Pattern SCHEME = Pattern.compile("(?i)^(?:mailto:|[a-z][a-z0-9+.-]*://)");

  /** What follows a host: a path, a query, a port, the end of a mailbox. */
  private static final Pattern REST =
      Pattern.compile("(?::[0-9]*)?(?:[/?#>\\s].*)?$", Pattern.DOTALL);

  /** Labels at the left that no domain has: of records, and of patterns. */
  private static final Pattern NO_LABELS = Pattern.compile("(?:(?:_[^.]*|\\*)\\.)+");

  private WrittenDomain() {}

  /**
   * Reads a name in any spelling, blanks around it included.
   *
   * @throws InvalidDomainNameException if it is none, or leaves no room for the records that tools
   *     look for
   */
  public static DomainName parse(String text) {
    DomainName name = DomainName.parse(text.strip());
    var unused = name.child("_smtp._tls");
    return name;
  }

  /** The domain in what is none itself: in a web or mail address, or the name of a record. */
  public static Optional<DomainName> within(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    String address = SCHEME.matcher(text.strip()).replaceFirst("");
    String authority = text.contains("://") ? withoutRest(address) : address;
    String host = withoutRest(authority.substring(authority.lastIndexOf('@') + 1));
    Matcher noLabels = NO_LABELS.matcher(host);
    try {
      return Optional.of(parse(noLabels.lookingAt() ? host.substring(noLabels.end()) : host));
    } catch (InvalidDomainNameException none) {
      return Optional.empty();
    }
  }

  private static String withoutRest(String address) {
    return REST.matcher(address).replaceFirst("");
  }
}
