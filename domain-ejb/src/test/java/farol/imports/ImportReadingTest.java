package farol.imports;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import farol.domain.shared.TestClock;
import farol.intake.Arrival;
import farol.intake.Ending;
import farol.intake.Judged;
import farol.intake.ReportArrivals;
import farol.intake.Verdict;
import farol.wire.archive.ArchiveLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportReadingTest {
  private static final String MAIL = "From: a@b.example\r\nSubject: x\r\n\r\ntext\r\n";

  @TempDir Path folder;
  private final ExecutorService judges = Executors.newFixedThreadPool(2);
  private final ConcurrentLinkedQueue<Arrival> arrivals = new ConcurrentLinkedQueue<>();
  private final TestClock clock = new TestClock(Imports.NOON);
  private int beats;
  private int mostBeats = Integer.MAX_VALUE;

  @AfterEach
  void stop() {
    judges.shutdownNow();
  }

  @Test
  void handsOutInTheOrderOfTheFileWhateverIsJudgedFirst() throws IOException {
    CountDownLatch othersAreJudged = new CountDownLatch(5);
    Path file = zip("{\"n\":0}", "{\"n\":1}", "{\"n\":2}", "{\"n\":3}", "{\"n\":4}", "{\"n\":5}");

    List<ImportItem.Found> found =
        read(
            file,
            0,
            body -> {
              if (body.contains("0")) {
                await(othersAreJudged);
              } else {
                othersAreJudged.countDown();
              }
            });

    assertThat(found)
        .extracting(item -> item.place().ordinal())
        .containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
    assertThat(found)
        .extracting(item -> reason(item.judged()))
        .startsWith("{\"n\":0}", "{\"n\":1}");
    assertThat(found.get(5).readBytes()).isEqualTo(Files.size(file));
  }

  @Test
  void beginsAtTheItemThatIsNext() throws IOException {
    assertThat(read(zip("{\"n\":0}", "{\"n\":1}", "{\"n\":2}"), 2, body -> {}))
        .extracting(item -> reason(item.judged()))
        .containsExactly("{\"n\":2}");
  }

  @Test
  void saysWhereEachWasAndForWhom() throws IOException {
    read(zip("{\"n\":0}", MAIL), 0, body -> {});

    assertThat(arrivals)
        .containsExactlyInAnyOrder(
            Arrival.inFile("old.zip!0", 7, 17), Arrival.inFile("old.zip!1", 7, 17));
  }

  @Test
  void mailsAreJudgedAsMails() throws IOException {
    assertThat(read(zip(MAIL), 0, body -> {}))
        .extracting(item -> ((Judged.Dismissed) item.judged()).ending().code())
        .containsExactly("MAIL");
  }

  @Test
  void whatIsNoReportIsToldFromWhatIsDamaged() throws IOException {
    Path file = zip("just a note", "{\"n\":1}");
    byte[] bytes = Files.readAllBytes(file);
    Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(bytes, 150));

    assertThat(read(file, 0, body -> {}))
        .extracting(item -> ((Judged.Dismissed) item.judged()).ending())
        .extracting(Ending::verdict, Ending::code)
        .startsWith(tuple(Verdict.NO_REPORT, "NOT_RECOGNISED"));
    assertThat(read(cut, 0, body -> {}))
        .last()
        .extracting(item -> ((Judged.Dismissed) item.judged()).ending())
        .extracting(Ending::verdict, Ending::code)
        .containsExactly(Verdict.REFUSED, "TRUNCATED");
  }

  @Test
  void aFileThatIsGoneIsAnEndWithItsReason() throws IOException {
    try (ImportReading reading = reading(folder.resolve("gone.zip"), 0, body -> {})) {
      ImportItem.End end = (ImportItem.End) reading.next();

      assertThat(end.failure()).contains("gone or can't be read");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void beatsAlsoWhileItComesToNoItem(boolean inFolder) throws IOException {
    Path file = large();

    read(inFolder ? folder : file, 0, body -> {});

    assertThat(beats).isGreaterThan(20);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void isLeftInTheMidstOfAnItemOnceItIsCancelled(boolean inFolder) throws IOException {
    mostBeats = 10;
    Path file = large();

    assertThat(read(inFolder ? folder : file, 0, body -> {})).isEmpty();

    assertThat(beats).isEqualTo(11);
  }

  @Test
  void whatIsReadAheadIsLeftToo() throws IOException {
    Path file = zip("{\"n\":0}", "{\"n\":1}", "{\"n\":2}");
    try (ImportReading reading = reading(file, 0, body -> {})) {
      assertThat(reading.next()).isInstanceOf(ImportItem.Found.class);
      mostBeats = 0;

      assertThat(reading.next()).isEqualTo(new ImportItem.End(17, null));
    }
  }

  private interface Judging {
    void of(String body);
  }

  private List<ImportItem.Found> read(Path file, long next, Judging judging) throws IOException {
    List<ImportItem.Found> all = new ArrayList<>();
    try (ImportReading reading = reading(file, next, judging)) {
      ImportItem item = reading.next();
      while (item instanceof ImportItem.Found found) {
        all.add(found);
        item = reading.next();
      }
      assertThat(item).isEqualTo(new ImportItem.End(17, null));
    }
    return all;
  }

  /** Dismisses each as what it came in, with its own text as the reason. */
  private ImportReading reading(Path file, long next, Judging judging) {
    ReportArrivals dismissing =
        new ReportArrivals() {
          @Override
          public Judged judgeReport(byte[] body, Arrival arrival) {
            return dismiss("REPORT", body, arrival);
          }

          @Override
          public Judged judgeMail(byte[] mail, Arrival arrival) {
            return dismiss("MAIL", mail, arrival);
          }

          private Judged dismiss(String form, byte[] body, Arrival arrival) {
            arrivals.add(arrival);
            String text = new String(body, US_ASCII);
            judging.of(text);
            return new Judged.Dismissed(new Ending(Verdict.REFUSED, form, text));
          }
        };
    return new ImportReading(
        new TakenImport(17, 7, "old.zip", null, next, 0),
        new ImportSource(
            file, "old.zip", ArchiveLimits.ofSizes(1_000, 1_000), new Pulse(clock, this::hold)),
        dismissing,
        judges);
  }

  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aPipeIsNotOpened() throws IOException, InterruptedException {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

    try (ImportReading reading = reading(pipe, 0, body -> {})) {
      assertThat(((ImportItem.End) reading.next()).failure()).contains("can't be read");
    }
  }

  /** A second passes with each, so that there is one whenever something is read. */
  private boolean hold() {
    clock.pass(Duration.ofSeconds(1));
    return ++beats <= mostBeats;
  }

  private static String reason(Judged judged) {
    return ((Judged.Dismissed) judged).ending().reason();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Too large to be an item before much of it is read. */
  private Path large() throws IOException {
    byte[] noise = new byte[2_000_000];
    new Random(1).nextBytes(noise);
    return zip("{" + new String(noise, ISO_8859_1));
  }

  private Path zip(String... entries) throws IOException {
    Path file = folder.resolve("file.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < entries.length; i++) {
        zip.putNextEntry(new ZipEntry(String.valueOf(i)));
        zip.write(entries[i].getBytes(ISO_8859_1));
        zip.closeEntry();
      }
    }
    return file;
  }
}
