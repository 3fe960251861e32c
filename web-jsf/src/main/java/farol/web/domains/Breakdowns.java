package farol.web.domains;

import farol.domain.diagnosis.Cause;
import farol.domain.report.ResultType;
import farol.domain.trend.FailureQuestion;
import farol.domain.trend.Slice;
import farol.domain.trend.Summary;
import farol.web.failures.FailureAddress;
import farol.web.failures.FailureTopic;
import farol.web.kit.Breakdown;
import farol.web.kit.CauseText;
import farol.web.kit.Texts;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A summary as tables, whose names lead to the failures that they count. */
public record Breakdowns(
    Breakdown types,
    Breakdown reporters,
    Breakdown hosts,
    Breakdown policies,
    Breakdown addresses) {

  /** Makes the tables of one domain. */
  private record Maker(String domain, String period, Texts texts) {
    Breakdown of(
        String kind,
        FailureTopic topic,
        boolean successes,
        List<Slice> slices,
        UnaryOperator<String> names) {
      return Breakdown.of(
          kind,
          successes,
          slices,
          new Breakdown.Naming() {
            @Override
            public String nameOf(String value) {
              return names.apply(value);
            }

            @Override
            public String linkOf(String value) {
              return address(topic, value).href();
            }
          },
          texts);
    }

    private FailureAddress address(FailureTopic topic, String value) {
      String known = value.isBlank() ? FailureQuestion.NOT_GIVEN : value;
      return new FailureAddress(
          Map.of(FailureTopic.DOMAIN, domain, topic, known), FailureTopic.CAUSE, period);
    }
  }

  /**
   * The tables of a domain's summary.
   *
   * @param days how many the summary is of
   */
  static Breakdowns of(String domain, int days, Summary summary, Texts texts) {
    Maker maker = new Maker(domain, "days=" + days, texts);
    return new Breakdowns(
        maker.of(
            "types",
            FailureTopic.RESULT_TYPE,
            false,
            summary.byResultType(),
            type -> cause(type, texts)),
        maker.of("reporters", FailureTopic.REPORTER, true, summary.byReporter(), name -> name),
        maker.of("hosts", FailureTopic.MX, false, summary.byMx(), host -> host),
        maker.of(
            "policies",
            FailureTopic.POLICY_TYPE,
            true,
            summary.byPolicyType(),
            type -> texts.getOr("policy." + type, type)),
        maker.of(
            "addresses",
            FailureTopic.SENDING_ADDRESS,
            false,
            summary.bySourceAddress(),
            address -> address));
  }

  private static String cause(String resultType, Texts texts) {
    return CauseText.of(Cause.of(new ResultType(resultType), null), texts).title();
  }
}
