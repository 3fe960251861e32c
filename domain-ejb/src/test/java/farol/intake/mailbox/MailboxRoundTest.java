package farol.intake.mailbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import farol.domain.lookup.FakeLookup;
import farol.domain.mailbox.FolderUnusableException;
import farol.domain.mailbox.KeptMail;
import farol.domain.mailbox.MailBytes;
import farol.domain.mailbox.MailOutcome;
import farol.domain.mailbox.Mailbox;
import farol.domain.mailbox.MailboxAwayException;
import farol.domain.mailbox.MailboxException;
import farol.domain.mailbox.MailboxPosition;
import farol.domain.mailbox.MailboxSession;
import farol.domain.mailbox.MailboxTrouble;
import farol.domain.monitored.StoredDomains;
import farol.domain.shared.TestClock;
import farol.intake.Arrival;
import farol.intake.Arrivals;
import farol.intake.Ending;
import farol.intake.Judged;
import farol.intake.ReportArrivals;
import farol.intake.Verdict;
import farol.mailbox.ConfiguredMailbox;
import farol.mailbox.FolderMailbox;
import farol.settings.Settings;
import farol.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** On a real Maildir and a real database. */
class MailboxRoundTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final String DOMAIN = "example.com";
  private static final Duration EVERY = Duration.ofMinutes(5);
  private static final MailCounts NONE = new MailCounts(0, 0, 0, 0);

  @TempDir Path parent;

  /** Later than the files that a test writes, which so have come to rest. */
  private final TestClock clock =
      new TestClock(Instant.now().plusSeconds(60).truncatedTo(ChronoUnit.MICROS));

  private final List<ConfiguredMailbox> mailboxes = new ArrayList<>();
  private MailboxBook book = bookOf(new MailboxBook());
  private ReportArrivals arrivals = arrivals(DATABASE.dataSource());
  private Path maildir;
  private ConfiguredMailbox mailbox;
  private int delivered;

  /** As if the server had been killed there. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  @BeforeEach
  void setUp() throws IOException {
    DATABASE.sql().update("delete from mailbox");
    StoredDomains.verified(DATABASE.sql(), "ann", DOMAIN);
    maildir = parent.resolve("Maildir");
    for (String part : List.of("new", "cur", "tmp")) {
      Files.createDirectories(maildir.resolve(part));
    }
    mailbox = configured("reports", FolderMailbox.maildir("reports", maildir, clock));
    mailboxes.add(mailbox);
  }

  private MailboxBook bookOf(MailboxBook book) {
    book.store = new MailboxStore();
    book.store.sql = DATABASE.sql();
    book.counters =
        new MailCounters() {
          @Override
          void countMail(String name, Verdict verdict) {
            // nobody looks at metrics
          }

          @Override
          void countLook(String name, @Nullable MailboxTrouble trouble) {
            // nobody looks at metrics
          }
        };
    book.mailboxes =
        new Mailboxes() {
          @Override
          public List<ConfiguredMailbox> all() {
            return mailboxes;
          }
        };
    book.clock = clock;
    return book;
  }

  private ReportArrivals arrivals(DataSource database) {
    return fill(new ReportArrivals(), database);
  }

  private ReportArrivals fill(ReportArrivals unfilled, DataSource database) {
    return Arrivals.fill(
        unfilled,
        database,
        new FakeLookup(),
        Settings.of(Map.of("FAROL_LIMIT_BODY_BYTES", "2048")),
        clock);
  }

  private static ConfiguredMailbox configured(String name, Mailbox mailbox) {
    return new ConfiguredMailbox(name, "maildir:/" + name, EVERY, any -> mailbox);
  }

  private void disturb(UnaryOperator<KeptMail> disturbance) {
    mailbox = configured("reports", new DisturbedMailbox(mailbox.mailbox(clock), disturbance));
  }

  private void deliver(String... mails) throws IOException {
    for (String mail : mails) {
      delivered++;
      String unique = "%04d.host".formatted(delivered);
      Path tmp = Files.writeString(maildir.resolve("tmp").resolve(unique), mail, ISO_8859_1);
      Files.move(tmp, maildir.resolve("new").resolve(unique));
    }
  }

  private Map<Verdict, Integer> read() throws InterruptedException {
    return read(mailbox);
  }

  private Map<Verdict, Integer> read(ConfiguredMailbox other) throws InterruptedException {
    MailboxRound round = round();
    round.read(other, false, false);
    return round.tally();
  }

  private Map<Verdict, Integer> readAnew() throws InterruptedException {
    MailboxRound round = round();
    round.read(mailbox, false, true);
    return round.tally();
  }

  private MailboxRound round() {
    return new MailboxRound(book, arrivals, clock, () -> false);
  }

  private Map<Verdict, Integer> readIfDue() throws InterruptedException {
    MailboxRound round = round();
    round.read(mailbox, true, false);
    return round.tally();
  }

  @Test
  void takesReportsInAndPutsEachMailWhereItBelongs() throws Exception {
    deliver(
        SampleMails.report(DOMAIN, "1"),
        SampleMails.letter("tomorrow?"),
        SampleMails.report("other.example", "2"),
        SampleMails.poisoned(DOMAIN, "cut"),
        SampleMails.report(DOMAIN, "1"));

    assertThat(read())
        .isEqualTo(
            Map.of(
                Verdict.STORED, 1,
                Verdict.NO_REPORT, 1,
                Verdict.FOREIGN, 1,
                Verdict.REFUSED, 1,
                Verdict.DUPLICATE, 1));

    assertThat(stored()).containsExactly("1");
    assertThat(waiting()).containsExactly("0002.host", "0003.host");
    assertThat(taken()).containsExactly("0001.host:2,", "0005.host:2,");
    assertThat(refused()).containsExactly("0004.host:2,");
    assertThat(status().counts()).isEqualTo(new MailCounts(1, 1, 2, 1));
  }

  @Test
  void saysByWhichMailboxAReportCame() throws Exception {
    deliver(SampleMails.report(DOMAIN, "1"));

    read();

    assertThat(text("select way || ' ' || grade || ' ' || origin_source from report"))
        .isEqualTo("MAIL UNSIGNED reports");
  }

  @Test
  void keepsWhyAMailWasSetAside() throws Exception {
    deliver(SampleMails.poisoned(DOMAIN, "cut"));

    read();

    assertThat(status().noted())
        .singleElement()
        .satisfies(
            mail -> {
              assertThat(mail.mail()).isEqualTo("0001.host");
              assertThat(mail.code()).isEqualTo("BAD_JSON");
              assertThat(mail.reason()).isNotEmpty();
              assertThat(mail.notedAt()).isEqualTo(clock.instant());
            });
  }

  @Test
  void keepsTheLastHundredReasons() throws Exception {
    for (int i = 1; i <= 103; i++) {
      deliver(SampleMails.poisoned(DOMAIN, "cut"));
    }

    read();

    assertThat(status().counts().setAside()).isEqualTo(103);
    assertThat(status().noted()).extracting(NotedMail::mail).hasSize(100);
    assertThat(status().noted())
        .extracting(NotedMail::mail)
        .contains("0103.host", "0004.host")
        .doesNotContain("0003.host");
  }

  @Test
  void keepsTheLatestReasonsHoweverOldTheMailIs() {
    assertThat(book.lease(mailbox, false)).isPresent();
    Instant now = clock.instant();
    for (int i = 0; i <= 100; i++) {
      book.store.keep("reports", new NotedMail("mail " + i, now, now.plusSeconds(i), "X", ""));
    }
    book.store.keep("reports", new NotedMail("mail 0", now, now.plusSeconds(200), "Y", ""));

    book.store.trim("reports", 100);

    assertThat(status().noted()).hasSize(100);
    assertThat(status().noted().get(0).code()).isEqualTo("Y");
    assertThat(status().noted()).extracting(NotedMail::mail).doesNotContain("mail 1");
  }

  @Test
  void goesOnBehindWhatItHasSeen() throws Exception {
    deliver(SampleMails.letter("one"), SampleMails.report(DOMAIN, "1"));
    read();
    deliver(SampleMails.report(DOMAIN, "2"));

    assertThat(read()).isEqualTo(Map.of(Verdict.STORED, 1));
    assertThat(read()).isEmpty();
  }

  @Test
  void readsWhatItLeftAloneWhenItIsToBeginAnew() throws Exception {
    deliver(SampleMails.report("late.example", "1"));
    assertThat(read()).isEqualTo(Map.of(Verdict.FOREIGN, 1));
    StoredDomains.verified(DATABASE.sql(), "ann", "late.example");
    assertThat(read()).isEmpty();

    assertThat(readAnew()).isEqualTo(Map.of(Verdict.STORED, 1));
    assertThat(read()).isEmpty();
  }

  @Test
  void beginsAnewAtAnotherAddress() throws Exception {
    deliver(SampleMails.letter("one"));
    read();
    Mailbox moved = mailbox.mailbox(clock);

    ConfiguredMailbox elsewhere =
        new ConfiguredMailbox("reports", "maildir:/elsewhere", EVERY, any -> moved);
    assertThat(read(elsewhere)).isEqualTo(Map.of(Verdict.NO_REPORT, 1));
    assertThat(read(elsewhere)).isEmpty();
  }

  @Test
  void leavesAMailAloneThatIsTooLargeForAReport() throws Exception {
    deliver(SampleMails.letter("x".repeat(arrivals.mostBytes())), SampleMails.report(DOMAIN, "1"));

    assertThat(read()).isEqualTo(Map.of(Verdict.NO_REPORT, 1, Verdict.STORED, 1));
    assertThat(waiting()).containsExactly("0001.host");
  }

  /** Something that goes wrong with a mail. */
  private interface Mishap {
    MailBytes happen() throws MailboxException;
  }

  private static final Mishap INPUT_ERROR = () -> new MailBytes.Unreadable("an input error");
  private static final Mishap HANG_UP =
      () -> {
        throw new MailboxAwayException("the server hung up", null);
      };

  /** Has it happen whenever one of these mails is read. */
  private void disturbReading(Mishap mishap, String... keys) {
    disturb(
        mail ->
            new DisturbedMailbox.Mail(mail) {
              @Override
              public MailBytes read(int most) throws MailboxException {
                return List.of(keys).contains(key()) ? mishap.happen() : super.read(most);
              }
            });
  }

  private void disturbSettling(Mishap mishap) {
    disturb(
        mail ->
            new DisturbedMailbox.Mail(mail) {
              @Override
              public void settle(MailOutcome outcome) throws MailboxException {
                if (key().equals("0001.host")) {
                  var unused = mishap.happen();
                }
                super.settle(outcome);
              }
            });
  }

  /** In two looks that end in trouble at the first mail. */
  private void assertStuck(MailboxTrouble trouble, String detail) throws Exception {
    for (int look = 1; look <= 2; look++) {
      assertThat(read()).isEmpty();
      assertThat(status().trouble()).isEqualTo(trouble);
      assertThat(status().detail()).contains("0001.host", detail);
      assertThat(status().failures()).isEqualTo(look);
    }
    assertThat(waiting()).contains("0001.host", "0002.host");
    assertThat(status().noted()).isEmpty();
  }

  private void assertNoted(String code, String reason) {
    assertThat(status().trouble()).isNull();
    assertThat(status().noted())
        .singleElement()
        .satisfies(
            mail -> {
              assertThat(mail.mail()).isEqualTo("0001.host");
              assertThat(mail.code()).isEqualTo(code);
              assertThat(mail.reason()).contains(reason);
            });
  }

  @Test
  void leavesAMailWhereItIsThatTheMailboxDoesNotHandOut() throws Exception {
    deliver(SampleMails.letter("private"), SampleMails.report(DOMAIN, "1"));
    disturbReading(INPUT_ERROR, "0001.host");

    assertStuck(MailboxTrouble.MAIL_FAILED, "an input error");
    assertThat(read()).isEqualTo(Map.of(Verdict.NO_REPORT, 1, Verdict.STORED, 1));

    assertThat(waiting()).containsExactly("0001.host");
    assertThat(refused()).isEmpty();
    assertNoted("MAIL_UNREADABLE", "an input error");
  }

  @Test
  void goesOnBehindAMailOverWhichTheServerHangsUp() throws Exception {
    deliver(SampleMails.report(DOMAIN, "1"), SampleMails.report(DOMAIN, "2"));
    disturbReading(HANG_UP, "0001.host");

    assertStuck(MailboxTrouble.AWAY, "hung up");
    assertThat(read()).isEqualTo(Map.of(Verdict.NO_REPORT, 1, Verdict.STORED, 1));

    assertThat(stored()).containsExactly("2");
    assertThat(waiting()).containsExactly("0001.host");
    assertNoted("MAIL_UNREADABLE", "hung up");
  }

  @Test
  void goesOnBehindSeveralMailsThatCanNotBeRead() throws Exception {
    deliver(SampleMails.letter("1"), SampleMails.letter("2"), SampleMails.report(DOMAIN, "3"));
    disturbReading(HANG_UP, "0001.host", "0002.host");

    for (int look = 1; look <= 5; look++) {
      read();
    }

    assertThat(stored()).containsExactly("3");
    assertThat(status().noted()).hasSize(2);
  }

  @Test
  void goesOnBehindNoMailWhileTheMailboxHandsOutNone() throws Exception {
    for (Mishap mishap : List.of(INPUT_ERROR, HANG_UP)) {
      ConfiguredMailbox undisturbed = mailbox;
      deliver(
          SampleMails.report(DOMAIN, "a" + delivered), SampleMails.report(DOMAIN, "b" + delivered));
      List<String> all = waiting();
      disturbReading(mishap, all.toArray(String[]::new));

      for (int look = 1; look <= 5; look++) {
        assertThat(read()).isEmpty();
      }

      assertThat(status().noted()).isEmpty();
      assertThat(waiting()).isEqualTo(all);
      mailbox = undisturbed;
      assertThat(read()).isEqualTo(Map.of(Verdict.STORED, 2));
    }
  }

  @Test
  void goesOnBehindAMailThatItCanNotPutAwayOnceItsReportIsStored() throws Exception {
    deliver(SampleMails.report(DOMAIN, "1"), SampleMails.report(DOMAIN, "2"));
    disturbSettling(
        () -> {
          throw new FolderUnusableException("over quota", null);
        });

    assertStuck(MailboxTrouble.FOLDER_UNUSABLE, "over quota");
    assertThat(read()).isEqualTo(Map.of(Verdict.DUPLICATE, 1, Verdict.STORED, 1));

    assertThat(stored()).containsExactly("1", "2");
    assertThat(waiting()).containsExactly("0001.host");
    assertNoted("MAIL_NOT_MOVED", "over quota");
  }

  @Test
  void saysWhyAMailWasRefusedThatItCanNotPutAway() throws Exception {
    deliver(SampleMails.poisoned(DOMAIN, "cut"));
    disturbSettling(
        () -> {
          throw new FolderUnusableException("over quota", null);
        });

    read();
    read();
    assertThat(read()).isEqualTo(Map.of(Verdict.REFUSED, 1));

    assertNoted("MAIL_NOT_MOVED", "over quota; BAD_JSON");
  }

  @Test
  void countsOnlyTheLooksInARowThatAMailFails() throws Exception {
    deliver(SampleMails.letter("1"), SampleMails.report(DOMAIN, "2"));
    ConfiguredMailbox undisturbed = mailbox;
    disturbReading(HANG_UP, "0001.host");
    ConfiguredMailbox disturbed = mailbox;
    assertStuck(MailboxTrouble.AWAY, "hung up");
    mailbox = undisturbed;
    assertThat(read()).hasSize(2);
    mailbox = disturbed;

    readAnew();

    assertThat(status().trouble()).isEqualTo(MailboxTrouble.AWAY);
    assertThat(status().noted()).isEmpty();
  }

  @Test
  void whatOneMailboxFailsAtIsNoTroubleOfOthers() throws Exception {
    deliver(SampleMails.report(DOMAIN, "1"));
    for (Mailbox broken :
        List.of(
            opening(
                () -> {
                  throw new IllegalStateException("a bug");
                }),
            opening(
                () ->
                    new MailboxSession() {
                      @Override
                      public Optional<KeptMail> next() {
                        throw new IllegalStateException("a bug");
                      }

                      @Override
                      public void close() {
                        // nothing is open
                      }
                    }))) {
      assertThat(read(configured("reports", broken))).isEmpty();

      assertThat(status().trouble()).isEqualTo(MailboxTrouble.FAROL_FAILED);
      assertThat(status().detail()).contains("a bug");
      assertThat(status().nextLookAt()).isAfter(clock.instant());
    }
  }

  @Test
  void goesOnBehindAMailThatTheMailboxItselfFailsAt() throws Exception {
    deliver(SampleMails.report(DOMAIN, "1"), SampleMails.report(DOMAIN, "2"));
    disturbSettling(
        () -> {
          throw new InvalidPathException("?.eml", "Malformed input");
        });

    assertStuck(MailboxTrouble.FAROL_FAILED, "Malformed input");
    assertThat(read()).isEqualTo(Map.of(Verdict.DUPLICATE, 1, Verdict.STORED, 1));
  }

  @Test
  void goesOnPastAMailThatSomebodyTakesAway() throws Exception {
    deliver(SampleMails.report(DOMAIN, "1"), SampleMails.report(DOMAIN, "2"));
    disturb(
        mail ->
            new DisturbedMailbox.Mail(mail) {
              @Override
              public MailBytes read(int most) throws MailboxException {
                return key().startsWith("0001") ? new MailBytes.Gone() : super.read(most);
              }
            });

    assertThat(read()).isEqualTo(Map.of(Verdict.NO_REPORT, 1, Verdict.STORED, 1));
  }

  @Test
  void readsAMailAgainThatItWasKilledAt() throws Exception {
    deliver(SampleMails.report(DOMAIN, "1"), SampleMails.report(DOMAIN, "2"));
    ConfiguredMailbox undisturbed = mailbox;
    disturb(
        mail ->
            new DisturbedMailbox.Mail(mail) {
              @Override
              public void settle(MailOutcome outcome) {
                throw new Killed();
              }
            });
    assertThatThrownBy(this::read).isInstanceOf(Killed.class);
    assertThat(stored()).containsExactly("1");
    assertThat(waiting()).hasSize(2);
    mailbox = undisturbed;
    assertThat(read()).as("until the dead reader's time is over").isEmpty();
    clock.pass(MailboxBook.LEASE);

    assertThat(read()).isEqualTo(Map.of(Verdict.DUPLICATE, 1, Verdict.STORED, 1));

    assertThat(stored()).containsExactly("1", "2");
    assertThat(waiting()).isEmpty();
    assertThat(taken()).hasSize(2);
  }

  @Test
  void missesNoMailWhenItIsKilledAfterItHasPutOneAway() throws Exception {
    deliver(SampleMails.report(DOMAIN, "1"), SampleMails.report(DOMAIN, "2"));
    MailboxBook undisturbed = book;
    book =
        bookOf(
            new MailboxBook() {
              @Override
              public boolean advance(Lease lease, KeptMail mail, Ending ending) {
                throw new Killed();
              }
            });
    assertThatThrownBy(this::read).isInstanceOf(Killed.class);
    book = undisturbed;
    clock.pass(MailboxBook.LEASE);

    assertThat(read()).isEqualTo(Map.of(Verdict.STORED, 1));

    assertThat(stored()).containsExactly("1", "2");
    assertThat(taken()).hasSize(2);
  }

  @Test
  void putsNothingAwayThatTheDatabaseDoesNotTake() throws Exception {
    deliver(SampleMails.letter("one"), SampleMails.report(DOMAIN, "1"));
    ReportArrivals undisturbed = arrivals;
    arrivals = arrivals(nowhere());

    assertThatThrownBy(this::read)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("database");

    assertThat(waiting()).containsExactly("0001.host", "0002.host");
    arrivals = undisturbed;
    clock.pass(MailboxBook.LEASE);
    assertThat(read()).isEqualTo(Map.of(Verdict.STORED, 1));
  }

  private static DataSource nowhere() {
    PGSimpleDataSource nowhere = new PGSimpleDataSource();
    nowhere.setUrl("jdbc:postgresql://127.0.0.1:9/farol");
    return nowhere;
  }

  @Test
  void leavesAMailWhereItIsThatItFailsAtInThreeLooks() throws Exception {
    deliver(SampleMails.report(DOMAIN, "bad"), SampleMails.report(DOMAIN, "good"));
    arrivals =
        fill(
            new ReportArrivals() {
              @Override
              public Judged judgeMail(byte[] mail, Arrival arrival) {
                if (new String(mail, ISO_8859_1).contains("\"bad\"")) {
                  throw new StackOverflowError();
                }
                return super.judgeMail(mail, arrival);
              }
            },
            DATABASE.dataSource());

    assertStuck(MailboxTrouble.MAIL_FAILED, "StackOverflowError");
    assertThat(read()).isEqualTo(Map.of(Verdict.NO_REPORT, 1, Verdict.STORED, 1));

    assertThat(waiting()).containsExactly("0001.host");
    assertThat(refused()).isEmpty();
    assertNoted("MAIL_FAILED", "StackOverflowError");
  }

  @Test
  void leavesAMailboxInPeaceThatIsAway() throws Exception {
    mailbox = configured("reports", away("connection refused"));

    List<Long> waits = new ArrayList<>();
    for (int look = 1; look <= 8; look++) {
      assertThat(readIfDue()).isEmpty();
      assertThat(status().failures()).isEqualTo(look);
      Duration wait = Duration.between(clock.instant(), status().nextLookAt());
      waits.add(wait.toMinutes());
      clock.pass(wait.minusSeconds(1));
      assertThat(readIfDue()).isEmpty();
      assertThat(status().failures()).as("not before its time").isEqualTo(look);
      clock.pass(Duration.ofSeconds(1));
    }

    assertThat(waits).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
    assertThat(status().trouble()).isEqualTo(MailboxTrouble.AWAY);
    assertThat(status().detail()).isEqualTo("connection refused");
  }

  @Test
  void forgetsItsTroubleOnceItIsBack() throws Exception {
    deliver(SampleMails.report(DOMAIN, "1"));
    ConfiguredMailbox back = mailbox;
    mailbox = configured("reports", away("connection refused"));
    read();
    mailbox = back;

    assertThat(read()).isEqualTo(Map.of(Verdict.STORED, 1));
    assertThat(status().trouble()).isNull();
    assertThat(status().failures()).isZero();
    assertThat(status().nextLookAt()).isEqualTo(clock.instant().plus(EVERY));
  }

  private static Mailbox away(String reason) {
    return opening(
        () -> {
          throw new MailboxAwayException(reason, null);
        });
  }

  private static Mailbox opening(MailboxQuestion<MailboxSession> opening) {
    return new Mailbox() {
      @Override
      public String name() {
        return "reports";
      }

      @Override
      public MailboxSession open(MailboxPosition after) throws MailboxException {
        return opening.put();
      }
    };
  }

  @Test
  void isDueAgainAfterItsTime() throws Exception {
    assertThat(book.isAnyDue()).isTrue();
    assertThat(status().lastLookAt()).isNull();
    read();
    assertThat(status().lastLookAt()).isEqualTo(clock.instant());
    assertThat(book.isAnyDue()).isFalse();
    deliver(SampleMails.report(DOMAIN, "1"));

    clock.pass(EVERY.minusSeconds(1));
    assertThat(book.isAnyDue()).isFalse();
    assertThat(readIfDue()).isEmpty();

    clock.pass(Duration.ofSeconds(1));
    assertThat(book.isAnyDue()).isTrue();
    assertThat(readIfDue()).isEqualTo(Map.of(Verdict.STORED, 1));
  }

  @Test
  void nothingIsDueWhereNoMailboxIsSetUp() {
    mailboxes.clear();

    assertThat(book.isAnyDue()).isFalse();
    assertThat(book.statuses()).isEmpty();
  }

  @Test
  void onlyOneReadsAMailboxAtATime() throws Exception {
    deliver(SampleMails.report(DOMAIN, "1"));
    Lease other = book.lease(mailbox, false).orElseThrow();

    assertThat(read()).isEmpty();
    assertThat(book.isAnyDue()).isFalse();
    assertThat(status().beingRead()).isTrue();

    book.end(other);
    assertThat(status().beingRead()).isFalse();
    assertThat(read()).isEqualTo(Map.of(Verdict.STORED, 1));
  }

  @Test
  void beginsAnewWhoeverReadsNow() throws Exception {
    deliver(SampleMails.letter("1"));
    read();
    Lease other = book.lease(mailbox, false).orElseThrow();

    assertThat(readAnew()).isEqualTo(Map.of(Verdict.NO_REPORT, 1));

    try (MailboxSession session = mailbox.mailbox(clock).open(MailboxPosition.BEGINNING)) {
      KeptMail mail = session.next().orElseThrow();
      assertThat(book.advance(other, mail, new Ending(Verdict.NO_REPORT, "", "")))
          .as("the other goes on")
          .isFalse();
    }
  }

  @Test
  void beginsAnewLaterWhenItIsStoppedBeforeTheFirstMail() throws Exception {
    deliver(SampleMails.letter("1"));
    read();

    new MailboxRound(book, arrivals, clock, () -> true).read(mailbox, false, true);

    assertThat(read()).isEqualTo(Map.of(Verdict.NO_REPORT, 1));
  }

  @Test
  void stopsWhenAnotherReadsWhatItWasTooSlowFor() throws Exception {
    deliver(SampleMails.report(DOMAIN, "1"), SampleMails.report(DOMAIN, "2"));
    ConfiguredMailbox undisturbed = mailbox;
    disturb(
        mail ->
            new DisturbedMailbox.Mail(mail) {
              @Override
              public MailBytes read(int most) throws MailboxException {
                clock.pass(MailboxBook.LEASE);
                assertThat(book.lease(undisturbed, false)).isPresent();
                return super.read(most);
              }
            });

    assertThat(read()).isEqualTo(Map.of(Verdict.STORED, 1));

    assertThat(waiting()).containsExactly("0002.host");
    assertThat(status().beingRead()).as("by the other").isTrue();
    assertThat(status().counts()).isEqualTo(NONE);
  }

  @Test
  void stopsBetweenTwoMails() throws Exception {
    deliver(SampleMails.report(DOMAIN, "1"), SampleMails.report(DOMAIN, "2"));
    MailboxRound round =
        new MailboxRound(book, arrivals, clock, () -> !status().counts().equals(NONE));

    round.read(mailbox, false, false);

    assertThat(round.tally()).isEqualTo(Map.of(Verdict.STORED, 1));
    assertThat(waiting()).containsExactly("0002.host");
    assertThat(status().beingRead()).isFalse();
    assertThat(read()).isEqualTo(Map.of(Verdict.STORED, 1));
  }

  @Test
  void stoppedLookIsNoneThatCameToTheEnd() throws Exception {
    deliver(SampleMails.report(DOMAIN, "1"), SampleMails.report(DOMAIN, "2"));
    read(configured("reports", away("connection refused")));
    @Nullable Instant lastLook = status().lastLookAt();
    clock.pass(Duration.ofMinutes(1));
    MailboxRound round =
        new MailboxRound(book, arrivals, clock, () -> !status().counts().equals(NONE));

    round.read(mailbox, true, false);

    assertThat(status().trouble()).isEqualTo(MailboxTrouble.AWAY);
    assertThat(status().lastLookAt()).isEqualTo(lastLook);
    assertThat(book.isAnyDue()).isTrue();
    assertThat(readIfDue()).as("on a restart of the run").isEqualTo(Map.of(Verdict.STORED, 1));
  }

  private MailboxStatus status() {
    return book.statuses().get(0);
  }

  private static String text(String query) {
    return DATABASE.sql().find(query, row -> row.getString(1)).orElseThrow();
  }

  private static List<String> stored() {
    return DATABASE
        .sql()
        .list("select report_id from report order by report_id", row -> row.getString(1));
  }

  private List<String> waiting() throws IOException {
    return names(maildir.resolve("new"));
  }

  private List<String> taken() throws IOException {
    return names(maildir.resolve(".Farol.Taken/cur"));
  }

  private List<String> refused() throws IOException {
    return names(maildir.resolve(".Farol.Refused/cur"));
  }

  private static List<String> names(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
