package farol.web.api;

import farol.domain.report.SessionCounts;
import farol.domain.trend.Day;
import farol.domain.trend.Slice;
import farol.domain.trend.Summary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A domain's reports over some days.
 *
 * @param bySourceAddress of each day, the hundred addresses with the most failed sessions count
 * @param asOf when the oldest of these numbers was computed, RFC 3339 in UTC; absent where there
 *     are none
 */
public record SummaryView(
    Sessions sessions,
    long reports,
    List<DayView> days,
    List<ResultTypeView> byResultType,
    List<ReporterView> byReporter,
    List<MxView> byMx,
    List<PolicyTypeView> byPolicyType,
    List<SourceView> bySourceAddress,
    @Nullable String asOf) {

  /** Sessions, not messages. */
  public record Sessions(long successful, long failed) {
    static Sessions of(SessionCounts counts) {
      return new Sessions(counts.successful(), counts.failed());
    }
  }

  /** A UTC day, such as 2026-01-31. */
  public record DayView(String day, long successful, long failed) {
    static DayView of(Day day) {
      return new DayView(
          day.day().toString(), day.sessions().successful(), day.sessions().failed());
    }
  }

  /**
   * Empty result type: the reporter named none. Types overlap, so they need not add up to the
   * total.
   */
  public record ResultTypeView(String resultType, long failed) {
    static ResultTypeView of(Slice slice) {
      return new ResultTypeView(slice.value(), slice.sessions().failed());
    }
  }

  /** What one organisation reported. */
  public record ReporterView(String organization, long successful, long failed, long reports) {
    static ReporterView of(Slice slice) {
      return new ReporterView(
          slice.value(), slice.sessions().successful(), slice.sessions().failed(), slice.reports());
    }
  }

  /** What failed at one MX host. */
  public record MxView(String receivingMxHostname, long failed) {
    static MxView of(Slice slice) {
      return new MxView(slice.value(), slice.sessions().failed());
    }
  }

  /**
   * {@code tlsa} and {@code sts} may count the same sessions, so these need not add up to the
   * total.
   */
  public record PolicyTypeView(String policyType, long successful, long failed) {
    static PolicyTypeView of(Slice slice) {
      return new PolicyTypeView(
          slice.value(), slice.sessions().successful(), slice.sessions().failed());
    }
  }

  /** What failed from one sending address. */
  public record SourceView(String sendingMtaIp, long failed) {
    static SourceView of(Slice slice) {
      return new SourceView(slice.value(), slice.sessions().failed());
    }
  }

  static SummaryView of(Summary summary) {
    return new SummaryView(
        Sessions.of(summary.sessions()),
        summary.reports(),
        summary.days().stream().map(DayView::of).toList(),
        summary.byResultType().stream().map(ResultTypeView::of).toList(),
        summary.byReporter().stream().map(ReporterView::of).toList(),
        summary.byMx().stream().map(MxView::of).toList(),
        summary.byPolicyType().stream().map(PolicyTypeView::of).toList(),
        summary.bySourceAddress().stream().map(SourceView::of).toList(),
        summary.asOf().map(Object::toString).orElse(null));
  }
}
