package farol.domain.lookup;

import farol.domain.shared.DomainName;
import farol.domain.shared.InvalidDomainNameException;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * One MX record. People publish targets that are no host names ({@code 10 192.0.2.1.}); those are
 * kept, so that they can be shown, but have no {@link #host()}.
 *
 * @param preference 0 to 65535; lower is tried first
 * @param target as published, lower case, without trailing dot; empty in a null MX
 */
public record MailExchanger(int preference, String target) implements Comparable<MailExchanger> {
  private static final Comparator<MailExchanger> ORDER =
      Comparator.comparingInt(MailExchanger::preference).thenComparing(MailExchanger::target);

  public MailExchanger {
    if (preference < 0 || preference > 65_535) {
      throw new IllegalArgumentException("an MX preference must be 0 to 65535, got " + preference);
    }
    target = target.toLowerCase(Locale.ROOT);
    if (target.endsWith(".")) {
      target = target.substring(0, target.length() - 1);
    }
  }

  /**
   * Whether the domain says with this record that it accepts no mail.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc7505">RFC 7505</a>
   */
  public boolean isNull() {
    return target.isEmpty();
  }

  /** The host that accepts mail, if the target can be one. */
  public Optional<DomainName> host() {
    if (isNull()) {
      return Optional.empty();
    }
    try {
      return Optional.of(DomainName.ofAscii(target));
    } catch (InvalidDomainNameException e) {
      return Optional.empty();
    }
  }

  /** Reads what {@link #toString} has written. */
  public static MailExchanger parse(String text) {
    int space = text.indexOf(' ');
    String target = text.substring(space + 1);
    return new MailExchanger(
        Integer.parseInt(text.substring(0, space)), target.equals(".") ? "" : target);
  }

  /** The record's data as a zone file has it: {@code 10 mx.example.com}. */
  @Override
  public String toString() {
    return preference + " " + (isNull() ? "." : target);
  }

  @Override
  public int compareTo(MailExchanger other) {
    return ORDER.compare(this, other);
  }
}
