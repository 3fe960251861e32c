package farol.tools.record;

import static java.util.Objects.requireNonNull;

import farol.domain.published.Finding;
import farol.domain.published.FindingCode;
import farol.domain.published.MtaStsPolicy;
import farol.domain.published.MtaStsRecord;
import farol.domain.published.TlsRptRecord;
import farol.domain.shared.DomainName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What senders would make of a text that somebody wants to publish.
 *
 * @param findings the first is the verdict
 */
public record SyntaxCheck(RecordKind kind, List<Finding> findings) {
  /** Characters of a text; longer ones are not looked at. */
  public static final int LONGEST = 65_536;

  public SyntaxCheck {
    requireNonNull(kind, "kind");
    findings = List.copyOf(findings);
  }

  /**
   * Checks a text, as DNS or a web server would give it, or as a zone file has it: then the strings
   * between its quotation marks are what counts.
   */
  public static SyntaxCheck of(String text) {
    if (text.length() > LONGEST) {
      return new SyntaxCheck(
          RecordKind.TLSRPT,
          List.of(
              Finding.error(
                  FindingCode.INVALID_TOO_LARGE,
                  "a text must have at most " + LONGEST + " characters, got " + text.length(),
                  "Give one record only.",
                  "")));
    }
    ZoneText zone = ZoneText.of(text);
    RecordKind kind = RecordKind.of(zone.value());
    List<Finding> findings = new ArrayList<>(read(kind, zone.value()));
    if (zone.wasQuoted()) {
      findings.add(
          Finding.info(
              FindingCode.ZONE_FILE_FORM,
              "the text is written as in a zone file; senders see what is between the quotation"
                  + " marks, joined",
              "",
              "RFC 1035, section 5.1"));
    }
    return new SyntaxCheck(kind, findings);
  }

  /**
   * The same, with where this domain has to publish it. Nothing else depends on the domain: reports
   * may go to anybody's mailbox or web server, and no sender asks whether these want them.
   */
  public SyntaxCheck publishedBy(DomainName domain) {
    List<Finding> more = new ArrayList<>(findings);
    more.add(
        switch (kind) {
          case TLSRPT -> place("a TXT record at ", domain, "RFC 8460, section 3");
          case MTASTS -> place("a TXT record at ", domain, "RFC 8461, section 3.1");
          case MTASTS_POLICY -> place("a file at ", domain, "RFC 8461, section 3.2");
        });
    return new SyntaxCheck(kind, more);
  }

  private Finding place(String form, DomainName domain, String source) {
    return Finding.info(
        FindingCode.PUBLISH_AT, "senders look for it as " + form + kind.place(domain), "", source);
  }

  private static List<Finding> read(RecordKind kind, String text) {
    return switch (kind) {
      case TLSRPT -> TlsRptRecord.read(List.of(text)).findings();
      case MTASTS -> MtaStsRecord.read(List.of(text)).findings();
      case MTASTS_POLICY -> MtaStsPolicy.read(text.getBytes(StandardCharsets.UTF_8)).findings();
    };
  }
}
