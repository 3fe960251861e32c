package farol.imports;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.audit.AuditLogs;
import farol.domain.monitored.StoredDomains;
import farol.intake.Verdict;
import farol.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ImportServiceTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @TempDir Path data;
  private Imports imports;
  private long account;
  private long other;

  @BeforeEach
  void addAccounts() throws IOException {
    imports = new Imports(DATABASE, data);
    account = StoredDomains.account(DATABASE.sql(), "ann");
    other = StoredDomains.account(DATABASE.sql(), "bob");
  }

  @Test
  void listsTheLatestFirstAndByPieces() {
    List.of("a.zip", "b.zip", "c.zip").forEach(name -> imports.waiting(account, name));
    imports.waiting(other, "other.zip");

    assertThat(names(0, 2)).containsExactly("c.zip", "b.zip");
    assertThat(names(2, 2)).containsExactly("a.zip");
    long all = on(service -> service.count(account));
    assertThat(all).isEqualTo(3);
  }

  @Test
  void anotherAccountHasNoSuchImport() {
    long id = refusedOne();

    assertThat(find(other, id)).isEmpty();
    assertThat(refusals(other, id)).isEmpty();
    long listed = on(service -> service.countRefusals(other, id));
    assertThat(listed).isZero();
    assertThat(cancel(other, id)).isEmpty();
    assertThat(retry(other, id)).isEmpty();
    assertThat(refusals(account, id)).hasSize(1);
    assertThat(AuditLogs.lines(DATABASE.sql())).isEmpty();
  }

  @Test
  void cancelsOnce() {
    long id = imports.waiting(account, "old.zip");

    ReportImport cancelled = cancel(account, id).orElseThrow();
    assertThat(cancel(account, id)).contains(cancelled);

    assertThat(cancelled.state()).isEqualTo(ImportState.CANCELLED);
    assertThat(cancelled.endedAt()).isEqualTo(Imports.NOON);
    assertThat(imports.ledger().hasWork()).isFalse();
    assertThat(AuditLogs.lines(DATABASE.sql())).containsExactly("Farol IMPORT_CANCELLED old.zip");
  }

  @Test
  void whatIsDoneStaysDone() {
    long id = imports.waiting(account, "old.zip");
    assertThat(imports.ledger().takeUp(Set.of())).isPresent();
    imports.ledger().takeIn(List.of(new ImportItem.End(id, null)));

    assertThat(cancel(account, id)).map(ReportImport::state).contains(ImportState.DONE);
    assertThat(retry(account, id)).map(ReportImport::state).contains(ImportState.DONE);
    assertThat(AuditLogs.lines(DATABASE.sql())).isEmpty();
  }

  @Test
  void whatFailedIsTriedAgainFromWhereItStood() {
    long id = refusedOne();
    imports.ledger().takeIn(List.of(new ImportItem.End(id, "the disk is broken")));

    ReportImport waiting = retry(account, id).orElseThrow();

    assertThat(waiting.state()).isEqualTo(ImportState.WAITING);
    assertThat(waiting.failure()).isNull();
    assertThat(waiting.endedAt()).isNull();
    assertThat(imports.ledger().takeUp(Set.of()))
        .contains(new TakenImport(id, account, "old.zip", null, 1, 0));
    assertThat(AuditLogs.lines(DATABASE.sql())).containsExactly("Farol IMPORT_RETRIED old.zip");
  }

  private long refusedOne() {
    long id = imports.waiting(account, "old.zip");
    assertThat(imports.ledger().takeUp(Set.of())).isPresent();
    imports.ledger().takeIn(List.of(Imports.item(id, 0, Verdict.REFUSED)));
    return id;
  }

  private Optional<ReportImport> find(long accountId, long id) {
    return on(service -> service.find(accountId, id));
  }

  private Optional<ReportImport> cancel(long accountId, long id) {
    return on(service -> service.cancel(accountId, id));
  }

  private Optional<ReportImport> retry(long accountId, long id) {
    return on(service -> service.retry(accountId, id));
  }

  private List<ImportRefusal> refusals(long accountId, long id) {
    return on(service -> service.refusals(accountId, id, 0, 10));
  }

  private List<String> names(long skipped, int most) {
    return on(service -> service.list(account, skipped, most)).stream()
        .map(ReportImport::name)
        .toList();
  }

  private <T> T on(Function<ImportService, T> use) {
    return DATABASE.call(
        entities -> {
          ImportService service = new ImportService();
          service.imports = imports.store();
          service.audit = AuditLogs.on(entities, imports.clock);
          service.clock = imports.clock;
          return use.apply(service);
        });
  }
}
