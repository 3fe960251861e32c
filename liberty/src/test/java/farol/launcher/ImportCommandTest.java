package farol.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import farol.imports.ImportCounts;
import farol.imports.ImportRefusal;
import farol.imports.ImportState;
import farol.imports.ReportImport;
import farol.intake.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {
  private static final ImportCounts SOME = new ImportCounts(10, 0, 0, 0, 0);
  private static final ImportCounts ALL = new ImportCounts(20, 3, 0, 0, 0);
  private static final ImportCounts WITH_REFUSED = new ImportCounts(20, 3, 1, 2, 1);

  @TempDir Path folder;
  private final Deque<Optional<ReportImport>> answers = new ArrayDeque<>();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();
  private final List<String> unreadable = new ArrayList<>();
  private Path file;

  @BeforeEach
  void makeFile() throws IOException {
    file = Files.createFile(folder.resolve("old.zip"));
  }

  @Test
  void watchesAnImportToItsEnd() throws StartFailure {
    answer(ImportState.WAITING, ImportCounts.NONE, null);
    answer(ImportState.RUNNING, SOME, null);
    answer(ImportState.RUNNING, SOME, null);
    answer(ImportState.DONE, ALL, null);

    assertThat(run(file)).isTrue();

    assertThat(lines())
        .containsExactly(
            file + ": handed over as import 5",
            file + ": 10 items: 10 stored, 0 duplicate, 0 foreign, 0 no report, 0 refused",
            file + ": done, 23 items: 20 stored, 3 duplicate, 0 foreign, 0 no report, 0 refused");
  }

  @Test
  void saysWhatWasNotTakenAndEndsSo() throws StartFailure {
    answer(ImportState.DONE, WITH_REFUSED, null);

    assertThat(run(file)).isFalse();

    assertThat(lines())
        .contains(
            "  old.zip!7: BAD_JSON: it ends early",
            "  and 3 more; the portal and the API list them");
  }

  @Test
  void whatIsForeignOrNoReportIsNoFailure() throws StartFailure {
    answer(ImportState.DONE, new ImportCounts(1, 0, 1, 1, 0), null);

    assertThat(run(file)).isTrue();
  }

  @Test
  void anImportThatFailedIsNone() throws StartFailure {
    answer(ImportState.FAILED, SOME, "the disk is broken");
    assertThat(run(file)).isFalse();
    assertThat(lines()).last().asString().contains("failed, 10 items", "the disk is broken");

    answer(ImportState.CANCELLED, SOME, null);
    assertThat(run(file)).isFalse();
  }

  @Test
  void waitsForAServerThatIsStartedAnew() throws StartFailure {
    answers.add(Optional.empty());
    answers.add(Optional.empty());
    answer(ImportState.DONE, ALL, null);

    assertThat(run(file)).isTrue();
  }

  @Test
  void handsOverNothingWhereOneOfSeveralIsMissing() {
    assertThatExceptionOfType(StartFailure.class)
        .isThrownBy(() -> run(file, folder.resolve("gone.zip")))
        .withMessageContaining("gone.zip");
    assertThat(lines()).isEmpty();
  }

  @Test
  void goesOnPastWhatCannotBeReadAndSaysSo() throws StartFailure {
    unreadable.add("cur/1 is left out");
    answer(ImportState.DONE, ALL, null);

    assertThat(run(file)).isFalse();

    assertThat(complaints.toString(UTF_8)).isEqualTo(file + ": cur/1 is left out\n");
    assertThat(lines()).last().asString().contains("done, 23 items");
  }

  @Test
  void aPipeIsNotHandedOver() throws IOException, InterruptedException {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

    assertThatExceptionOfType(StartFailure.class)
        .isThrownBy(() -> run(pipe))
        .withMessageContaining("no file or folder", "pipe");
  }

  private void answer(ImportState state, ImportCounts counts, @Nullable String failure) {
    answers.add(
        Optional.of(
            new ReportImport(
                5, "old.zip", Instant.EPOCH, "ann", state, null, 0, 0, counts, failure)));
  }

  private boolean run(Path... paths) throws StartFailure {
    ImportTarget target =
        new ImportTarget() {
          @Override
          public long begin(Path path, Consumer<String> unread) {
            unreadable.forEach(unread);
            return 5;
          }

          @Override
          public Optional<ReportImport> find(long id) {
            return answers.remove();
          }

          @Override
          public List<ImportRefusal> refusals(long id, int most) {
            return Collections.singletonList(
                new ImportRefusal(7, "old.zip!7", Verdict.REFUSED, "BAD_JSON", "it ends early"));
          }
        };
    return new ImportCommand(
            target,
            new PrintStream(printed, true, UTF_8),
            new PrintStream(complaints, true, UTF_8),
            Duration.ZERO)
        .run(Arrays.asList(paths));
  }

  private List<String> lines() {
    return printed.toString(UTF_8).lines().toList();
  }
}
