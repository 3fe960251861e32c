package farol.web.dashboard;

import farol.domain.posture.Glance;
import farol.domain.posture.Posture.Dane;
import farol.domain.shared.DomainName;
import farol.web.kit.DaysLeft;
import farol.web.kit.Texts;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the dashboard's table says of what a domain publishes. */
final class PostureCells {
  private final DomainName domain;
  private final @Nullable Glance glance;
  private final Instant now;
  private final Texts texts;

  /**
   * @param glance null where the domain was never looked at
   */
  PostureCells(DomainName domain, @Nullable Glance glance, Instant now, Texts texts) {
    this.domain = domain;
    this.glance = glance;
    this.now = now;
    this.texts = texts;
  }

  /** In the order of the table's columns. */
  List<Cell> all() {
    return List.of(
        published("tls-rpt", glance == null ? Word.NONE : word(glance.reporting())),
        published("mta-sts", glance == null ? Word.NONE : word(glance.mtaSts())),
        mail("dane", glance == null ? Word.NONE : dane(glance)),
        mail("covered", glance == null ? Word.NONE : covered(glance)),
        mail("certificate", glance == null ? Word.NONE : certificate(glance.expiry())));
  }

  private record Word(String tone, String text) {
    static final Word NONE = new Word("information", Cell.NOTHING);
  }

  private Cell published(String id, Word word) {
    return cell(id, "domain-published?name=" + domain + "#" + id, word);
  }

  private Cell mail(String id, Word word) {
    return cell(id, "domain-mail?name=" + domain, word);
  }

  private Cell cell(String id, String href, Word word) {
    return new Cell(id, texts.get("matrix." + id), href, word.tone(), word.text());
  }

  private Word word(Glance.Reporting reporting) {
    return switch (reporting) {
      case UNKNOWN -> Word.NONE;
      case HERE -> new Word("ok", texts.get("matrix.tls-rpt.here"));
      case ELSEWHERE -> new Word("unprotected", texts.get("matrix.tls-rpt.elsewhere"));
      case INVALID -> new Word("refused", texts.get("matrix.invalid"));
      case NONE -> new Word("unprotected", texts.get("matrix.missing"));
    };
  }

  /** Modes are words of RFC 8461, which no language translates. */
  private Word word(Glance.MtaSts mtaSts) {
    return switch (mtaSts) {
      case UNKNOWN -> Word.NONE;
      case ENFORCE -> new Word("ok", "enforce");
      case TESTING -> new Word("information", "testing");
      case OFF -> new Word("information", "none");
      case BROKEN -> new Word("refused", texts.get("matrix.invalid"));
      case NONE -> new Word("information", texts.get("matrix.missing"));
    };
  }

  private Word dane(Glance glance) {
    if (glance.hosts() == 0) {
      return Word.NONE;
    }
    if (glance.dane() == Dane.ACTIVE && glance.withDane() < glance.hosts()) {
      return new Word(
          "information", texts.format("matrix.some", glance.withDane(), glance.hosts()));
    }
    return switch (glance.dane()) {
      case ACTIVE -> new Word("ok", texts.get("matrix.dane.active"));
      case NONE -> new Word("information", texts.get("matrix.dane.none"));
      case UNPROVEN -> new Word("unprotected", texts.get("matrix.dane.unproven"));
      case BROKEN -> new Word("refused", texts.get("matrix.dane.broken"));
      case UNKNOWN -> Word.NONE;
    };
  }

  /** Where no policy is in force there is nothing that could cover a host. */
  private Word covered(Glance glance) {
    String text = texts.format("matrix.some", glance.covered(), glance.hosts());
    boolean isAll = glance.covered() == glance.hosts();
    return switch (glance.mtaSts()) {
      case ENFORCE -> covered(glance, new Word(isAll ? "ok" : "refused", text));
      case TESTING -> covered(glance, new Word(isAll ? "ok" : "would-be-refused", text));
      case UNKNOWN, NONE, BROKEN, OFF -> Word.NONE;
    };
  }

  private static Word covered(Glance glance, Word word) {
    return glance.hosts() == 0 ? Word.NONE : word;
  }

  private Word certificate(@Nullable Instant expiry) {
    if (expiry == null) {
      return Word.NONE;
    }
    DaysLeft left = DaysLeft.of(expiry, now, texts);
    return new Word(left.tone(), left.text());
  }
}
