package farol.domain.survey;

import farol.domain.lookup.MailExchanger;
import farol.domain.published.CertificateFacts;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one look at a domain came to. What it found out is {@link #seen()}; what nobody answered
 * says nothing about the domain, so it {@linkplain #leavesOpen leaves open} whether it is as it
 * was. All the rest is not there, or not any more.
 *
 * <p>Values are outside text, in the forms that {@link Observed} says.
 */
public final class Look {
  private final Map<Aspect, String> seen;
  private final Set<Aspect> unanswered;
  private final Map<String, X509Certificate> certificates;
  private final boolean incomplete;

  private Look(Builder builder) {
    this.seen = Map.copyOf(builder.seen);
    this.unanswered = Set.copyOf(builder.unanswered);
    this.certificates = Map.copyOf(builder.certificates);
    this.incomplete = builder.incomplete;
  }

  /** Begins one that has seen nothing yet. */
  public static Builder builder() {
    return new Builder();
  }

  /** One that nothing came of. */
  public static Look unanswered() {
    Builder look = builder();
    for (Observed kind : Observed.values()) {
      look.missAnswer(Aspect.of(kind));
    }
    return look.build();
  }

  public Map<Aspect, String> seen() {
    return seen;
  }

  /** The domain's MX records; empty where nobody answered. */
  public Optional<List<MailExchanger>> exchangers() {
    return Optional.ofNullable(seen.get(Aspect.of(Observed.MX)))
        .map(value -> value.lines().map(MailExchanger::parse).toList());
  }

  /** Whether this look says nothing about something that was there before. */
  public boolean leavesOpen(Aspect aspect) {
    return unanswered.stream().anyMatch(open -> open.includes(aspect));
  }

  /** Whether an answer is missing that may be there if somebody looks again soon. */
  public boolean isIncomplete() {
    return incomplete;
  }

  /** The certificates that were seen, by their fingerprints (SHA-256, lower-case hexadecimal). */
  public Map<String, X509Certificate> certificates() {
    return certificates;
  }

  /** A look under way. Not safe for use by several threads. */
  public static final class Builder {
    private final Map<Aspect, String> seen = new LinkedHashMap<>();
    private final Set<Aspect> unanswered = new LinkedHashSet<>();
    private final Map<String, X509Certificate> certificates = new LinkedHashMap<>();
    private boolean incomplete;

    private Builder() {}

    /** Sees something, in the form that {@link Observed} says. */
    public Builder see(Aspect aspect, String value) {
      seen.put(aspect, value);
      return this;
    }

    /**
     * Leaves open all whose subject begins with that of this one, as the answer to it is not to be
     * had.
     */
    public Builder leaveOpen(Aspect aspect) {
      unanswered.add(aspect);
      return this;
    }

    /** As {@link #leaveOpen}, but to ask again soon may help. */
    public Builder missAnswer(Aspect aspect) {
      incomplete = true;
      return leaveOpen(aspect);
    }

    /** Sees a line for each. */
    public Builder seeLines(Aspect aspect, Collection<?> lines) {
      return see(aspect, lines.stream().map(String::valueOf).collect(Collectors.joining("\n")));
    }

    /** Sees certificates, as sent. */
    public Builder seeChain(Aspect aspect, List<X509Certificate> chain) {
      Map<String, X509Certificate> byFingerprint = new LinkedHashMap<>();
      chain.forEach(
          certificate ->
              byFingerprint.put(CertificateFacts.of(certificate).fingerprint(), certificate));
      certificates.putAll(byFingerprint);
      return seeLines(aspect, byFingerprint.keySet());
    }

    public Look build() {
      return new Look(this);
    }
  }
}
