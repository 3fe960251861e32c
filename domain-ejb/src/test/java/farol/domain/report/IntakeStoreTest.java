package farol.domain.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import farol.domain.monitored.StoredDomains;
import farol.domain.shared.DayRange;
import farol.store.BreakingDataSource;
import farol.store.DatabaseException;
import farol.store.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IntakeStoreTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final ReportSearch ALL = ReportSearch.of(DayRange.endingOn(Reports.DAY.day(), 1));

  private final IntakeStore store = new IntakeStore(DATABASE.dataSource());
  private final ReportStore reports = new ReportStore();
  private long account;
  private long domain;

  @BeforeEach
  void addDomain() {
    reports.sql = DATABASE.sql();
    account = StoredDomains.account(DATABASE.sql(), "ann");
    domain = StoredDomains.verified(DATABASE.sql(), "ann", "example.com");
  }

  @Test
  void storesWhatIsNew() {
    assertThat(store.store(List.of(numbered(1), numbered(2))))
        .containsExactly(Acceptance.STORED, Acceptance.STORED);
    assertThat(stored()).hasSize(2).noneMatch(ReportHead::conflicting);
  }

  @Test
  void storesNothingTwice() {
    store.store(List.of(Submissions.of(domain, Reports.full())));

    assertThat(store.store(List.of(Submissions.of(domain, Reports.full()))))
        .containsExactly(Acceptance.DUPLICATE);
    assertThat(stored()).hasSize(1);
    assertThat(rows("report_raw")).isEqualTo(1);
    assertThat(rows("report_policy")).isEqualTo(1);
    assertThat(rows("failure_detail")).isEqualTo(1);
  }

  @Test
  void marksNoDayForDuplicatesAlone() {
    store.store(List.of(numbered(1)));
    store.store(List.of(numbered(1)));

    assertThat(rows("dirty_day")).isEqualTo(1);
  }

  @Test
  void keepsWhatContradictsAnEarlierReportWithoutCountingIt() {
    store.store(List.of(withFailureDetail(2)));

    assertThat(store.store(List.of(withFailureDetail(3)))).containsExactly(Acceptance.CONFLICTING);
    assertThat(stored())
        .extracting(ReportHead::conflicting, head -> head.counts().failed())
        .containsExactlyInAnyOrder(tuple(false, 2L), tuple(true, 3L));
    assertThat(DATABASE.number("select sum(failed) from failure_detail where counted"))
        .isEqualTo(2);
  }

  @Test
  void takesARepeatedContradictionForADuplicate() {
    store.store(List.of(Submissions.of(domain, Submissions.withKey(1, 1))));
    store.store(List.of(Submissions.of(domain, Submissions.withKey(1, 2))));

    assertThat(store.store(List.of(Submissions.of(domain, Submissions.withKey(1, 2)))))
        .containsExactly(Acceptance.DUPLICATE);
    assertThat(stored()).hasSize(2);
  }

  @Test
  void findsDuplicatesWithinOneBatch() {
    assertThat(store.store(List.of(numbered(1), numbered(2), numbered(1), numbered(1))))
        .containsExactly(
            Acceptance.STORED, Acceptance.STORED, Acceptance.DUPLICATE, Acceptance.DUPLICATE);
    assertThat(stored()).hasSize(2);
    assertThat(rows("report_policy")).isEqualTo(2);
  }

  @Test
  void countsTheFirstOfThoseThatContradictEachOtherWithinOneBatch() {
    List<Submission> batch =
        List.of(
            Submissions.of(domain, Submissions.withKey(1, 7)),
            Submissions.of(domain, Submissions.withKey(1, 8)),
            Submissions.of(domain, Submissions.withKey(1, 8)));

    assertThat(store.store(batch))
        .containsExactly(Acceptance.STORED, Acceptance.CONFLICTING, Acceptance.DUPLICATE);
    assertThat(stored())
        .filteredOn(head -> !head.conflicting())
        .extracting(head -> head.counts().failed())
        .containsExactly(7L);
  }

  @Test
  void takesTheSameReportForEachDomainThatReceivesIt() {
    long other = StoredDomains.verified(DATABASE.sql(), "bob", "example.com");

    assertThat(store.store(List.of(numbered(1), Submissions.numbered(other, 1))))
        .containsExactly(Acceptance.STORED, Acceptance.STORED);
  }

  static Stream<Origin> origins() {
    return Stream.of(
        Origin.HTTPS,
        new Origin(
            Way.MAIL, DkimGrade.ALIGNED, "sender.example", true, "signed", "reports@farol", null),
        new Origin(Way.MAIL, DkimGrade.UNSIGNED, null, false, "unsigned", "", null),
        new Origin(Way.IMPORT, DkimGrade.FAILED, "b.example", false, "forged", "a.mbox#17", 4L),
        new Origin(Way.IMPORT, null, null, false, "", "a.zip!\u00fc \ud83d\udce8 \"',{}\\", 5L));
  }

  @ParameterizedTest
  @MethodSource("origins")
  void keepsHowAReportCame(Origin origin) {
    store.store(List.of(numbered(1).from(origin)));

    assertThat(stored()).extracting(ReportHead::origin).containsExactly(origin);
    assertThat(reports.find(account, onlyId()).orElseThrow().head().origin()).isEqualTo(origin);
  }

  @Test
  void keepsOriginsOfOneBatchApart() {
    List<Origin> all = origins().toList();
    List<Submission> batch = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      batch.add(numbered(i).from(all.get(i)));
    }
    store.store(batch);

    assertThat(stored())
        .allSatisfy(
            head ->
                assertThat(head.origin())
                    .isEqualTo(all.get(Integer.parseInt(head.reportId().replace("report-", "")))));
  }

  @Test
  void storesNothingOfHowItCameForWhatWasPosted() {
    store.store(List.of(numbered(1)));

    assertThat(
            DATABASE.number(
                """
                select count(*) from report where num_nonnulls(way, grade, signer, key_for_reports, grade_detail,
                  origin_source, import_id) = 0
                """))
        .isEqualTo(1);
  }

  @Test
  void firstReportKeepsHowItCame() {
    Origin mail = new Origin(Way.MAIL, DkimGrade.ALIGNED, "a.example", false, "", "box", null);
    store.store(List.of(numbered(1)));

    assertThat(store.store(List.of(numbered(1).from(mail)))).containsExactly(Acceptance.DUPLICATE);
    assertThat(stored()).extracting(ReportHead::origin).containsExactly(Origin.HTTPS);
  }

  @Test
  void refusesAnOriginThatCanNotBeStored() {
    Origin origin = new Origin(Way.MAIL, null, "a\u0000b", false, "", "", null);

    assertThatThrownBy(() -> store.store(List.of(numbered(1).from(origin))))
        .isInstanceOfSatisfying(
            DatabaseException.class, refused -> assertThat(refused.isAboutValues()).isTrue());
    assertThat(rows("report")).isZero();
  }

  @Test
  void saysSoWhenTheDomainIsGone() {
    DATABASE.sql().update("delete from monitored_domain where id = ?", domain);

    assertThat(store.store(List.of(numbered(1)))).containsExactly(Acceptance.DOMAIN_GONE);
  }

  @Test
  void storesNoneOfABatchOfWhichOneCanNotBeStored() {
    List<Submission> batch = List.of(numbered(1), Submissions.numbered(domain + 1, 2));

    assertThatThrownBy(() -> store.store(batch)).isInstanceOf(DatabaseException.class);
    assertThat(rows("report")).isZero();
    assertThat(store.store(List.of(numbered(1)))).containsExactly(Acceptance.STORED);
  }

  @Test
  void storesNothingWhenItBreaksDownHalfway() {
    IntakeStore broken =
        new IntakeStore(new BreakingDataSource(DATABASE.dataSource(), "report_policy"));

    assertThatThrownBy(() -> broken.store(List.of(numbered(1))))
        .isInstanceOf(OutOfMemoryError.class);
    assertThat(rows("report")).isZero();
  }

  @Test
  void deletesWhatWasReportedTogetherWithTheDomain() {
    store.store(List.of(Submissions.of(domain, Reports.full())));

    DATABASE.sql().update("delete from monitored_domain where id = ?", domain);

    for (String table : List.of("report", "dirty_day")) {
      assertThat(rows(table)).as(table).isZero();
    }
  }

  @Test
  void keepsEverythingThatAReportSays() {
    assertThat(storedAndReadBack(Reports.full())).isEqualTo(Reports.full());
  }

  @Test
  void keepsWhatIsMissingApartFromWhatIsEmpty() {
    Report bare =
        new Report(
            "",
            null,
            "",
            Reports.DAY,
            List.of(
                policy(List.of(), null, failure(null, null)),
                policy(List.of(""), "example.com", failure("", "")),
                policy(List.of("", "version: STSv1", ""), "example.com", failure(null, ""))));

    assertThat(storedAndReadBack(bare)).isEqualTo(bare);
  }

  @Test
  void keepsCharactersOutsideTheBasicPlaneAndThoseThatSqlOrArraysWouldQuote() {
    String odd = "💥 'x'); drop table report; -- \"{a,b}\" \\ NULL é ﷽\r\n\t%s";
    Report report =
        new Report(
            odd,
            odd,
            odd,
            Reports.DAY,
            List.of(
                new ReportedPolicy(
                    new PolicyType("x-💥,NULL"),
                    List.of(odd, "NULL", "{}"),
                    "example.com",
                    List.of("*.💥.example", "{\"}"),
                    new SessionCounts(1, 1),
                    List.of(
                        new FailureDetail(new ResultType(odd), odd, odd, odd, odd, 1, odd, odd)))));

    assertThat(storedAndReadBack(report)).isEqualTo(report);
  }

  @Test
  void keepsFiveHundredFailureDetailsInTheirOrder() {
    List<FailureDetail> details =
        IntStream.range(0, 500)
            .mapToObj(
                number ->
                    new FailureDetail(
                        ResultType.VALIDATION_FAILURE,
                        "203.0.113." + number % 250,
                        null,
                        null,
                        null,
                        number,
                        null,
                        null))
            .toList();
    Report report =
        Reports.withPolicies(
            new ReportedPolicy(
                PolicyType.STS,
                List.of(),
                "example.com",
                List.of(),
                new SessionCounts(0, 500),
                details),
            Reports.policy(PolicyType.TLSA, "mx.example.net", 1, 0));

    assertThat(storedAndReadBack(report)).isEqualTo(report);
  }

  @Test
  void takesAReportIdThatIsTooLongForAnIndex() {
    Random random = new Random(1); // so that no compression makes it short
    String id =
        random
            .ints(3_000, 'a', 'z')
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    Report report = new Report("o", null, id, Reports.DAY, Reports.full().policies());

    assertThat(storedAndReadBack(report)).isEqualTo(report);
    assertThat(store.store(List.of(Submissions.of(domain, report))))
        .containsExactly(Acceptance.DUPLICATE);
  }

  @Test
  void takesTheLargestCountsAsTheyAre() {
    long large = 1_000_000_000_000L;
    Report report =
        Reports.withPolicies(Reports.policy(PolicyType.STS, "example.com", large, large));

    assertThat(storedAndReadBack(report).policies().get(0).counts())
        .isEqualTo(new SessionCounts(large, large));
    assertThat(stored().get(0).counts()).isEqualTo(new SessionCounts(large, large));
  }

  @Test
  void keepsForeignPoliciesUncounted() {
    ReportedPolicy own = policy(List.of(), "example.com", Reports.fullFailure());
    ReportedPolicy foreign = policy(List.of(), "example.net", Reports.fullFailure());
    Report report = Reports.withPolicies(foreign, own);

    assertThat(storedAndReadBack(report)).isEqualTo(report);
    assertThat(stored().get(0).counts()).isEqualTo(own.counts());
    assertThat(DATABASE.number("select policy_no from failure_detail where counted")).isEqualTo(1);
    assertThat(reports.find(account, onlyId()).orElseThrow().policies())
        .extracting(AttributedPolicy::attribution)
        .containsExactly(Attribution.FOREIGN, Attribution.OWN);
  }

  @Test
  void keepsBytesAndHeadersAsTheyCame() {
    byte[] body = {0, (byte) 0xff, 10, 13, 92};
    store.store(
        List.of(
            submission(List.of("SANITISED", "SUM_MISMATCH"), new RawReport(body, null, "gzip"))));

    RawReport raw = reports.findRaw(account, onlyId()).orElseThrow();
    assertThat(raw.body()).isEqualTo(body);
    assertThat(raw.contentType()).isNull();
    assertThat(raw.contentEncoding()).isEqualTo("gzip");
  }

  @Test
  void keepsWarningsAndTheTimeOfReceipt() {
    store.store(
        List.of(
            submission(
                List.of("SANITISED", "SUM_MISMATCH"),
                new RawReport("{}".getBytes(UTF_8), null, null))));

    assertThat(stored().get(0).warnings()).containsExactly("SANITISED", "SUM_MISMATCH");
    assertThat(stored().get(0).receivedAt()).isEqualTo(Submissions.RECEIVED);
  }

  @Test
  void showsNoReportToAnotherAccountOrBeforeTheDomainIsVerified() {
    store.store(List.of(numbered(1)));
    long stranger = StoredDomains.account(DATABASE.sql(), "eve");

    assertThat(reports.find(stranger, onlyId())).isEmpty();
    assertThat(reports.findRaw(stranger, onlyId())).isEmpty();

    DATABASE.sql().update("update monitored_domain set state = 'PENDING' where id = ?", domain);
    assertThat(reports.find(account, onlyId())).isEmpty();
    assertThat(reports.findRaw(account, onlyId())).isEmpty();
    assertThat(stored()).isEmpty();
    assertThat(reports.count(domain, ALL)).isZero();
  }

  @RepeatedTest(3)
  void storesAndCountsEachReportOnceWhateverArrivesAtTwoNodesTogether() {
    int keys = 200;
    List<Submission> all = new ArrayList<>();
    for (int key = 0; key < keys; key++) {
      all.add(Submissions.of(domain, Submissions.withKey(key, 1)));
      all.add(Submissions.of(domain, Submissions.withKey(key, 2)));
    }
    CompletableFuture<List<Acceptance>> there =
        CompletableFuture.supplyAsync(() -> storeInBatches(all, 1));
    List<Acceptance> outcomes = new ArrayList<>(storeInBatches(all, 2));
    outcomes.addAll(there.join());

    assertThat(Collections.frequency(outcomes, Acceptance.STORED)).isEqualTo(keys);
    assertThat(Collections.frequency(outcomes, Acceptance.CONFLICTING)).isEqualTo(keys);
    assertThat(Collections.frequency(outcomes, Acceptance.DUPLICATE)).isEqualTo(2 * keys);
    assertThat(rows("report")).isEqualTo(2L * keys);
    assertThat(rows("report_policy")).isEqualTo(2L * keys);
    assertThat(DATABASE.number("select count(*) from report where not conflicting"))
        .isEqualTo(keys);
    assertThat(DATABASE.number("select count(distinct report_id) from report")).isEqualTo(keys);
  }

  /** As a node of its own, in an order of its own. */
  private static List<Acceptance> storeInBatches(List<Submission> all, int seed) {
    List<Submission> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, new Random(seed));
    IntakeStore node = new IntakeStore(DATABASE.dataSource());
    List<Acceptance> outcomes = new ArrayList<>();
    for (int start = 0; start < shuffled.size(); start += 50) {
      outcomes.addAll(node.store(shuffled.subList(start, start + 50)));
    }
    return outcomes;
  }

  private Report storedAndReadBack(Report report) {
    assertThat(store.store(List.of(Submissions.of(domain, report))))
        .containsExactly(Acceptance.STORED);
    return reports.find(account, onlyId()).orElseThrow().report();
  }

  private Submission submission(List<String> warnings, RawReport raw) {
    Report report = Reports.full();
    return new Submission(
        domain,
        report,
        CountedReport.of(report, "example.com", Set.of()),
        warnings,
        raw,
        Submissions.RECEIVED);
  }

  private Submission numbered(int number) {
    return Submissions.numbered(domain, number);
  }

  private Submission withFailureDetail(long failed) {
    FailureDetail detail =
        new FailureDetail(
            ResultType.CERTIFICATE_EXPIRED, null, null, null, null, failed, null, null);
    return Submissions.of(
        domain,
        Reports.withPolicies(
            new ReportedPolicy(
                PolicyType.STS,
                List.of(),
                "example.com",
                List.of(),
                new SessionCounts(1, failed),
                List.of(detail))));
  }

  private static ReportedPolicy policy(
      List<String> texts, @Nullable String policyDomain, FailureDetail... failures) {
    return new ReportedPolicy(
        PolicyType.STS, texts, policyDomain, texts, new SessionCounts(1, 1), List.of(failures));
  }

  private static FailureDetail failure(@Nullable String one, @Nullable String other) {
    return new FailureDetail(
        one == null ? null : new ResultType(one), one, other, one, other, 1, one, other);
  }

  private List<ReportHead> stored() {
    return reports.list(domain, ALL, 0, 500);
  }

  private long onlyId() {
    return DATABASE.number("select min(id) from report");
  }

  private static long rows(String table) {
    return DATABASE.number("select count(*) from " + table);
  }
}
