package farol.dkim;

import farol.domain.report.Report;
import farol.domain.shared.DomainName;
import farol.domain.shared.InvalidDomainNameException;
import farol.wire.mail.Envelope;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who says to have sent a report: its contact, which is right where others differ (RFC 8460,
 * section 5.6); without one the mail's {@code TLS-Report-Submitter}, without that its From. So who
 * forwards a report of another, or sends one in the name of another, is not taken for its sender.
 */
public final class Submitters {
  private static final Pattern BEHIND_AT = Pattern.compile("@([^\\s<>()\\[\\]@,;:\"]{1,255})");

  private Submitters() {}

  /** At most one; none where nothing names a domain. */
  public static Set<DomainName> of(Envelope envelope, Report report) {
    return Stream.of(
            domain(report.contact()), domain(envelope.submitter()), domain(envelope.from()))
        .flatMap(Optional::stream)
        .findFirst()
        .map(Set::of)
        .orElse(Set.of());
  }

  /** Of an address, with whatever is around it, or of a bare name; of several domains none. */
  private static Optional<DomainName> domain(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    Set<String> named = new HashSet<>();
    Matcher addresses = BEHIND_AT.matcher(text);
    while (addresses.find()) {
      named.add(addresses.group(1).toLowerCase(Locale.ROOT));
    }
    if (named.isEmpty()) {
      named.add(text.strip());
    }
    return named.size() == 1 ? parse(named.iterator().next()) : Optional.empty();
  }

  private static Optional<DomainName> parse(String name) {
    try {
      return Optional.of(DomainName.parse(name));
    } catch (InvalidDomainNameException e) {
      return Optional.empty(); // "Example Inc.", for one
    }
  }
}
