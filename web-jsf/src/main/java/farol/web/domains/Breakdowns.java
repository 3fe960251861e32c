package farol.web.domains;

import farol.domain.diagnosis.Cause;
import farol.domain.report.ResultType;
import farol.domain.trend.Summary;
import farol.web.kit.Breakdown;
import farol.web.kit.CauseText;
import farol.web.kit.Texts;

/** A summary as tables. */
public record Breakdowns(
    Breakdown types,
    Breakdown reporters,
    Breakdown hosts,
    Breakdown policies,
    Breakdown addresses) {

  static Breakdowns of(Summary summary, Texts texts) {
    return new Breakdowns(
        Breakdown.of("types", false, summary.byResultType(), type -> cause(type, texts), texts),
        Breakdown.of("reporters", true, summary.byReporter(), name -> name, texts),
        Breakdown.of("hosts", false, summary.byMx(), host -> host, texts),
        Breakdown.of(
            "policies",
            true,
            summary.byPolicyType(),
            type -> texts.getOr("policy." + type, type),
            texts),
        Breakdown.of("addresses", false, summary.bySourceAddress(), address -> address, texts));
  }

  private static String cause(String resultType, Texts texts) {
    return CauseText.of(Cause.of(new ResultType(resultType), null), texts).title();
  }
}
