package farol.imports;

import static farol.imports.Imports.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import farol.domain.monitored.StoredDomains;
import farol.intake.Verdict;
import farol.store.TestDatabase;
import farol.wire.archive.ArchivePlace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** How far imports have come, on a real database. */
class ImportLedgerTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final Duration HOLD = Duration.ofMinutes(1);

  @TempDir Path data;
  private Imports imports;
  private long domain;
  private long account;

  @BeforeEach
  void addAccount() throws IOException {
    imports = new Imports(DATABASE, data);
    domain = StoredDomains.verified(DATABASE.sql(), "ann", "example.com");
    account = StoredDomains.account(DATABASE.sql(), "ann");
  }

  @Test
  void importsAreTakenUpInTheirOrderAndHeld() {
    long first = imports.waiting(account, "first.zip");
    long second = imports.waiting(account, "second.zip");
    ImportLedger ledger = imports.ledger();
    assertThat(ledger.hasWork()).isTrue();

    assertThat(ledger.takeUp(Set.of()))
        .contains(new TakenImport(first, account, "first.zip", null, 0, 0));
    assertThat(ledger.hasWork()).as("a run is at it").isFalse();
    assertThat(ledger.takeUp(Set.of(first))).map(TakenImport::id).contains(second);
    assertThat(ledger.takeUp(Set.of(first, second))).isEmpty();
    assertThat(imports.find(first).state()).isEqualTo(ImportState.RUNNING);
  }

  @Test
  void oneRunOfAServerIsAtWorkAtOnce() {
    long first = imports.waiting(account, "first.zip");
    long second = imports.waiting(account, "second.zip");
    assertThat(imports.ledger().takeUp(Set.of())).map(TakenImport::id).contains(first);

    assertThat(imports.ledger().takeUp(Set.of())).as("another run").isEmpty();
    takeIn(new ImportItem.End(first, null));

    assertThat(imports.ledger().takeUp(Set.of())).map(TakenImport::id).contains(second);
  }

  @Test
  void anImportIsForTheNodeThatHasItsFile() throws IOException {
    imports.waiting(account, "there.zip");

    Imports elsewhere = new Imports(DATABASE, data.resolve("elsewhere"));

    assertThat(elsewhere.ledger().hasWork()).isFalse();
    assertThat(elsewhere.ledger().takeUp(Set.of())).isEmpty();
  }

  @Test
  void whatAKilledServerHeldGoesOnAtOnceBehindWhatIsCounted() throws IOException {
    long id = taken("old.zip");
    takeIn(item(id, 0, Verdict.STORED), item(id, 1, Verdict.DUPLICATE));

    imports.startAnew();

    assertThat(imports.ledger().hasWork()).isTrue();
    assertThat(imports.ledger().takeUp(Set.of())).map(TakenImport::next).contains(2L);
  }

  @Test
  void whatARunOfThisServerHeldIsLeftToItAndLaterToAnother() {
    long id = taken("old.zip");
    imports.clock.pass(Duration.ofSeconds(50));
    takeIn(item(id, 0, Verdict.STORED));

    imports.clock.pass(HOLD.minusMillis(1));
    assertThat(imports.ledger().hasWork()).isFalse();
    assertThat(imports.ledger().takeUp(Set.of())).isEmpty();
    imports.clock.pass(Duration.ofMillis(1));
    assertThat(imports.ledger().hasWork()).isTrue();
    assertThat(imports.ledger().takeUp(Set.of())).map(TakenImport::next).contains(1L);
  }

  @Test
  void aRunHoldsAnImportWithoutCountingAnything() {
    long id = taken("old.zip");
    imports.clock.pass(HOLD.minusMillis(1));

    assertThat(imports.ledger().hold(id)).isTrue();

    imports.clock.pass(HOLD.minusMillis(1));
    assertThat(imports.ledger().hasWork()).isFalse();
    assertThat(imports.ledger().takeUp(Set.of())).isEmpty();
  }

  @Test
  void isGivenUpAfterTenAttemptsThatCameNoFurther() {
    long id = imports.waiting(account, "poison.zip");
    for (int attempt = 0; attempt < 9; attempt++) {
      assertThat(imports.ledger().takeUp(Set.of())).isPresent();
      imports.clock.pass(HOLD);
    }
    assertThat(imports.ledger().takeUp(Set.of())).isPresent();
    takeIn(item(id, 0, Verdict.STORED)); // it came further
    for (int attempt = 0; attempt < 10; attempt++) {
      imports.clock.pass(HOLD);
      assertThat(imports.ledger().takeUp(Set.of())).as("attempt " + attempt).isPresent();
    }
    imports.clock.pass(HOLD);

    assertThat(imports.ledger().takeUp(Set.of())).isEmpty();

    assertThat(imports.find(id).state()).isEqualTo(ImportState.FAILED);
    assertThat(imports.find(id).failure()).contains("10 attempts at item 2");
    assertThat(imports.find(id).endedAt()).isEqualTo(imports.clock.instant());
  }

  @Test
  void itemsAreCountedAndThoseNotTakenAreListed() {
    long id = taken("old.zip");

    takeIn(
        item(id, 0, Verdict.STORED),
        item(id, 1, Verdict.DUPLICATE),
        item(id, 2, Verdict.FOREIGN),
        item(id, 3, Verdict.NO_REPORT));
    takeIn(item(id, 4, Verdict.REFUSED), item(id, 5, Verdict.STORED));

    ReportImport found = imports.find(id);
    assertThat(found.counts()).isEqualTo(new ImportCounts(2, 1, 1, 1, 1));
    assertThat(found.readBytes()).isEqualTo(600);
    assertThat(imports.store().countRefusals(account, id)).isEqualTo(3);
    assertThat(imports.store().refusals(account, id, 1, 10))
        .containsExactly(
            new ImportRefusal(3, "old.zip!3", Verdict.NO_REPORT, "CODE", "the reason of 3"),
            new ImportRefusal(4, "old.zip!4", Verdict.REFUSED, "CODE", "the reason of 4"));
  }

  @Test
  void ofEachVerdictTheFirstAreListedAndAllCounted() {
    long id = taken("old.zip");
    takeIn(
        LongStream.rangeClosed(0, ImportStore.MOST_LISTED)
            .mapToObj(ordinal -> item(id, ordinal, Verdict.NO_REPORT))
            .toArray(ImportItem[]::new));
    takeIn(
        item(id, ImportStore.MOST_LISTED + 1, Verdict.NO_REPORT),
        item(id, ImportStore.MOST_LISTED + 2, Verdict.REFUSED));

    assertThat(imports.find(id).counts())
        .isEqualTo(new ImportCounts(0, 0, 0, ImportStore.MOST_LISTED + 2, 1));
    assertThat(imports.store().countRefusals(account, id)).isEqualTo(ImportStore.MOST_LISTED + 1);
    assertThat(imports.store().refusals(account, id, ImportStore.MOST_LISTED - 1, 10))
        .extracting(ImportRefusal::ordinal)
        .containsExactly(ImportStore.MOST_LISTED - 1L, ImportStore.MOST_LISTED + 2L);
  }

  @Test
  void twoRunsAtOneImportCountNothingTwice() {
    long id = taken("old.zip");
    takeIn(item(id, 0, Verdict.STORED));

    assertThatIllegalStateException().isThrownBy(() -> takeIn(item(id, 0, Verdict.DUPLICATE)));

    assertThat(imports.find(id).counts()).isEqualTo(new ImportCounts(1, 0, 0, 0, 0));
  }

  @Test
  void nothingIsCountedOfWhatTheDatabaseDidNotTake() {
    long id = taken("old.zip");
    ImportItem failed =
        new ImportItem.Storing(
            id,
            new ArchivePlace(1, "old.zip!1"),
            200,
            CompletableFuture.failedStage(new IllegalStateException("the database is away")));

    assertThatExceptionOfType(CompletionException.class)
        .isThrownBy(() -> takeIn(item(id, 0, Verdict.REFUSED), failed));

    assertThat(imports.find(id).counts()).isEqualTo(ImportCounts.NONE);
    assertThat(imports.store().countRefusals(account, id)).isZero();
  }

  @Test
  void inTheEndItsRowsSayWhatItHasStored() {
    long id = taken("old.zip");
    store(id, 5);
    // Three of the five were stored by a run that could not count them, so the next found them.
    takeIn(
        item(id, 0, Verdict.STORED),
        item(id, 1, Verdict.STORED),
        item(id, 2, Verdict.DUPLICATE),
        item(id, 3, Verdict.DUPLICATE),
        item(id, 4, Verdict.DUPLICATE),
        item(id, 5, Verdict.DUPLICATE),
        item(id, 6, Verdict.REFUSED),
        new ImportItem.End(id, null));

    ReportImport done = imports.find(id);
    assertThat(done.state()).isEqualTo(ImportState.DONE);
    assertThat(done.endedAt()).isEqualTo(Imports.NOON);
    assertThat(done.counts()).isEqualTo(new ImportCounts(5, 1, 0, 0, 1));
    assertThat(done.readBytes()).as("also the directory behind the last entry").isEqualTo(10);
  }

  @Test
  void whatItHasStoredStaysCountedWhenADomainIsDeletedMeanwhile() {
    long id = taken("old.zip");
    store(id, 2);
    takeIn(item(id, 0, Verdict.STORED), item(id, 1, Verdict.STORED));
    DATABASE.sql().update("delete from monitored_domain");

    takeIn(item(id, 2, Verdict.DUPLICATE), new ImportItem.End(id, null));

    assertThat(imports.find(id).counts()).isEqualTo(new ImportCounts(2, 1, 0, 0, 0));
  }

  @Test
  void whatWasCancelledHasNotFailed() {
    long id = taken("old.zip");
    imports.store().cancel(account, id, imports.clock.instant());

    takeIn(new ImportItem.End(id, "the disk is broken"));

    assertThat(imports.find(id).state()).isEqualTo(ImportState.CANCELLED);
    assertThat(imports.find(id).failure()).isNull();
  }

  @Test
  void whatCouldNotBeReadToItsEndHasFailedWithWhatWasCounted() {
    long id = taken("old.zip");

    takeIn(item(id, 0, Verdict.REFUSED), new ImportItem.End(id, "the disk is broken"));

    assertThat(imports.find(id).state()).isEqualTo(ImportState.FAILED);
    assertThat(imports.find(id).failure()).isEqualTo("the disk is broken");
    assertThat(imports.find(id).counts().items()).isEqualTo(1);
  }

  @Test
  void oneChunkMayEndAnImportAndBeginTheNext() {
    long first = taken("first.zip");
    long second = imports.waiting(account, "second.zip");
    assertThat(imports.ledger().takeUp(Set.of(first))).isPresent();

    takeIn(
        item(first, 0, Verdict.REFUSED),
        new ImportItem.End(first, null),
        item(second, 0, Verdict.FOREIGN));

    assertThat(imports.find(first).state()).isEqualTo(ImportState.DONE);
    assertThat(imports.find(first).counts()).isEqualTo(new ImportCounts(0, 0, 0, 0, 1));
    assertThat(imports.find(second).state()).isEqualTo(ImportState.RUNNING);
    assertThat(imports.find(second).counts()).isEqualTo(new ImportCounts(0, 0, 1, 0, 0));
  }

  @Test
  void whatACancelledImportHadStoredIsCountedStill() {
    long id = taken("old.zip");
    assertThat(imports.ledger().hold(id)).isTrue();
    store(id, 1);
    imports.store().cancel(account, id, imports.clock.instant());
    assertThat(imports.ledger().hold(id)).isFalse();
    imports.clock.pass(Duration.ofSeconds(1));

    takeIn(item(id, 0, Verdict.STORED), new ImportItem.End(id, null));

    assertThat(imports.find(id).state()).isEqualTo(ImportState.CANCELLED);
    assertThat(imports.find(id).endedAt()).isEqualTo(Imports.NOON);
    assertThat(imports.find(id).counts()).isEqualTo(new ImportCounts(1, 0, 0, 0, 0));
  }

  @Test
  void anImportWhoseAccountIsDeletedIsLetGo() {
    long id = taken("old.zip");
    DATABASE.sql().update("delete from account");

    takeIn(item(id, 0, Verdict.FOREIGN), new ImportItem.End(id, null));

    assertThat(imports.ledger().hold(id)).isFalse();
    assertThat(DATABASE.number("select count(*) from import_refusal")).isZero();
  }

  private long taken(String name) {
    long id = imports.waiting(account, name);
    assertThat(imports.ledger().takeUp(Set.of())).map(TakenImport::id).contains(id);
    return id;
  }

  private void takeIn(ImportItem... items) {
    DATABASE.inTransaction(() -> imports.ledger().takeIn(List.of(items)));
  }

  private void store(long importId, int reports) {
    Imports.store(DATABASE, domain, importId, reports);
  }
}
