package farol.web.domains;

import farol.domain.published.Finding;
import farol.domain.survey.Aspect;
import farol.domain.survey.Observed;
import farol.web.findings.FindingRow;
import farol.web.kit.Texts;
import farol.web.print.PrintedDocument.Block;
import farol.web.print.PrintedDocument.Fact;
import farol.web.print.PrintedDocument.Facts;
import farol.web.print.PrintedDocument.Item;
import farol.web.print.PrintedDocument.Note;
import farol.web.print.PrintedDocument.Quote;
import farol.web.print.PrintedDocument.Section;
import farol.web.print.PrintedDocument.Tone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a domain publishes, in print. */
final class PrintedPosture {
  private static final int MOST_QUOTED = 4_000;

  private final ShownPosture shown;
  private final Instant now;
  private final Texts texts;

  PrintedPosture(ShownPosture shown, Instant now, Texts texts) {
    this.shown = shown;
    this.now = now;
    this.texts = texts;
  }

  List<Section> sections() {
    Instant last = shown.lastLook();
    return last == null
        ? List.of(
            new Section(texts.get("print.published"), List.of(new Note(texts.get("look.never")))))
        : List.of(tlsRpt(last), mtaSts(), mail());
  }

  private Section tlsRpt(Instant last) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Note(texts.get("look.as-of") + " " + texts.instant(last)));
    blocks.addAll(record("_smtp._tls", Observed.TLSRPT_RECORD));
    blocks.addAll(findings(shown.posture().tlsRpt().findings()));
    return new Section(texts.get("published.tls-rpt"), blocks);
  }

  private Section mtaSts() {
    MtaStsCard card = MtaStsCard.of(shown, texts);
    List<Block> blocks = new ArrayList<>(record("_mta-sts", Observed.MTASTS_RECORD));
    if (!card.bodies().isEmpty()) {
      blocks.add(new Note(texts.get("published.policy") + ": " + card.address()));
      card.bodies().forEach(body -> blocks.add(quote(body.text())));
    }
    blocks.addAll(findings(shown.posture().mtaSts().findings()));
    return new Section(texts.get("published.mta-sts"), blocks);
  }

  /** Collectors' tokens in it are masked. */
  private List<Block> record(String label, Observed kind) {
    Aspect aspect = Aspect.of(kind);
    String name = shown.domain().name().child(label).value();
    Instant since = shown.since(aspect);
    if (since == null) {
      return List.of(new Note(name + ": " + texts.get("published.unknown")));
    }
    Note seen = new Note(name + " · " + texts.get("published.since") + " " + texts.instant(since));
    String raw = shown.known().value(aspect).orElse("");
    return raw.isEmpty() ? List.of(seen) : List.of(seen, quote(raw));
  }

  /** Of what fills pages with one text, the beginning is enough in print. */
  private static Quote quote(String text) {
    return new Quote(text.length() > MOST_QUOTED ? text.substring(0, MOST_QUOTED) + "…" : text);
  }

  private Section mail() {
    List<Block> blocks = new ArrayList<>(findings(shown.posture().mail().findings()));
    new MailHostRows(shown, now, texts).rows().forEach(host -> blocks.addAll(host(host)));
    if (blocks.isEmpty()) {
      blocks.add(new Note(texts.get("mail.empty")));
    }
    return new Section(texts.get("tabs.mail"), blocks);
  }

  private List<Block> host(MailHostRow host) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(host.name(), host.preference()));
    if (!host.cover().isEmpty()) {
      facts.add(new Fact("MTA-STS", host.cover()));
    }
    facts.add(new Fact("DANE", host.dane()));
    host.servers().forEach(server -> facts.add(new Fact(server.address(), server(server, texts))));
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Facts(facts));
    host.findings().forEach(finding -> blocks.add(finding(finding)));
    host.servers().stream()
        .flatMap(server -> server.findings().stream())
        .forEach(finding -> blocks.add(finding(finding)));
    return blocks;
  }

  /** Its TLS, and what there is to say of its certificate. */
  static String server(MailServerRow server, Texts texts) {
    CertificateCard certificate = server.certificate();
    String more =
        certificate == null
            ? server.note()
            : texts.format(
                "print.certificate",
                texts.instant(certificate.validUntil()),
                certificate.left().text());
    return more.isEmpty() ? server.state() : server.state() + ". " + more;
  }

  private List<Block> findings(List<Finding> findings) {
    return FindingRow.of(findings, texts).stream().map(this::finding).toList();
  }

  private Block finding(FindingRow finding) {
    List<Fact> facts = new ArrayList<>();
    if (!finding.advice().isEmpty()) {
      facts.add(new Fact(texts.get("problem.fix"), finding.advice()));
    }
    facts.add(new Fact("", finding.message()));
    return new Item(Tone.of(finding.tone()), finding.title(), finding.severity(), facts);
  }
}
