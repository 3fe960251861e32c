package farol.tools.record;

import farol.domain.shared.DomainName;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a text is meant to be that somebody wants to publish. */
public enum RecordKind {
  /** The TXT record at {@code _smtp._tls}. */
  TLSRPT,
  /** The TXT record at {@code _mta-sts}. */
  MTASTS,
  /** The file at {@code /.well-known/mta-sts.txt}. */
  MTASTS_POLICY;

  /** A line of a policy, whichever comes first. */
  private static final Pattern POLICY_LINE =
      Pattern.compile("(?:version|mode|mx|max_age)[ \t]*:.*", Pattern.DOTALL);

  private static final Pattern STS_VERSION = Pattern.compile("v[ \t]*=[ \t]*sts.*", Pattern.DOTALL);

  /** By what it begins with; what begins with nothing known is taken for a TLS-RPT record. */
  static RecordKind of(String text) {
    String start = text.strip().toLowerCase(Locale.ROOT);
    if (POLICY_LINE.matcher(start).matches()) {
      return MTASTS_POLICY;
    }
    return STS_VERSION.matcher(start).matches() ? MTASTS : TLSRPT;
  }

  /** Where a domain has it: the name of a record, or the address of a policy. */
  public String place(DomainName domain) {
    return switch (this) {
      case TLSRPT -> "_smtp._tls." + domain;
      case MTASTS -> "_mta-sts." + domain;
      case MTASTS_POLICY -> "https://mta-sts." + domain + "/.well-known/mta-sts.txt";
    };
  }
}
