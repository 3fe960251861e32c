package farol.imports;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.monitored.StoredDomains;
import farol.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ImportTidyingTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final Duration LATER = Duration.ofMinutes(2);

  @TempDir Path data;
  private Imports imports;
  private long account;

  @BeforeEach
  void addAccount() throws IOException {
    imports = new Imports(DATABASE, data);
    account = StoredDomains.account(DATABASE.sql(), "ann");
  }

  @Test
  void filesAreDeletedOnceTheirImportsAreOverForGood() throws IOException {
    long waiting = withFile("waiting");
    long done = withFile("done");
    long failed = withFile("failed");
    long cancelled = withFile("cancelled");
    long gone = withFile("gone");
    assertThat(imports.tidying().hasWork()).isFalse();
    imports.ledger().takeIn(List.of(new ImportItem.End(done, null)));
    imports.ledger().takeIn(List.of(new ImportItem.End(failed, "the disk is broken")));
    imports.store().cancel(account, cancelled, Imports.NOON);
    DATABASE.sql().update("delete from report_import where id = ?", gone);
    assertThat(imports.tidying().hasWork()).isTrue();

    imports.tidying().tidy();

    assertThat(imports.folder().files()).containsExactly(waiting, failed);
    assertThat(imports.tidying().hasWork()).isFalse();
  }

  @Test
  void whatIsNoFileOfAnImportIsLeftAlone() throws IOException {
    Path notes = Files.writeString(data.resolve("imports/notes.txt"), "of an operator");

    imports.tidying().tidy();

    assertThat(notes).exists();
    assertThat(ImportFolder.open(data).node()).isEqualTo(imports.folder().node());
  }

  @Test
  void whatComesInIsLeftAloneUntilTheServerIsAnotherOne() throws IOException {
    long id = imports.reception().announce(account, "old.zip");
    ReceivedFile unused = imports.folder().receive(id);
    Files.writeString(imports.folder().file(id), "the first half");
    imports.clock.pass(LATER);
    assertThat(imports.tidying().hasWork()).isFalse();

    imports.startAnew();
    assertThat(imports.tidying().hasWork()).isTrue();
    imports.tidying().tidy();

    assertThat(imports.folder().files()).isEmpty();
    assertThat(DATABASE.number("select count(*) from report_import")).isZero();
  }

  @Test
  void anImportThatHasNoFileYetIsGivenAMoment() {
    imports.reception().announce(account, "old.zip");

    assertThat(imports.tidying().hasWork()).isFalse();
    imports.clock.pass(LATER);
    assertThat(imports.tidying().hasWork()).isTrue();
  }

  @Test
  void whatIsCancelledBetweenTwoRunsIsCountedByItsRows() throws IOException {
    long domain = StoredDomains.verified(DATABASE.sql(), "ann", "example.com");
    long id = imports.waiting(account, "old.zip");
    assertThat(imports.ledger().takeUp(Set.of())).isPresent();
    Imports.store(DATABASE, domain, id, 3); // by a run that could not count them
    imports.store().cancel(account, id, Imports.NOON);
    assertThat(imports.tidying().hasWork()).as("its run may count them yet").isFalse();
    DATABASE.sql().update("update report_import set duplicate_count = 3 where id = ?", id);

    imports.startAnew();
    assertThat(imports.tidying().hasWork()).isTrue();
    imports.tidying().tidy();

    assertThat(imports.find(id).counts()).isEqualTo(new ImportCounts(3, 0, 0, 0, 0));
    assertThat(imports.find(id).endedAt()).isEqualTo(Imports.NOON);
    assertThat(imports.tidying().hasWork()).isFalse();
  }

  @Test
  void whatALostRunHeldIsCountedOnceItsHoldIsOver() throws IOException {
    long id = imports.waiting(account, "old.zip");
    assertThat(imports.ledger().takeUp(Set.of())).isPresent();
    imports.store().cancel(account, id, Imports.NOON);

    imports.clock.pass(LATER);

    assertThat(imports.tidying().hasWork()).isTrue();
  }

  private long withFile(String name) throws IOException {
    long id = imports.waiting(account, name);
    DATABASE.sql().update("update report_import set state = 'RUNNING' where id = ?", id);
    Files.writeString(imports.folder().file(id), "content");
    return id;
  }
}
