package farol.web.domains;

import farol.domain.posture.Known;
import farol.domain.posture.Posture.Dane;
import farol.domain.posture.Posture.MailHost;
import farol.domain.posture.Posture.MailServer;
import farol.domain.published.CertificateFacts;
import farol.domain.published.MtaStsPolicy;
import farol.domain.published.MtaStsPolicy.Mode;
import farol.domain.survey.Aspect;
import farol.domain.survey.Observed;
import farol.web.findings.FindingRow;
import farol.web.kit.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Puts together what is to be said of each mail exchanger of a domain. */
final class MailHostRows {
  /** Findings that say themselves why there are none. */
  private static final Set<String> WITHOUT_SERVERS = Set.of("NO_ADDRESS", "INVALID_MX_TARGET");

  private final ShownPosture shown;
  private final Instant now;
  private final Texts texts;

  MailHostRows(ShownPosture shown, Instant now, Texts texts) {
    this.shown = shown;
    this.now = now;
    this.texts = texts;
  }

  /** Most preferred first. */
  List<MailHostRow> rows() {
    return shown.posture().mail().hosts().stream().map(this::row).toList();
  }

  private MailHostRow row(MailHost host) {
    String target = host.exchanger().target();
    Known known = shown.known();
    return new MailHostRow(
        target,
        texts.format("mail.preference", host.exchanger().preference()),
        host.isCovered() ? "ok" : uncoveredTone(),
        cover(host),
        tone(host.dane()),
        texts.get("mail.dane." + host.dane().name().toLowerCase(Locale.ROOT)),
        known.value(new Aspect(Observed.TLSA, target)).orElse(""),
        host.servers().isEmpty() ? silence(host) : "",
        FindingRow.of(host.findings(), texts),
        servers(host));
  }

  private String cover(MailHost host) {
    if (shown.posture().mtaSts().inForce().isEmpty()) {
      return "";
    }
    return texts.get(host.isCovered() ? "mail.covered" : "mail.uncovered");
  }

  private String uncoveredTone() {
    return switch (shown.posture().mtaSts().inForce().map(MtaStsPolicy::mode).orElse(Mode.NONE)) {
      case ENFORCE -> "refused";
      case TESTING -> "would-be-refused";
      case NONE -> "information";
    };
  }

  private static String tone(Dane dane) {
    return switch (dane) {
      case ACTIVE -> "ok";
      case NONE, UNKNOWN -> "information";
      case UNPROVEN -> "unprotected";
      case BROKEN -> "refused";
    };
  }

  private String silence(MailHost host) {
    boolean isExplained =
        host.findings().stream().anyMatch(finding -> WITHOUT_SERVERS.contains(finding.code()));
    if (isExplained) {
      return "";
    }
    return texts.get(shown.isProbed() ? "mail.unseen" : "mail.unprobed");
  }

  /** A certificate that several addresses have in common is shown at the first of them. */
  private List<MailServerRow> servers(MailHost host) {
    Map<String, String> shownAt = new HashMap<>();
    List<MailServerRow> rows = new ArrayList<>();
    for (MailServer server : host.servers()) {
      CertificateFacts facts = server.certificate();
      String note = "";
      CertificateCard card = null;
      if (facts == null) {
        note =
            texts.get(shown.domain().isDemo() ? "mail.no-certificate.demo" : "mail.no-certificate");
      } else if (shownAt.putIfAbsent(facts.fingerprint(), server.address()) == null) {
        card = CertificateCard.of(facts, now, texts);
      } else {
        note = texts.format("mail.same-certificate", shownAt.get(facts.fingerprint()));
      }
      rows.add(MailServerRow.of(server, card, note, texts));
    }
    return rows;
  }
}
