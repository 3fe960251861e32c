package farol.tools.record;

import java.util.Locale;

/** What a text is meant to be that somebody wants to publish. */
public enum RecordKind {
  /** The TXT record at {@code _smtp._tls}. */
  TLSRPT,
  /** The TXT record at {@code _mta-sts}. */
  MTASTS,
  /** The file at {@code /.well-known/mta-sts.txt}. */
  MTASTS_POLICY;

  /** By what it begins with; what begins with nothing known is taken for a TLS-RPT record. */
  static RecordKind of(String text) {
    String start = text.strip().toLowerCase(Locale.ROOT);
    if (start.startsWith("version")) {
      return MTASTS_POLICY;
    }
    return start.startsWith("v=sts") || start.startsWith("v = sts") ? MTASTS : TLSRPT;
  }
}
