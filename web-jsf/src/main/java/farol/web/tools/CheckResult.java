package farol.web.tools;

import farol.tools.record.CheckedDomain;
import farol.web.findings.FindingRow;
import farol.web.kit.Texts;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a check found.
 *
 * @param unicode the domain as people write it
 * @param general what there is to say of the whole
 * @param sections one for each thing that was looked at; none where there is no such domain
 */
public record CheckResult(
    String domain, String unicode, List<FindingRow> general, List<Section> sections) {
  public CheckResult {
    general = List.copyOf(general);
    sections = List.copyOf(sections);
  }

  /** Whether its two spellings differ. */
  public boolean isInternational() {
    return !unicode.equals(domain);
  }

  /** All that a domain publishes. */
  static CheckResult of(CheckedDomain checked, Texts texts) {
    Sections sections = new Sections(checked, texts);
    return of(
        checked,
        Stream.of(
                Stream.of(sections.tlsRpt(), sections.mtaSts()),
                sections.policies(),
                Stream.of(sections.mx()),
                sections.hosts())
            .flatMap(some -> some),
        texts);
  }

  /** What MTA-STS stands on. */
  static CheckResult ofMtaSts(CheckedDomain checked, Texts texts) {
    Sections sections = new Sections(checked, texts);
    return of(
        checked,
        Stream.of(Stream.of(sections.mtaSts()), sections.policies(), Stream.of(sections.mx()))
            .flatMap(some -> some),
        texts);
  }

  private static CheckResult of(CheckedDomain checked, Stream<Section> sections, Texts texts) {
    return new CheckResult(
        checked.name().value(),
        checked.name().unicode(),
        checked.exists() ? List.of() : FindingRow.of(checked.findings(), texts),
        checked.exists() ? sections.toList() : List.of());
  }
}
