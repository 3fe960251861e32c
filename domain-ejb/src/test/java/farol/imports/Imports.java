package farol.imports;

import farol.domain.report.Origin;
import farol.domain.report.Submissions;
import farol.domain.report.Way;
import farol.domain.shared.TestClock;
import farol.intake.Ending;
import farol.intake.Verdict;
import farol.settings.Settings;
import farol.store.Sql;
import farol.store.TestDatabase;
import farol.wire.archive.ArchivePlace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** What a container makes of the classes that imports need, without one; for tests. */
final class Imports {
  static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  final TestClock clock = new TestClock(NOON);
  final Sql sql;
  private final Path data;
  private ImportFolder folder;
  private Settings settings = Settings.of(Map.of());

  Imports(TestDatabase database, Path data) throws IOException {
    this.sql = database.sql();
    this.data = data;
    this.folder = ImportFolder.open(data);
  }

  /** The folder as the process that runs now sees it. */
  ImportFolder folder() {
    return folder;
  }

  /** As after a crash: another process on the same data directory. */
  void startAnew() throws IOException {
    folder = ImportFolder.open(data);
  }

  void set(Map<String, String> values) {
    settings = Settings.of(values);
  }

  ImportStore store() {
    ImportStore store = new ImportStore();
    store.sql = sql;
    return store;
  }

  ImportLedger ledger() {
    ImportLedger ledger = new ImportLedger();
    ledger.imports = ledgerStore();
    ledger.folder = folder;
    ledger.clock = clock;
    return ledger;
  }

  private LedgerStore ledgerStore() {
    LedgerStore store = new LedgerStore();
    store.sql = sql;
    return store;
  }

  ImportTidying tidying() {
    ImportTidying tidying = new ImportTidying();
    tidying.imports = new TidyingStore();
    tidying.imports.sql = sql;
    tidying.ledger = ledgerStore();
    tidying.folder = folder;
    tidying.clock = clock;
    return tidying;
  }

  /** Writes no audit log of its own. */
  ImportReception reception() {
    ImportReception reception = new ImportReception();
    reception.imports = new ReceptionStore();
    reception.imports.sql = sql;
    reception.shown = store();
    reception.folder = folder;
    reception.settings = settings;
    reception.clock = clock;
    return reception;
  }

  ImportUploads uploads(ImportReception reception) {
    ImportUploads uploads = new ImportUploads();
    uploads.reception = reception;
    uploads.folder = folder;
    uploads.settings = settings;
    uploads.clock = clock;
    return uploads;
  }

  /** An import that waits; nothing of its file is there. */
  long waiting(long accountId, String name) {
    ImportReception reception = reception();
    long id = reception.announce(accountId, name);
    sql.update("update report_import set state = 'WAITING', bytes = 10 where id = ?", id);
    return id;
  }

  ReportImport find(long id) {
    long account =
        sql.find("select account_id from report_import where id = ?", row -> row.getLong(1), id)
            .orElseThrow();
    return store().find(account, id).orElseThrow();
  }

  /** Reports of an import, in the database. */
  static void store(TestDatabase database, long domainId, long importId, int reports) {
    Origin origin = new Origin(Way.IMPORT, null, null, false, "", "old.zip", importId);
    Submissions.store(
        database.dataSource(),
        new ArrayList<>(
            IntStream.range(0, reports)
                .mapToObj(number -> Submissions.numbered(domainId, number).from(origin))
                .toList()));
  }

  /** An item that came to its end. */
  static ImportItem.Storing item(long importId, long ordinal, Verdict verdict) {
    boolean isTaken = verdict == Verdict.STORED || verdict == Verdict.DUPLICATE;
    Ending ending =
        new Ending(verdict, isTaken ? "" : "CODE", isTaken ? "" : "the reason of " + ordinal);
    return new ImportItem.Storing(
        importId,
        new ArchivePlace(ordinal, "old.zip!" + ordinal),
        100 * (ordinal + 1),
        CompletableFuture.completedStage(ending));
  }
}
