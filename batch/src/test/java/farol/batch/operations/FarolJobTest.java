package farol.batch.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import farol.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FarolJobTest {
  @TempDir Path folder;

  private static final Settings PLAIN = Settings.of(Map.of());
  private static final Settings DEMO = Settings.of(Map.of("FAROL_DEMO", "true"));

  @Test
  void demonstrationIsOfferedOnlyWhereItIsAskedFor() {
    assertThat(FarolJob.names(DEMO)).contains("demo-fill");
    assertThat(FarolJob.names(PLAIN)).doesNotContain("demo-fill").isNotEmpty();
    assertThatThrownBy(() -> FarolJob.requireOffered("demo-fill", PLAIN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void mailboxesAreOfferedToBeReadWhereSomeAreSetUp() throws IOException {
    String file = Files.createFile(folder.resolve("mailboxes")).toString();

    assertThat(FarolJob.names(PLAIN)).doesNotContain("mailbox-intake");
    assertThat(FarolJob.names(Settings.of(Map.of("FAROL_MAILBOXES", file))))
        .contains("mailbox-intake");
  }

  @ParameterizedTest
  @EnumSource(FarolJob.class)
  void everyJobHasItsFile(FarolJob job) {
    assertThat(FarolJob.class.getResource("/META-INF/batch-jobs/" + job.xmlName() + ".xml"))
        .isNotNull();
  }
}
