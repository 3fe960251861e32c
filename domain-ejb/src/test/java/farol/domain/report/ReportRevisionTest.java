package farol.domain.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.monitored.StoredDomains;
import farol.domain.shared.DomainName;
import farol.domain.trend.DomainDay;
import farol.domain.trend.RollupService;
import farol.domain.trend.Rollups;
import farol.store.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReportRevisionTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final Instant FIRST = Instant.parse("2026-11-21T00:00:00Z");
  private static final DomainName EXAMPLE = DomainName.parse("example.com");

  private final ReportRevision revision = new ReportRevision();
  private final RollupService rollups =
      Rollups.service(DATABASE.sql(), Clock.fixed(FIRST, ZoneOffset.UTC));
  private long domain;

  @BeforeEach
  void addDomain() {
    revision.reports = new RevisionStore();
    revision.reports.sql = DATABASE.sql();
    revision.reports.database = DATABASE.dataSource();
    domain = StoredDomains.verified(DATABASE.sql(), "ann", "example.com");
  }

  @Test
  void leavesAloneWhatSaysTheSame() {
    store(domain, List.of(submission(domain, 0, "a", 20, 3)));
    recompute();

    assertThat(revise(onlyId(), submission(domain, 0, "a", 20, 3))).isEqualTo(Revision.UNCHANGED);

    assertThat(DATABASE.number("select count(*) from dirty_day")).isZero();
  }

  @Test
  void countsByWhatTheBytesSayNow() {
    store(domain, List.of(submission(domain, 0, "a", 20, 3)));
    recompute();

    assertThat(revise(onlyId(), submission(domain, 0, "b", 21, 5))).isEqualTo(Revision.CHANGED);
    recompute();

    assertThat(lines("select day || ' ' || failed from rollup_day"))
        .containsExactly("2026-11-21 5");
    assertThat(lines("select report_id from report")).containsExactly("b");
    assertThat(lines("select day || ' ' || failed || ' ' || counted from failure_detail"))
        .containsExactly("2026-11-21 5 true");
  }

  @Test
  void countsAnewWhenOnlyTheAttributionChanges() {
    Submission before = submission(domain, 0, "a", 20, 3);
    store(domain, List.of(before));
    CountedReport foreign = CountedReport.of(before.report(), "example.net", Set.of());
    Submission now =
        new Submission(
            domain, before.report(), foreign, List.of(), before.raw(), before.receivedAt());

    assertThat(revise(onlyId(), now)).isEqualTo(Revision.CHANGED);

    assertThat(lines("select attribution from report_policy")).containsExactly("FOREIGN");
    assertThat(lines("select counted::text from failure_detail")).containsExactly("false");
  }

  @Test
  void takesInWhatIsCountedOrRemarkedInAnotherWay() {
    Submission before = submission(domain, 0, "a", 20, 3);
    store(domain, List.of(before));
    CountedReport other = new CountedReport(before.counted().policies(), new SessionCounts(10, 2));

    assertThat(revise(onlyId(), with(before, other, List.of()))).isEqualTo(Revision.CHANGED);
    assertThat(lines("select successful || ' ' || failed from report")).containsExactly("10 2");

    assertThat(revise(onlyId(), with(before, other, List.of("WARN_SUM"))))
        .isEqualTo(Revision.CHANGED);
    assertThat(lines("select warnings[1] from report")).containsExactly("WARN_SUM");
  }

  private static Submission with(
      Submission submission, CountedReport counted, List<String> warnings) {
    return new Submission(
        submission.domainId(),
        submission.report(),
        counted,
        warnings,
        submission.raw(),
        submission.receivedAt());
  }

  @Test
  void reportsThatAreGoneStayGone() {
    assertThat(revise(4_711, submission(domain, 0, "a", 20, 3))).isEqualTo(Revision.GONE);
  }

  @Test
  void findsTheBytesWhileTheyAreKept() {
    store(domain, List.of(submission(domain, 0, "a", 20, 3)));
    long id = onlyId();

    KeptBytes kept = revision.find(id).orElseThrow();

    assertThat(kept.domain()).isEqualTo(EXAMPLE);
    assertThat(kept.raw().body()).isEqualTo("{}".getBytes(UTF_8));
    assertThat(kept.receivedAt()).isEqualTo(FIRST);
    assertThat(revision.ids("example.com", 0, 10)).containsExactly(id);
    assertThat(revision.ids("example.net", 0, 10)).isEmpty();
    assertThat(revision.ids(null, id, 10)).isEmpty();
    DATABASE.sql().update("delete from report_raw");
    assertThat(revision.find(id)).isEmpty();
  }

  /**
   * Whatever the old reader made of some bodies, and in whatever order they are read again: in the
   * end it is as if they had been read by the new one when they came.
   */
  @RepeatedTest(40)
  void endsAsIfAllHadBeenReadSoWhenTheyCame(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    long other = StoredDomains.verified(DATABASE.sql(), "ann", "example.org");
    List<Submission> before = new ArrayList<>();
    List<Submission> now = new ArrayList<>();
    List<Submission> nowElsewhere = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      before.add(submission(domain, i, anyKey(random), anyDay(random), 100 + i));
      String key = anyKey(random);
      int day = anyDay(random);
      int failed = random.nextInt(3);
      now.add(submission(domain, i, key, day, failed));
      nowElsewhere.add(submission(other, i, key, day, failed));
    }
    nowElsewhere.forEach(submission -> store(other, List.of(submission)));
    before.forEach(submission -> store(domain, List.of(submission)));
    List<Long> ids = revision.ids("example.com", 0, 100);
    List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5, 6, 7));
    Collections.shuffle(order, random);

    order.forEach(i -> revise(ids.get(i), now.get(i)));
    recompute();

    assertThat(everythingOf(domain)).isEqualTo(everythingOf(other));
    for (int i = 0; i < ids.size(); i++) {
      assertThat(revise(ids.get(i), now.get(i))).isIn(Revision.UNCHANGED, Revision.GONE);
    }
  }

  @Test
  void knowsWhichHostsWereKnownWhenAReportCame() {
    Set<String> now = Set.of("new.example.net");

    assertThat(hosts(now)).isEqualTo(now);
    assertThat(hosts(now, new HostsThen.Decided(Attribution.OWN, "example.com"))).isEqualTo(now);
    assertThat(hosts(now, new HostsThen.Decided(Attribution.ASSUMED_MX_HOST, "mx.example.net")))
        .isEmpty();
    assertThat(hosts(now, new HostsThen.Decided(Attribution.MX_HOST, "old.example.net")))
        .containsExactlyInAnyOrder("old.example.net", "new.example.net");
    assertThat(hosts(now, new HostsThen.Decided(Attribution.FOREIGN, "new.example.net")))
        .doesNotContain("new.example.net")
        .isNotEmpty();
  }

  private static Set<String> hosts(Set<String> now, HostsThen.Decided... decided) {
    return HostsThen.of(List.of(decided), EXAMPLE, now);
  }

  private static String anyKey(Random random) {
    return "key " + random.nextInt(4);
  }

  private static int anyDay(Random random) {
    return 19 + random.nextInt(2);
  }

  /** The day is part of the key. */
  private static Submission submission(long domainId, int minute, String id, int day, int failed) {
    Instant start = Instant.parse("2026-11-" + day + "T00:00:00Z");
    Report report =
        new Report(
            "Example Sender Inc.",
            null,
            id,
            new ReportWindow(start, start.plus(Duration.ofHours(24))),
            List.of(
                new ReportedPolicy(
                    PolicyType.STS,
                    List.of(),
                    "example.com",
                    List.of(),
                    new SessionCounts(10, failed),
                    List.of(failure(failed)))));
    return new Submission(
        domainId,
        report,
        CountedReport.of(report, "example.com", Set.of()),
        List.of(),
        new RawReport("{}".getBytes(UTF_8), null, null),
        FIRST.plus(Duration.ofMinutes(minute)));
  }

  private static FailureDetail failure(int failed) {
    return new FailureDetail(
        ResultType.CERTIFICATE_EXPIRED, null, "mx.example.com", null, null, failed, null, null);
  }

  private void store(long domainId, List<Submission> batch) {
    assertThat(batch).allMatch(submission -> submission.domainId() == domainId);
    Submissions.store(DATABASE.dataSource(), batch);
  }

  private Revision revise(long id, Submission now) {
    Revision[] outcome = new Revision[1];
    DATABASE.inTransaction(() -> outcome[0] = revision.revise(id, now));
    return outcome[0];
  }

  private void recompute() {
    for (DomainDay day : rollups.dirty(DomainDay.FIRST, 1_000)) {
      DATABASE.inTransaction(() -> rollups.recompute(day));
    }
  }

  private long onlyId() {
    return DATABASE.number("select id from report");
  }

  private static List<String> lines(String query, @Nullable Object... values) {
    return DATABASE.sql().list(query, row -> row.getString(1), values);
  }

  /** All that is stored of a domain, without the keys of rows. */
  private static List<String> everythingOf(long domainId) {
    List<String> all = new ArrayList<>();
    all.addAll(
        lines(
            """
            select concat_ws(' ', 'report', report_id, day, conflicting, successful, failed, received_at,
              encode(content_digest, 'hex'), (select count(*) from report_raw w where w.report_id = r.id),
              (select string_agg(attribution || p.failed, ',') from report_policy p where p.report_id = r.id))
            from report r where domain_id = ? order by 1
            """,
            domainId));
    all.addAll(
        lines(
            """
            select concat_ws(' ', 'failure', r.report_id, f.day, f.counted, f.failed, f.received_on)
            from failure_detail f left join report r on r.id = f.report_id where f.domain_id = ? order by 1
            """,
            domainId));
    all.addAll(
        lines(
            "select concat_ws(' ', 'day', day, reports, successful, failed) from rollup_day where domain_id = ? order by 1",
            domainId));
    all.addAll(
        lines(
            """
            select concat_ws(' ', 'slice', day, dimension, value, reports, successful, failed) from rollup_slice
            where domain_id = ? order by 1
            """,
            domainId));
    return all;
  }
}
