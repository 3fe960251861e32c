package farol.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import farol.acceptance.Client;
import farol.acceptance.ReportFiles;
import farol.acceptance.ReportMix;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/**
 * P11: reports a second that are imported from a zip file of 100,000 and from a mailbox of as many
 * unsigned mails, each over reports of the same mix a second that are posted over 64 kept HTTPS
 * connections. The three take turns. An import's time is from when its file has come to when all of
 * it is stored and counted, with the seconds until the schedule begins.
 */
public final class ImportRate {
  private static final PrintStream OUT = System.out;
  private static final int REPORTS = Integer.getInteger("reports", 100_000);
  private static final int CONNECTIONS = 64;
  private static final int ROUNDS = 2;
  private static final Duration MEASURED = Duration.ofSeconds(30);
  private static final Duration LONGEST_IMPORT = Duration.ofMinutes(10);

  private final LoadedFarol farol;
  private final Path folder;
  private int files;

  /** A way to put reports into a file. */
  private interface Form {
    Path write(Path file, ReportMix mix, int reports) throws IOException;
  }

  private ImportRate(LoadedFarol farol, Path folder) {
    this.farol = farol;
    this.folder = folder;
  }

  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException, SQLException {
    Path folder = Files.createTempDirectory("import-rate");
    try (LoadedFarol farol = LoadedFarol.start(Map.of())) {
      farol.execute("update monitored_domain set state = 'VERIFIED'");
      new ImportRate(farol, folder).run();
    } finally {
      Files.delete(folder);
    }
  }

  private void run() throws IOException, InterruptedException, ExecutionException {
    Load load = new Load(farol.collector(), CONNECTIONS, Connecting.KEPT);
    load.warmUp();
    double unused = rate("warm-up zip", ReportFiles::zip) + rate("warm-up mbox", ReportFiles::mbox);
    double posted = 0;
    double zip = 0;
    double mbox = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Answers answers = load.run(MEASURED);
      OUT.println("posted " + answers);
      posted += answers.rate(LoadedFarol.STORED) / ROUNDS;
      zip += rate("zip", ReportFiles::zip) / ROUNDS;
      mbox += rate("mbox", ReportFiles::mbox) / ROUNDS;
    }
    OUT.printf(
        Locale.ROOT,
        "P11 zip %.2f, mbox %.2f (goal: at least 0.75)%n",
        zip / posted,
        mbox / posted);
  }

  /** Of one import of reports that nobody has sent yet. */
  private double rate(String name, Form form) throws IOException, InterruptedException {
    String series = name.replace(' ', '-') + "-" + System.currentTimeMillis();
    Path file = form.write(folder.resolve("reports"), new ReportMix(series, ++files), REPORTS);
    Client client = farol.client();
    JsonNode added = client.postFile("/api/v1/imports?name=" + series, file).body();
    Files.delete(file);
    long received = System.nanoTime();
    JsonNode done = awaitEnd("/api/v1/imports/" + added.path("id").asText());
    double seconds = (System.nanoTime() - received) / 1e9;
    if (done.path("stored").asInt() != REPORTS) {
      throw new IllegalStateException("not all of it was stored: " + done);
    }
    double rate = REPORTS / seconds;
    OUT.printf(Locale.ROOT, "%s %.0f/s, %.1f s%n", name, rate, seconds);
    return rate;
  }

  private JsonNode awaitEnd(String place) throws IOException, InterruptedException {
    Instant deadline = Instant.now().plus(LONGEST_IMPORT);
    JsonNode state = farol.client().get(place).body();
    while (!state.hasNonNull("endedAt")) {
      if (Instant.now().isAfter(deadline)) {
        throw new IllegalStateException("it takes too long: " + state);
      }
      Thread.sleep(100);
      state = farol.client().get(place).body();
    }
    return state;
  }
}
