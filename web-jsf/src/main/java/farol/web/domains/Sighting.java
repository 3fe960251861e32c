package farol.web.domains;

import farol.domain.lookup.LookupOutcome;
import farol.domain.monitored.OwnershipCheck;
import farol.domain.published.RecordReading;
import farol.domain.published.TlsRptRecord;
import farol.web.kit.Texts;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What DNS shows of a record that is to be published.
 *
 * @param tone names it in the style sheet: {@code ok}, {@code waiting} or worse
 * @param sentence whether we see it
 * @param found what is there instead, line by line; empty where nothing. Outside text
 */
public record Sighting(String tone, String sentence, String found) {
  public boolean isSeen() {
    return tone.equals("ok");
  }

  public boolean isOtherFound() {
    return !found.isEmpty();
  }

  /** Of the record that proves ownership. */
  static Sighting of(Optional<OwnershipCheck> check, Texts texts) {
    if (check.isEmpty()) {
      return new Sighting("waiting", texts.get("setup.unchecked"), "");
    }
    OwnershipCheck last = check.get();
    return switch (last.outcome()) {
      case PROVEN -> new Sighting("ok", texts.get("setup.seen"), "");
      case ABSENT -> new Sighting("waiting", texts.get("setup.absent"), "");
      case OTHER_RECORDS -> new Sighting("unprotected", texts.get("setup.others"), last.detail());
      case WILDCARD -> new Sighting("unprotected", texts.get("setup.wildcard"), last.detail());
      case TEMPORARY_FAILURE ->
          new Sighting("information", texts.get("setup.failed"), last.detail());
    };
  }

  /** Of the TLS-RPT record, which has to name one of the addresses here. */
  static Sighting of(LookupOutcome<String> answer, List<URI> ours, Texts texts) {
    return answer.fold(
        records -> ofRecords(records, ours, texts),
        reason -> new Sighting("waiting", texts.get("setup.absent"), ""),
        failure -> new Sighting("information", texts.get("setup.failed"), failure));
  }

  private static Sighting ofRecords(List<String> records, List<URI> ours, Texts texts) {
    RecordReading<TlsRptRecord> reading = TlsRptRecord.read(records);
    String found = String.join("\n", records);
    if (reading.record().isEmpty()) {
      return new Sighting("refused", texts.get("setup.invalid"), found);
    }
    return reading.record().get().rua().stream().anyMatch(ours::contains)
        ? new Sighting("ok", texts.get("setup.seen.ours"), "")
        : new Sighting("unprotected", texts.get("setup.seen.elsewhere"), found);
  }
}
