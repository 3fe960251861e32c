package farol.domain.survey;

import static java.util.Objects.requireNonNull;

import farol.domain.shared.DomainName;
import farol.network.IpAddress;
import java.util.Comparator;

/**
 * One thing that is looked at: its kind, and which one of that kind, as {@link Observed} says.
 *
 * @param subject empty where a domain has only one of the kind
 */
public record Aspect(Observed kind, String subject) implements Comparable<Aspect> {
  private static final Comparator<Aspect> ORDER =
      Comparator.comparing(Aspect::kind).thenComparing(Aspect::subject);

  public Aspect {
    requireNonNull(kind, "kind");
    requireNonNull(subject, "subject");
  }

  /** The only one of its kind. */
  public static Aspect of(Observed kind) {
    return new Aspect(kind, "");
  }

  /** What is looked at for each address of a mail host. */
  public static Aspect of(Observed kind, DomainName host, IpAddress address) {
    return new Aspect(kind, host + " " + address);
  }

  /** All of a mail host's addresses, for {@link #includes}. */
  static Aspect allOf(Observed kind, DomainName host) {
    return new Aspect(kind, host + " ");
  }

  /** Whether the other is this one, or one of the many that this one's subject begins. */
  boolean includes(Aspect other) {
    return kind == other.kind && other.subject.startsWith(subject);
  }

  @Override
  public int compareTo(Aspect other) {
    return ORDER.compare(this, other);
  }
}
