package farol.domain.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentDigestTest {
  @Test
  void equalReportsHaveEqualDigests() {
    assertThat(ContentDigest.of(Reports.full())).isEqualTo(ContentDigest.of(Reports.full()));
  }

  /** Stored digests must be found again by the next version. */
  @Test
  void digestOfAReportNeverChanges() {
    assertThat(ContentDigest.of(Reports.full()).hex())
        .isEqualTo("061de4700f5e963e437b6854c16ae88114fbbfdfd66dc74d665a765a535903a0");
  }

  @ParameterizedTest
  @MethodSource("changes")
  void everyFieldChangesTheDigest(UnaryOperator<Report> change) {
    Report changed = change.apply(Reports.full());

    assertThat(ContentDigest.of(changed)).isNotEqualTo(ContentDigest.of(Reports.full()));
  }

  static Stream<UnaryOperator<Report>> changes() {
    Instant start = Reports.DAY.start();
    Instant end = Reports.DAY.end();
    return Stream.of(
        r -> new Report("x", r.contact(), r.reportId(), r.window(), r.policies()),
        r -> new Report(r.organization(), "x", r.reportId(), r.window(), r.policies()),
        r -> new Report(r.organization(), null, r.reportId(), r.window(), r.policies()),
        r -> new Report(r.organization(), r.contact(), "x", r.window(), r.policies()),
        r -> withWindow(r, new ReportWindow(start.plusNanos(1), end)),
        r -> withWindow(r, new ReportWindow(start, end.plusSeconds(1))),
        r -> withPolicies(r, List.of()),
        r -> withPolicies(r, List.of(r.policies().get(0), r.policies().get(0))),
        withPolicy(
            p ->
                new ReportedPolicy(
                    PolicyType.TLSA,
                    p.policyString(),
                    p.policyDomain(),
                    p.mxHosts(),
                    p.counts(),
                    p.failures())),
        withPolicy(p -> withLists(p, List.of(), p.mxHosts())),
        withPolicy(p -> withLists(p, List.of("version: STSv1mode: enforce"), p.mxHosts())),
        withPolicy(p -> withLists(p, List.of("mode: enforce", "version: STSv1"), p.mxHosts())),
        withPolicy(
            p ->
                withLists(
                    p, List.of("version: STSv1", "mode: enforce", "mx1.example.com"), List.of())),
        withPolicy(p -> withLists(p, p.policyString(), List.of("mx2.example.com"))),
        withPolicy(
            p ->
                new ReportedPolicy(
                    p.type(), p.policyString(), null, p.mxHosts(), p.counts(), p.failures())),
        withPolicy(p -> withCounts(p, new SessionCounts(5327, 2))),
        withPolicy(p -> withCounts(p, new SessionCounts(5326, 3))),
        withFailures(),
        withFailures(Reports.fullFailure(), Reports.fullFailure()),
        withFailures(failure(null, "a", "b", "c", "d", 2, "e", "f")),
        withFailures(failure(ResultType.CERTIFICATE_EXPIRED, null, "b", "c", "d", 2, "e", "f")));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
  void everyFieldOfAFailureChangesTheDigest(int field) {
    String[] texts = {"a", "b", "c", "d", "e", "f", "g"};
    FailureDetail before = failureOf(texts, 1);
    FailureDetail after;
    if (field == texts.length) {
      after = failureOf(texts, 2);
    } else {
      texts[field] = "x";
      after = failureOf(texts, 1);
    }

    assertThat(digestWith(after)).isNotEqualTo(digestWith(before));
  }

  @Test
  void textThatMovesToTheNextFieldChangesTheDigest() {
    FailureDetail before = failure(null, null, "ab", "c", null, 0, null, null);
    FailureDetail after = failure(null, null, "a", "bc", null, 0, null, null);

    assertThat(digestWith(after)).isNotEqualTo(digestWith(before));
  }

  @Test
  void textThatChangesPlacesWithAbsentTextChangesTheDigest() {
    FailureDetail before = failure(null, null, "a", null, null, 0, null, null);
    FailureDetail after = failure(null, null, null, "a", null, 0, null, null);

    assertThat(digestWith(after)).isNotEqualTo(digestWith(before));
  }

  @Test
  void absentTextIsNotEmptyText() {
    FailureDetail before = failure(null, null, null, null, null, 0, null, null);
    FailureDetail after = failure(null, null, "", null, null, 0, null, null);

    assertThat(digestWith(after)).isNotEqualTo(digestWith(before));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "zz"})
  void digestIsSha256InHexadecimal(String hex) {
    assertThatIllegalArgumentException().isThrownBy(() -> new ContentDigest(hex));
  }

  private static ContentDigest digestWith(FailureDetail failure) {
    return ContentDigest.of(withFailures(failure).apply(Reports.full()));
  }

  private static FailureDetail failureOf(String[] texts, long failed) {
    return new FailureDetail(
        new ResultType(texts[0]),
        texts[1],
        texts[2],
        texts[3],
        texts[4],
        failed,
        texts[5],
        texts[6]);
  }

  private static FailureDetail failure(
      @Nullable ResultType type,
      @Nullable String sendingMtaIp,
      @Nullable String hostname,
      @Nullable String helo,
      @Nullable String receivingIp,
      long failed,
      @Nullable String information,
      @Nullable String reason) {
    return new FailureDetail(
        type, sendingMtaIp, hostname, helo, receivingIp, failed, information, reason);
  }

  private static Report withWindow(Report r, ReportWindow window) {
    return new Report(r.organization(), r.contact(), r.reportId(), window, r.policies());
  }

  private static Report withPolicies(Report r, List<ReportedPolicy> policies) {
    return new Report(r.organization(), r.contact(), r.reportId(), r.window(), policies);
  }

  private static UnaryOperator<Report> withPolicy(UnaryOperator<ReportedPolicy> change) {
    return r -> withPolicies(r, List.of(change.apply(r.policies().get(0))));
  }

  private static ReportedPolicy withLists(
      ReportedPolicy p, List<String> policyString, List<String> mxHosts) {
    return new ReportedPolicy(
        p.type(), policyString, p.policyDomain(), mxHosts, p.counts(), p.failures());
  }

  private static ReportedPolicy withCounts(ReportedPolicy p, SessionCounts counts) {
    return new ReportedPolicy(
        p.type(), p.policyString(), p.policyDomain(), p.mxHosts(), counts, p.failures());
  }

  private static UnaryOperator<Report> withFailures(FailureDetail... failures) {
    return withPolicy(
        p ->
            new ReportedPolicy(
                p.type(),
                p.policyString(),
                p.policyDomain(),
                p.mxHosts(),
                p.counts(),
                List.of(failures)));
  }
}
