package farol.web.api;

import farol.domain.survey.Observed;
import farol.tools.record.CheckedDomain;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What DNS answered, as it is.
 *
 * @param name where
 * @param records as published, each as one text; none where there are none; absent where no usable
 *     answer came
 */
public record AnswerView(String name, String type, @Nullable List<String> records) {
  /** All that was asked for. */
  static List<AnswerView> of(CheckedDomain checked) {
    return Stream.of(
            Stream.of(
                tlsRpt(checked),
                mtaSts(checked),
                records(checked, Observed.MX, "MX", name(checked))),
            checked.exchangers().stream()
                .filter(exchanger -> exchanger.host().isPresent())
                .map(
                    exchanger ->
                        new AnswerView(
                            "_25._tcp." + exchanger.target(),
                            "TLSA",
                            checked
                                .tlsa(exchanger)
                                .map(lines -> lines.lines().toList())
                                .orElse(null))))
        .flatMap(answers -> answers)
        .toList();
  }

  /** What MTA-STS stands on. */
  static List<AnswerView> ofMtaSts(CheckedDomain checked) {
    return List.of(mtaSts(checked), records(checked, Observed.MX, "MX", name(checked)));
  }

  private static AnswerView tlsRpt(CheckedDomain checked) {
    return records(checked, Observed.TLSRPT_RECORD, "TXT", checked.tlsRptName());
  }

  private static AnswerView mtaSts(CheckedDomain checked) {
    return records(checked, Observed.MTASTS_RECORD, "TXT", checked.mtaStsName());
  }

  private static String name(CheckedDomain checked) {
    return checked.name().value();
  }

  private static AnswerView records(
      CheckedDomain checked, Observed kind, String type, String name) {
    return new AnswerView(name, type, checked.known().records(kind).orElse(null));
  }
}
