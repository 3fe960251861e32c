package farol.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SpoolTest {
  private static final SpoolLimits PLENTY = new SpoolLimits(10_000, 100_000_000);
  private static final long ONE = sizeOf("1");

  @TempDir Path parent;

  private Path folder;

  @BeforeEach
  void nameFolder() {
    folder = parent.resolve("spool");
  }

  @Test
  void givesReportsBackInTheirOrder() throws IOException {
    Spool spool = spool();
    for (int i = 1; i <= 30; i++) {
      spool.put(SpooledReports.of("report " + i));
    }

    assertThat(bodies(spool))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 30).mapToObj(i -> "report " + i).toList());
    assertThat(spool.oldest(2)).isEqualTo(spool.oldest(30).subList(0, 2));
  }

  @Test
  void keepsReportsAndTheirOrderOverARestart() throws IOException {
    Spool before = spool();
    before.put(SpooledReports.of("first"));
    before.put(SpooledReports.of("second"));

    Spool after = spool();
    after.put(SpooledReports.of("third"));

    assertThat(bodies(after)).containsExactly("first", "second", "third");
    assertThat(after.reports()).isEqualTo(3);
    assertThat(after.bytes()).isEqualTo(sizeOf("first") + sizeOf("second") + sizeOf("third"));
  }

  @Test
  void takesUpNoFileThatWasNotFinishedAndNoneThatIsNotItsOwn() throws IOException {
    spool().put(SpooledReports.of("whole"));
    Path unfinished = folder.resolve("0000000000000000009.report.unfinished");
    Files.writeString(unfinished, "half a rep");
    Path other = Files.writeString(folder.resolve("notes.txt"), "an operator's");

    assertThat(bodies(spool())).containsExactly("whole");
    assertThat(unfinished).doesNotExist();
    assertThat(other).exists();
  }

  @Test
  void letsAReportLeaveOnce() throws IOException {
    Spool spool = spool();
    Entry entry = spool.put(SpooledReports.of("1"));
    assertThat(spool.holds(entry)).isTrue();

    assertThat(spool.remove(entry)).isTrue();
    assertThat(spool.remove(entry)).isFalse();
    assertThat(spool.setAside(entry, "why not")).isFalse();

    assertThat(spool.holds(entry)).isFalse();
    assertThat(spool.reports()).isZero();
    assertThat(spool.bytes()).isZero();
    assertThat(spool.aside()).isZero();
    assertThat(bodies(spool())).isEmpty();
  }

  @Test
  void setsAReportAsideWithItsReasonBesideIt() throws IOException {
    Spool spool = spool();
    Entry poison = spool.put(SpooledReports.of("poison"));
    spool.put(SpooledReports.of("good"));

    assertThat(spool.setAside(poison, "the database refused it")).isTrue();
    assertThat(spool.setAside(poison, "again")).isFalse();

    assertThat(bodies(spool)).containsExactly("good");
    assertThat(spool.reports()).isEqualTo(1);
    assertThat(spool.aside()).isEqualTo(1);
    Path aside = folder.resolve("set-aside").resolve(poison.fileName());
    assertThat(SpooledReports.bodyOf(SpoolFormat.read(Files.readAllBytes(aside))))
        .isEqualTo("poison");
    assertThat(aside.resolveSibling(poison.fileName() + ".reason"))
        .hasContent("the database refused it");
  }

  @Test
  void triesAgainWhatSomebodyHasMovedBack() throws IOException {
    Spool before = spool();
    Entry entry = before.put(SpooledReports.of("mended"));
    before.setAside(entry, "a bug");
    Path aside = folder.resolve("set-aside").resolve(entry.fileName());
    Files.move(aside, folder.resolve(entry.fileName()));

    assertThat(before.aside()).isZero();
    Spool after = spool();
    assertThat(bodies(after)).containsExactly("mended");
    assertThat(after.put(SpooledReports.of("next")).number()).isGreaterThan(entry.number());
  }

  @Test
  void givesNoNumberTwiceWhileAFileOfThatNumberLiesAside() throws IOException {
    Spool before = spool();
    Entry entry = before.put(SpooledReports.of("poison"));
    before.setAside(entry, "a bug");

    assertThat(spool().put(SpooledReports.of("next")).number()).isGreaterThan(entry.number());
  }

  @Test
  void isOpenToItsOwnerAlone() throws IOException {
    Spool spool = spool();
    spool.setAside(spool.put(SpooledReports.of("1")), "why");
    spool.put(SpooledReports.of("2"));

    try (Stream<Path> all = Files.walk(folder)) {
      assertThat(all)
          .allSatisfy(
              path ->
                  assertThat(Files.getPosixFilePermissions(path))
                      .isEqualTo(
                          PosixFilePermissions.fromString(
                              Files.isDirectory(path) ? "rwx------" : "rw-------")));
    }
  }

  @Test
  void holdsAsManyReportsAsItMay() throws IOException {
    Spool spool = spool(new SpoolLimits(2, 100_000));
    Entry first = spool.put(SpooledReports.of("1"));
    assertThat(spool.hasRoom()).isTrue();
    spool.put(SpooledReports.of("2"));

    assertThat(spool.hasRoom()).isFalse();
    assertFull(spool);
    spool.remove(first);
    assertThat(spool.hasRoom()).isTrue();
    spool.put(SpooledReports.of("3"));
    assertThat(bodies(spool)).containsExactly("2", "3");
  }

  @Test
  void holdsAsManyBytesAsItMay() throws IOException {
    Spool spool = spool(new SpoolLimits(100, 2 * ONE));
    spool.put(SpooledReports.of("1"));
    Entry second = spool.put(SpooledReports.of("2"));

    assertThat(spool.hasRoom()).isFalse();
    assertFull(spool);
    spool.remove(second);
    assertThatExceptionOfType(SpoolFullException.class)
        .isThrownBy(() -> spool.put(SpooledReports.of("22")));
    spool.put(SpooledReports.of("3"));
    assertThat(bodies(spool)).containsExactly("1", "3");
  }

  @Test
  void countsWhatLiesAsideIntoItsLimits() throws IOException {
    Spool spool = spool(new SpoolLimits(1, 100_000));
    Entry poison = spool.put(SpooledReports.of("1"));
    spool.setAside(poison, "why");
    assertFull(spool);

    Files.delete(folder.resolve("set-aside").resolve(poison.fileName()));
    assertThat(spool.aside()).isZero();
    spool.put(SpooledReports.of("2"));
  }

  @Test
  void holdsNothingThatItCouldNotWrite() throws IOException {
    Spool spool = spool();
    Entry kept = spool.put(SpooledReports.of("1"));
    Path elsewhere = parent.resolve("elsewhere");
    Files.move(folder, elsewhere);
    assertThatIOException().isThrownBy(() -> spool.put(SpooledReports.of("2")));
    Files.writeString(folder, "a file where the folder was");

    assertThatIOException().isThrownBy(() -> spool.put(SpooledReports.of("3")));
    assertThat(spool.isReachable()).isFalse();
    assertThat(spool.hasRoom()).isFalse();
    assertThatIOException().isThrownBy(() -> spool.read(kept));
    assertThat(spool.oldest(9)).containsExactly(kept);
    assertThat(spool.reports()).isEqualTo(1);
    assertThat(spool.bytes()).isEqualTo(ONE);

    Files.delete(folder);
    Files.move(elsewhere, folder);
    assertThat(spool.isReachable()).isTrue();
    spool.put(SpooledReports.of("4"));
    assertThat(bodies(spool)).containsExactly("1", "4");
  }

  @Test
  void goesOnWithoutAReportThatCanNotEvenBeSetAside() throws IOException {
    Spool spool = spool();
    Entry poison = spool.put(SpooledReports.of("poison"));
    spool.put(SpooledReports.of("good"));
    Files.delete(folder.resolve("set-aside"));
    Files.writeString(folder.resolve("set-aside"), "a file where the folder was");

    assertThat(spool.setAside(poison, "why")).isTrue();
    assertThat(bodies(spool)).containsExactly("good");
  }

  @Test
  void promisesNothingOnAFullDiskAndLeavesNoHalfFile() throws Exception {
    Files.createDirectory(folder);
    try (TinyDisk disk = TinyDisk.over(folder, 64)) {
      Spool spool = spool();
      String body = "x".repeat(10_000);
      List<Entry> taken = new ArrayList<>();
      IOException full = null;
      while (full == null) {
        try {
          taken.add(spool.put(SpooledReports.of(body)));
        } catch (IOException e) {
          full = e;
        }
      }

      assertThat(full).isNotInstanceOf(SpoolFullException.class).hasMessageContaining("space");
      assertThat(taken).isNotEmpty();
      assertThat(spool.hasRoom()).isFalse();
      assertThat(spool.reports()).isEqualTo(taken.size());
      assertThat(bodies(spool())).hasSize(taken.size()).containsOnly(body);
      try (Stream<Path> files = Files.list(folder)) {
        assertThat(files.filter(Files::isRegularFile)).hasSize(taken.size());
      }
      spool.remove(taken.get(0));
      spool.put(SpooledReports.of(body));
    }
  }

  @Test
  void takesReportsOfManySendersAtOnce() throws Exception {
    Spool spool = spool();
    ExecutorService senders = Executors.newFixedThreadPool(8);
    List<Future<Entry>> taken = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      SpooledReport report = SpooledReports.of("report " + i);
      taken.add(senders.submit(() -> spool.put(report)));
    }
    for (Future<Entry> each : taken) {
      each.get();
    }
    senders.shutdown();

    assertThat(bodies(spool)).doesNotHaveDuplicates().hasSize(200);
    assertThat(bodies(spool())).isEqualTo(bodies(spool));
  }

  @Test
  void hasWhatItPromisedAfterItsProcessWasKilled() throws Exception {
    Path printed = parent.resolve("printed");
    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SpoolWriter.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile())
            .start();
    while (promisesIn(printed).size() < 200) {
      assertThat(writer.isAlive()).as(() -> promisesIn(printed).toString()).isTrue();
      Thread.sleep(10);
    }
    writer.destroyForcibly().waitFor();

    assertThat(bodies(spool())).startsWith(promisesIn(printed).toArray(String[]::new));
  }

  /** Its whole lines. */
  private static List<String> promisesIn(Path printed) {
    try {
      String text = Files.readString(printed);
      return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Puts reports into a spool, and promises each, until it is killed. */
  static final class SpoolWriter {
    private static final PrintStream OUT = System.out;

    private SpoolWriter() {}

    public static void main(String[] arguments) throws IOException {
      Spool spool = Spool.open(Path.of(arguments[0]), new SpoolLimits(1_000_000, 1L << 40));
      for (int i = 0; true; i++) {
        spool.put(SpooledReports.of("report " + i));
        OUT.println("report " + i);
      }
    }
  }

  private static void assertFull(Spool spool) {
    int before = spool.reports();
    assertThatExceptionOfType(SpoolFullException.class)
        .isThrownBy(() -> spool.put(SpooledReports.of("9")));
    assertThat(spool.reports()).isEqualTo(before);
  }

  private Spool spool() throws IOException {
    return spool(PLENTY);
  }

  private Spool spool(SpoolLimits limits) throws IOException {
    return Spool.open(folder, limits);
  }

  private static List<String> bodies(Spool spool) throws IOException {
    List<String> bodies = new ArrayList<>();
    for (Entry entry : spool.oldest(Integer.MAX_VALUE)) {
      bodies.add(SpooledReports.bodyOf(spool.read(entry)));
    }
    return bodies;
  }

  private static long sizeOf(String body) {
    try {
      return SpoolFormat.write(SpooledReports.of(body)).length;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
