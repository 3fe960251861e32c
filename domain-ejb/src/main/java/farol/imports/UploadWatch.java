package farol.imports;

import farol.imports.ImportRefusedException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Looks, while a file comes in, whether it may do so any longer. For one thread. */
final class UploadWatch {
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
  private static final long BYTES_BETWEEN_LOOKS = 16 << 20;

  /** The database may be on the same disk, and must never find it full. */
  private static final long LEAST_FREE_BYTES = 1L << 30;

  /** On the average, once the first minute is over: nobody holds a thread with a byte at a time. */
  private static final long LEAST_BYTES_A_SECOND = 8 << 10;

  private static final Duration FREELY = Duration.ofMinutes(1);

  private final Path folder;
  private final Clock clock;
  private final Runnable requireWanted;
  private final Instant start;
  private Instant nextLook = Instant.MIN;
  private long lookAt;

  /**
   * @param folder on the disk that the file goes to
   * @param requireWanted throws where nobody wants the file any more
   */
  UploadWatch(Path folder, Clock clock, Runnable requireWanted) {
    this.folder = folder;
    this.clock = clock;
    this.requireWanted = requireWanted;
    this.start = clock.instant();
  }

  /**
   * Once a second, and each 16 MiB.
   *
   * @param size bytes that have come
   * @throws ImportRefusedException if it may not
   */
  void look(long size) throws IOException {
    Instant now = clock.instant();
    if (size < lookAt && now.isBefore(nextLook)) {
      return;
    }
    requireWanted.run();
    requireRoom();
    requireSpeed(size, Duration.between(start, now));
    lookAt = size + BYTES_BETWEEN_LOOKS;
    nextLook = now.plus(BETWEEN_LOOKS);
  }

  private void requireRoom() throws IOException {
    if (Files.getFileStore(folder).getUsableSpace() < LEAST_FREE_BYTES) {
      throw new ImportRefusedException(
          Reason.NO_ROOM,
          "the disk must keep "
              + LEAST_FREE_BYTES
              + " bytes free for reports that come in, and has fewer");
    }
  }

  private static void requireSpeed(long size, Duration taken) {
    if (size < taken.minus(FREELY).toSeconds() * LEAST_BYTES_A_SECOND) {
      throw new ImportRefusedException(
          Reason.TOO_SLOW,
          "a file to import must come at "
              + LEAST_BYTES_A_SECOND
              + " bytes a second, got "
              + size
              + " in "
              + taken.toSeconds()
              + " seconds");
    }
  }
}
