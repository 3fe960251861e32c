package farol.intake;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.monitored.CollectorDirectory;
import farol.domain.monitored.CollectorToken;
import farol.domain.monitored.Directories;
import farol.domain.monitored.StoredDomains;
import farol.domain.monitored.TokenHash;
import farol.domain.report.Submission;
import farol.intake.FakeDatabase.Mood;
import farol.spool.Spool;
import farol.spool.SpoolLimits;
import farol.spool.SpooledReport;
import farol.store.TestDatabase;
import farol.wire.RefusalCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SpoolDrainTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final int MOST_AT_ONCE = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final TokenHash UNKNOWN = new TokenHash("0123456789abcdef".repeat(4));

  @TempDir Path parent;

  private final FakeDatabase database = new FakeDatabase();
  private final Outage outage = new Outage();
  private final Tally tally = new Tally();
  private final List<RefusalCode> quarantined = new ArrayList<>();
  private final CollectorDirectory directory = Directories.on(DATABASE.dataSource());
  private CollectorToken token;
  private Path folder;
  private Spool spool;
  private SpoolDrain drain;

  @BeforeEach
  void openSpool() throws IOException {
    long domain = StoredDomains.verified(DATABASE.sql(), "ann", "example.com");
    token = StoredDomains.collector(DATABASE.sql(), domain);
    folder = parent.resolve("spool");
    start();
  }

  /** As the server does, also after a crash. */
  private void start() throws IOException {
    spool = Spool.open(folder, new SpoolLimits(1_000, 10_000_000));
    drain = drainWith(PATIENCE);
  }

  private SpoolDrain drainWith(Duration patience) {
    return new SpoolDrain(
        spool,
        new Redelivery(
            spool,
            directory,
            Posts.JUDGE,
            database,
            (domainId, report, refused) -> quarantined.add(refused.code()),
            tally),
        outage,
        database::answers,
        MOST_AT_ONCE,
        patience);
  }

  @Test
  void bringsReportsInInTheirOrderByTheTimeOfTheirReceipt() throws Exception {
    IntStream.rangeClosed(1, 9).forEach(i -> spool("report-" + i));

    drainAll();

    assertThat(database.askedIds())
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 9).mapToObj(i -> "report-" + i).toList());
    assertThat(database.asked()).extracting(Submission::receivedAt).containsOnly(Posts.RECEIVED);
    assertThat(spool.reports()).isZero();
    assertThat(tally.counts()).isEqualTo(Map.of(Outcome.STORED, 9));
  }

  @Test
  void takesEverMoreAtOnceWhileAllGoesWellAndOneAfterAFailure() throws Exception {
    IntStream.rangeClosed(1, 20).forEach(i -> spool("report-" + i));

    assertThat(drainSomeAndCount()).isEqualTo(1);
    assertThat(drainSomeAndCount()).isEqualTo(2);
    assertThat(drainSomeAndCount()).isEqualTo(4);
    assertThat(drainSomeAndCount()).isEqualTo(MOST_AT_ONCE);
    database.be(Mood.AWAY);
    assertThat(drain.drainSome()).isFalse();
    database.be(Mood.WELL);
    assertThat(drainSomeAndCount()).isEqualTo(1);
  }

  @Test
  void keepsReportsWhileTheDatabaseIsAwayAndEndsTheOutageAfterwards() throws Exception {
    outage.begin("a test", new IllegalStateException());
    spool("one");
    database.be(Mood.AWAY);

    assertThat(drain.drainSome()).isFalse();
    assertThat(drain.drainSome()).isFalse();
    assertThat(spool.reports()).isEqualTo(1);
    assertThat(outage.isOn()).isTrue();

    database.be(Mood.WELL);
    assertThat(drain.drainSome()).isTrue();
    assertThat(outage.isOn()).isFalse();
    assertThat(tally.counts()).isEqualTo(Map.of(Outcome.STORED, 1));
  }

  @Test
  void keepsReportsWhileTokensCanNotBeLookedUp() throws Exception {
    spool("one");
    Directories.takeDatabaseAway(directory);

    assertThat(drain.drainSome()).isFalse();
    assertThat(outage.isOn()).isTrue();
    assertThat(spool.reports()).isEqualTo(1);
    assertThat(tally.sum()).isZero();
  }

  @Test
  void endsNoOutageWhileTheDatabaseIsSlowerThanSendersCanWait() throws Exception {
    outage.begin("a test", new IllegalStateException());
    spool("one");
    SpoolDrain impatient = drainWith(Duration.ZERO);

    assertThat(impatient.drainSome()).isTrue();
    assertThat(outage.isOn()).isTrue();
    assertThat(impatient.drainSome()).as("nothing is left").isFalse();
    assertThat(outage.isOn()).isFalse();
  }

  @Test
  void letsAReportGoOnlyAfterItsCommit() throws Exception {
    spool("one");
    database.be(Mood.HANGING);
    CompletableFuture<Boolean> pass =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return drain.drainSome();
              } catch (InterruptedException e) {
                throw new AssertionError(e);
              }
            });
    while (database.asked().isEmpty()) {
      Thread.sleep(5);
    }

    assertThat(spoolFiles()).hasSize(1);
    database.be(Mood.WELL);
    assertThat(pass.join()).isTrue();
    assertThat(spoolFiles()).isEmpty();
  }

  @Test
  void findsADuplicateInWhatACrashLeftThoughItWasStored() throws Exception {
    spool("one");
    Path file = spoolFiles().get(0);
    byte[] content = Files.readAllBytes(file);
    drainAll();
    Files.write(file, content);
    start();

    drainAll();

    assertThat(database.stored()).containsExactly("one");
    assertThat(tally.counts()).isEqualTo(Map.of(Outcome.STORED, 1, Outcome.DUPLICATE, 1));
    assertThat(spoolFiles()).isEmpty();
  }

  @Test
  void drainsWhatAnEarlierRunLeft() throws Exception {
    spool("one");
    start();

    drainAll();

    assertThat(database.stored()).containsExactly("one");
  }

  @Test
  void judgesATokenByTheTimeOfReceipt() throws Exception {
    StoredDomains.retire(DATABASE.sql(), token, Posts.RECEIVED.plusSeconds(1));
    spool("in time");
    CollectorToken retired = StoredDomains.collector(DATABASE.sql(), anyDomain());
    StoredDomains.retire(DATABASE.sql(), retired, Posts.RECEIVED);
    spool(Posts.spooled(retired.hash(), "example.com", "too late"));
    spool(Posts.spooled(UNKNOWN, "example.com", "to nobody"));

    drainAll();

    assertThat(database.stored()).containsExactly("in time");
    assertThat(tally.counts()).isEqualTo(Map.of(Outcome.STORED, 1, Outcome.REFUSED, 2));
    assertThat(spoolFiles()).isEmpty();
    assertThat(spool.aside()).isZero();
  }

  @Test
  void refusesAReportForAnotherDomainAndHasItKept() throws Exception {
    spool(Posts.spooled(token.hash(), "example.net", "astray"));

    drainAll();

    assertThat(quarantined).containsExactly(RefusalCode.DOMAIN_MISMATCH);
    assertThat(database.asked()).isEmpty();
    assertThat(tally.counts()).isEqualTo(Map.of(Outcome.REFUSED, 1));
    assertThat(spoolFiles()).isEmpty();
    assertThat(spool.aside()).isZero();
  }

  @Test
  void setsADamagedFileAsideAndGoesOn() throws Exception {
    spool("damaged");
    Files.writeString(spoolFiles().get(0), "x", StandardOpenOption.TRUNCATE_EXISTING);
    spool("good");

    drainAll();

    assertThat(database.stored()).containsExactly("good");
    assertThat(tally.counts()).isEqualTo(Map.of(Outcome.STORED, 1, Outcome.FAILED, 1));
    assertThat(reasons()).singleElement().asString().contains("checksum");
  }

  @Test
  void setsAFileAsideThatNobodyCanReadAndGoesOn() throws Exception {
    spool("unreadable");
    Path file = spoolFiles().get(0);
    Files.delete(file);
    Files.createDirectory(file); // for root may read every file
    spool("good");

    drainAll();

    assertThat(database.stored()).containsExactly("good");
    assertThat(tally.counts()).isEqualTo(Map.of(Outcome.STORED, 1, Outcome.FAILED, 1));
    assertThat(spool.aside()).isEqualTo(1);
  }

  @Test
  void goesOnWithoutAFileThatIsGone() throws Exception {
    spool("gone");
    Files.delete(spoolFiles().get(0));
    spool("good");

    drainAll();

    assertThat(database.stored()).containsExactly("good");
    assertThat(spool.reports()).isZero();
    assertThat(tally.counts()).isEqualTo(Map.of(Outcome.STORED, 1, Outcome.FAILED, 1));
  }

  @Test
  void setsAsideWhatTheDatabaseRefusesForItselfAndGoesOn() throws Exception {
    database.failAt("poison", FakeDatabase.failure("22021"));
    spool("before");
    spool("poison");
    spool("after");

    drainAll();

    assertThat(database.stored()).containsExactlyInAnyOrder("before", "after");
    assertThat(tally.counts()).isEqualTo(Map.of(Outcome.STORED, 2, Outcome.FAILED, 1));
    assertThat(reasons()).singleElement().asString().contains("refused");
    assertThat(outage.isOn()).isFalse();
  }

  @Test
  void setsAsideWhatFailsForNoReasonOfTheDatabasesOnlyAfterThreeTries() throws Exception {
    database.failAt("poison", new IllegalStateException("a bug"));
    spool("poison");
    spool("good");

    assertThat(drain.drainSome()).isFalse();
    assertThat(drain.drainSome()).isFalse();
    assertThat(spool.aside()).isZero();
    assertThat(outage.isOn()).isFalse();
    assertThat(drain.drainSome()).isTrue();

    assertThat(database.stored()).containsExactly("good");
    assertThat(tally.counts()).isEqualTo(Map.of(Outcome.STORED, 1, Outcome.FAILED, 1));
    assertThat(reasons()).singleElement().asString().contains("a bug");
  }

  @Test
  void setsAsideWhatTheDatabaseFailsAtAgainAndAgainWhileItTakesOthers() throws Exception {
    database.failAt("poison", FakeDatabase.failure("57P02")); // it crashed
    IntStream.rangeClosed(1, 3).forEach(i -> spool("before-" + i));
    spool("poison");
    IntStream.rangeClosed(1, 30).forEach(i -> spool("after-" + i));

    drainAll();

    assertThat(database.stored()).hasSize(33);
    assertThat(tally.counts()).isEqualTo(Map.of(Outcome.STORED, 33, Outcome.FAILED, 1));
    assertThat(reasons()).singleElement().asString().contains("took others");
  }

  @Test
  void keepsForEverWhatFailsWhileTheDatabaseTakesNothing() throws Exception {
    IntStream.rangeClosed(1, 5)
        .forEach(
            i -> {
              spool("report-" + i);
              database.failAt("report-" + i, FakeDatabase.failure("53100")); // its disk is full
            });

    for (int i = 0; i < 50; i++) {
      assertThat(drain.drainSome()).isFalse();
    }

    assertThat(spool.reports()).isEqualTo(5);
    assertThat(spool.aside()).isZero();
    assertThat(outage.isOn()).isTrue();
  }

  @Test
  void keepsTheOrderAndSuspectsNoReportAfterAnOutage() throws Exception {
    List<String> inOrder = IntStream.rangeClosed(1, 9).mapToObj(i -> "report-" + i).toList();
    inOrder.forEach(this::spool);
    database.be(Mood.AWAY);
    for (int i = 0; i < 5; i++) {
      drain.drainSome();
    }
    int tries = database.asked().size();

    database.be(Mood.WELL);
    drainAll();

    assertThat(database.askedIds().subList(tries, tries + 9)).isEqualTo(inOrder);
    assertThat(spool.aside()).isZero();
  }

  @Test
  void waitsForAFolderThatIsGone() throws Exception {
    spool("one");
    Path elsewhere = parent.resolve("elsewhere");
    Files.move(folder, elsewhere);

    assertThat(drain.drainSome()).isFalse();
    assertThat(spool.reports()).isEqualTo(1);

    Files.move(elsewhere, folder);
    drainAll();
    assertThat(database.stored()).containsExactly("one");
  }

  /** Senders, late answers and the drain race for every report. */
  @Test
  void countsEveryReportOnceWhateverComesFirst() throws Exception {
    int reports = 400;
    List<Mood> moods = List.of(Mood.WELL, Mood.AWAY, Mood.HANGING);
    Random random = new Random(1);
    ExecutorService executor = Executors.newFixedThreadPool(4);
    DurableIntake intake =
        new DurableIntake(database, spool, outage, tally, executor, Duration.ofMillis(2));
    Destination collector =
        new Destination(
            token.hash(), directory.find(token.hash(), Posts.RECEIVED).join().orElseThrow());
    Thread draining = new Thread(drain, "test-drain");
    draining.start();
    List<CompletionStage<Delivery>> answers = new ArrayList<>();

    for (int i = 0; i < reports; i++) {
      database.be(moods.get(random.nextInt(moods.size())));
      SpooledReport report = Posts.spooled(token.hash(), "example.com", "report-" + i);
      answers.add(intake.keep(Posts.admitted(collector, report), report));
      Thread.sleep(random.nextInt(4));
    }
    database.be(Mood.WELL);
    for (CompletionStage<Delivery> answer : answers) {
      answer.toCompletableFuture().join();
    }
    while (spool.reports() > 0) {
      Thread.sleep(10);
    }
    drain.close();
    draining.join();
    executor.shutdown();

    assertThat(database.stored()).hasSize(reports);
    assertThat(tally.sum()).isEqualTo(reports);
    assertThat(spoolFiles()).isEmpty();
  }

  private void drainAll() throws InterruptedException {
    for (int i = 0; i < 100 && spool.reports() > 0; i++) {
      drain.drainSome();
    }
  }

  private int drainSomeAndCount() throws InterruptedException {
    int before = spool.reports();
    assertThat(drain.drainSome()).isTrue();
    return before - spool.reports();
  }

  private void spool(String reportId) {
    spool(Posts.spooled(token.hash(), "example.com", reportId));
  }

  private void spool(SpooledReport report) {
    try {
      spool.put(report);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private long anyDomain() {
    return DATABASE.number("select min(id) from monitored_domain");
  }

  private List<Path> spoolFiles() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".report")).sorted().toList();
    }
  }

  private List<String> reasons() throws IOException {
    List<String> reasons = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder.resolve("set-aside"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".reason")).toList()) {
        reasons.add(Files.readString(file));
      }
    }
    return reasons;
  }
}
