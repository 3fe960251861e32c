package farol.imports;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import farol.domain.audit.Actor;
import farol.domain.audit.AuditLogs;
import farol.domain.monitored.StoredDomains;
import farol.imports.ImportRefusedException.Reason;
import farol.store.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ImportUploadsTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @TempDir Path data;
  private Imports imports;
  private long account;

  @BeforeEach
  void addAccount() throws IOException {
    imports = new Imports(DATABASE, data);
    account = StoredDomains.account(DATABASE.sql(), "ann");
  }

  @Test
  void aFileIsKeptForItsOwnerAndWaits() throws IOException {
    ReportImport received;
    try (Actor.Turn turn = new Actor("ann", "192.0.2.1").begin()) {
      received = receive("old.zip", bytes("content"));
    }

    assertThat(received.state()).isEqualTo(ImportState.WAITING);
    assertThat(received.name()).isEqualTo("old.zip");
    assertThat(received.createdBy()).isEqualTo("ann");
    assertThat(received.createdAt()).isEqualTo(Imports.NOON);
    assertThat(received.bytes()).isEqualTo(7);
    Path file = imports.folder().file(received.id());
    assertThat(file).hasContent("content");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(imports.folder().receiving()).isEmpty();
    assertThat(imports.ledger().hasWork()).isTrue();
    assertThat(AuditLogs.lines(DATABASE.sql())).containsExactly("ann IMPORT_ADDED old.zip");
  }

  @Test
  void aNameThatMisleadsIsMadeHarmless() {
    assertThat(receive("a\u202egpj.zip\n" + "x".repeat(300), bytes("content")).name())
        .startsWith("a\ufffdgpj.zip\ufffdx")
        .hasSizeBetween(200, 203);
  }

  @Test
  void aFileMayBeAsLargeAsTheLimitAndNoLarger() {
    imports.set(Map.of("FAROL_LIMIT_IMPORT_BYTES", "100000"));

    assertThat(receive("most", new ByteArrayInputStream(new byte[100_000])).bytes())
        .isEqualTo(100_000);
    assertRefused(Reason.TOO_LARGE, new ByteArrayInputStream(new byte[100_001]));
    assertOnlyOneIsLeft();
  }

  @Test
  void ofAFileThatBreaksOffNothingStays() {
    receive("whole", bytes("content"));

    assertRefused(
        Reason.BROKEN_OFF,
        new InputStream() {
          private int left = 70_000;

          @Override
          public int read() throws IOException {
            if (left-- == 0) {
              throw new IOException("the sender went away");
            }
            return 'x';
          }

          @Override
          public int read(byte[] into, int offset, int most) throws IOException {
            into[offset] = (byte) read();
            return 1;
          }
        });

    assertOnlyOneIsLeft();
  }

  @Test
  void soManyMayWaitAndNoMore() {
    imports.set(Map.of("FAROL_LIMIT_IMPORTS_WAITING", "2"));
    long first = receive("first", bytes("content")).id();
    receive("second", bytes("content"));
    assertRefused(Reason.TOO_MANY, bytes("content"));

    imports.ledger().takeUp(Set.of());
    assertRefused(Reason.TOO_MANY, bytes("content"));
    imports.ledger().takeIn(List.of(new ImportItem.End(first, "the disk is broken")));
    assertRefused(Reason.TOO_MANY, bytes("content"));
    imports.store().cancel(account, first, Imports.NOON);

    assertThat(receive("third", bytes("content")).state()).isEqualTo(ImportState.WAITING);
  }

  @Test
  void whatIsCancelledWhileItComesInComesNoFurther() {
    int[] reads = {0};
    assertRefused(
        Reason.CANCELLED,
        endless(
            () -> {
              imports.clock.pass(Duration.ofMillis(500));
              if (++reads[0] == 10) {
                cancelOnlyOne();
              }
            }));

    assertThat(reads[0]).isBetween(11, 12);
    assertNothingIsImported();
  }

  @Test
  void whatIsCancelledWithItsLastByteIsNotImported() {
    assertRefused(
        Reason.CANCELLED,
        new ByteArrayInputStream(new byte[10]) {
          @Override
          public int read(byte[] target) throws IOException {
            int count = super.read(target);
            if (count < 0) {
              cancelOnlyOne();
            }
            return count;
          }
        });

    assertNothingIsImported();
  }

  @Test
  void aByteNowAndThenIsNotEnough() {
    assertRefused(Reason.TOO_SLOW, endless(() -> imports.clock.pass(Duration.ofSeconds(9))));

    assertThat(DATABASE.number("select count(*) from report_import")).isZero();
    assertThat(Duration.between(Imports.NOON, imports.clock.instant()))
        .isLessThan(Duration.ofMinutes(2));
  }

  @Test
  void aSlowLineIsFastEnough() {
    int[] reads = {0};
    InputStream slow =
        new ByteArrayInputStream(new byte[2 << 20]) {
          @Override
          public int read(byte[] target) throws IOException {
            reads[0]++;
            imports.clock.pass(Duration.ofSeconds(7));
            return super.read(target);
          }
        };

    assertThat(receive("old.zip", slow).state()).isEqualTo(ImportState.WAITING);
    assertThat(reads[0]).isGreaterThan(30);
  }

  private void cancelOnlyOne() {
    long id = DATABASE.number("select id from report_import");
    imports.store().cancel(account, id, Imports.NOON);
  }

  private void assertNothingIsImported() {
    assertThat(imports.find(DATABASE.number("select id from report_import")).state())
        .isEqualTo(ImportState.CANCELLED);
    assertThat(files()).isEmpty();
    assertThat(imports.ledger().hasWork()).isFalse();
    assertThat(AuditLogs.lines(DATABASE.sql())).isEmpty();
  }

  /** A byte at a time, each behind something that happens; nobody reads a hundred of them. */
  private static InputStream endless(Runnable before) {
    return new InputStream() {
      private int left = 100;

      @Override
      public int read() {
        assertThat(left--).isPositive();
        before.run();
        return 'x';
      }

      @Override
      public int read(byte[] into, int offset, int most) {
        into[offset] = (byte) read();
        return 1;
      }
    };
  }

  private void assertRefused(Reason reason, InputStream file) {
    assertThatExceptionOfType(ImportRefusedException.class)
        .isThrownBy(() -> receive("refused", file))
        .extracting(ImportRefusedException::reason)
        .isEqualTo(reason);
  }

  private void assertOnlyOneIsLeft() {
    assertThat(DATABASE.number("select count(*) from report_import")).isEqualTo(1);
    assertThat(files()).hasSize(1);
    assertThat(imports.folder().receiving()).isEmpty();
  }

  private List<Long> files() {
    try {
      return imports.folder().files();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(US_ASCII));
  }

  private ReportImport receive(String name, InputStream file) {
    return DATABASE.call(
        entities -> {
          ImportReception reception = imports.reception();
          reception.audit = AuditLogs.on(entities, imports.clock);
          try {
            return imports.uploads(reception).receive(account, name, file);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
