package farol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import farol.launcher.Launch;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup of an installation that goes on receiving, and what comes of it elsewhere. */
class BackupIT {
  @TempDir Path folder;

  @Test
  void restoredInstallationHasEveryReportThatWasAcknowledgedBeforeTheBackup() throws Exception {
    Path file = folder.resolve("farol.zip");
    List<ReportMix.Made> before = new ArrayList<>();
    URI collector;
    try (RunningFarol farol = RunningFarol.start(RunningFarol.WITHOUT_RATES)) {
      collector = URI.create(new TestDomain(farol, "example.com").add().prove().collector());
      post(collector, new ReportMix("before", 1), 200, before);
      AtomicBoolean enough = new AtomicBoolean();
      CompletableFuture<Void> meanwhile =
          CompletableFuture.runAsync(() -> postUntil(enough, collector));
      try {
        assertThat(farol.command("backup", file.toString()).exitCode()).isZero();
      } finally {
        enough.set(true);
      }
      meanwhile.join();
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");

    try (RunningFarol restored = RunningFarol.restore(file, RunningFarol.WITHOUT_RATES)) {
      URI same = URI.create(new TestDomain(restored, "example.com").collector());
      assertThat(same.getPath()).isEqualTo(collector.getPath());
      try (KeptConnection connection = new KeptConnection(same, Client.trustingAll())) {
        for (ReportMix.Made report : before) {
          assertThat(connection.post(report.gzip())).as(report.id()).isEqualTo(200);
        }
        assertThat(connection.post(new ReportMix("after", 2).next().gzip())).isEqualTo(201);
      }
      assertThat(new Client(restored).runJob("report-rollup")).isEqualTo("COMPLETED");
    }
  }

  @Test
  void refusesToRestoreOverData() throws Exception {
    Path data = Files.createDirectory(folder.resolve("data"));
    Files.writeString(data.resolve("something"), "of somebody");

    Launch.Ended ended =
        Launch.start(
                Launch.HOME,
                Map.of("FAROL_DATA_DIR", data.toString()),
                "restore",
                folder.resolve("farol.zip").toString())
            .awaitEnd();

    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.lines()).singleElement().asString().contains("is not empty");
    assertThat(data.resolve("something")).hasContent("of somebody");
  }

  @Test
  void refusesToRestoreWhatIsNoBackup() throws Exception {
    Path file = Files.writeString(folder.resolve("other.zip"), "no zip at all");
    Path data = folder.resolve("data");

    Launch.Ended ended =
        Launch.start(
                Launch.HOME, Map.of("FAROL_DATA_DIR", data.toString()), "restore", file.toString())
            .awaitEnd();

    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.lines()).singleElement().asString().contains("is no backup of Farol");
    assertThat(data).doesNotExist();
  }

  private static void post(
      URI collector, ReportMix mix, int count, List<ReportMix.Made> acknowledged)
      throws IOException {
    try (KeptConnection connection = new KeptConnection(collector, Client.trustingAll())) {
      for (int i = 0; i < count; i++) {
        ReportMix.Made report = mix.next();
        assertThat(connection.post(report.gzip())).isEqualTo(201);
        acknowledged.add(report);
      }
    }
  }

  private static void postUntil(AtomicBoolean enough, URI collector) {
    try (KeptConnection connection = new KeptConnection(collector, Client.trustingAll())) {
      ReportMix mix = new ReportMix("meanwhile", 3);
      while (!enough.get()) {
        assertThat(connection.post(mix.next().gzip())).isEqualTo(201);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
