package farol.imports;

import farol.settings.Setting;
import farol.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;

/**
 * Takes in files to be imported. A file is durable, and waits for the job, once it is received; of
 * one that breaks off nothing stays.
 */
@ApplicationScoped
public class ImportUploads {
  @Inject ImportReception reception;
  @Inject ImportFolder folder;
  @Inject Settings settings;
  @Inject Clock clock;

  /**
   * Turns a file away that is said to be too large, before any of it is read.
   *
   * @param bytes as its sender says; 0 where nothing is said
   */
  public void requireSize(long bytes) {
    ReceivedFile.requireAtMost(settings.number(Setting.LIMIT_IMPORT_BYTES), bytes);
  }

  /**
   * Receives a file for an account; the thread's actor is who imports it.
   *
   * @param name of the file, as its sender says
   * @param file read to its end, by pieces, and not closed
   * @return the import, which waits now
   * @throws ImportRefusedException if it is too large, comes too slowly, must wait for others,
   *     breaks off or is cancelled meanwhile
   * @throws IOException if it can't be written
   */
  public ReportImport receive(long accountId, String name, InputStream file) throws IOException {
    long id = reception.announce(accountId, ImportStore.shown(name));
    boolean isReceived = false;
    try (ReceivedFile received = folder.receive(id)) {
      UploadWatch watch = folder.watch(clock, () -> reception.requireWanted(id));
      long bytes = received.write(file, settings.number(Setting.LIMIT_IMPORT_BYTES), watch);
      ReportImport waiting = reception.received(accountId, id, bytes);
      received.keep();
      isReceived = true;
      return waiting;
    } finally {
      if (!isReceived) {
        reception.forget(id);
      }
    }
  }
}
