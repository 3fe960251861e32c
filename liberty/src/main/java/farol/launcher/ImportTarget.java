package farol.launcher;

import farol.imports.ImportRefusal;
import farol.imports.ReportImport;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A Farol that imports what the command line has. */
interface ImportTarget {
  /**
   * Hands over a file or a folder.
   *
   * @param unread is told, maybe by another thread, what of a folder can't be read and is not
   *     handed over
   * @return the key of its import
   */
  long begin(Path path, Consumer<String> unread) throws StartFailure;

  /** Where the import stands; empty while nobody answers, as when the server is started anew. */
  Optional<ReportImport> find(long id) throws StartFailure;

  /** The first of what it did not take. */
  List<ImportRefusal> refusals(long id, int most) throws StartFailure;
}
